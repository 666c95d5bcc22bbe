import type { CaseFile } from '../caseFile';
import { buildStep, type ConstructionState } from '../construction';
import type { CaseEvent } from '../event';
import { APPLICANT, constructionLife, type ConstructionLife } from '../itinerary';
import {
  answered,
  ask,
  askedOf,
  change,
  close,
  closeAskedIn,
  itemOf,
  returnedTo,
  sideRulesIn,
} from './items';
import { writtenToServe } from './letters';
import { backTo } from './returns';

type Of<T extends CaseEvent['type']> = CaseEvent & { type: T };

/** How the record of a site's construction begins. */
export function newConstruction({ completion }: ConstructionLife, on: string): ConstructionState {
  return { from: on, completion, reached: {}, name: null, loss: null };
}

/** A report on the way leaves the milestone to be reached. */
export function milestoneReported(file: CaseFile, event: Of<'milestoneReported'>): CaseFile {
  const { item, milestone, reachedOn, seq } = event;
  if (reachedOn === null) return change(file, item, { version: seq });
  const { reached } = constructionOf(file);
  return built(answered(file, event), { reached: { ...reached, [milestone]: reachedOn } });
}

export function rescheduled(file: CaseFile, { completion, on }: Of<'rescheduled'>): CaseFile {
  return built(file, { completion, from: on });
}

/** Who applied may read how the site fares, and is heard before it loses its name. */
export function licenceLinked(file: CaseFile, event: Of<'licenceLinked'>): CaseFile {
  const { licence, organisation, application } = event;
  const { application: _known, ...linked } = constructionLife(file);
  const life = { ...linked, institution: licence, ...(application !== undefined && { application }) };
  return { ...file, organisation, itinerary: { ...file.itinerary, life } };
}

/** What is to be mended is built anew, and accepted by everybody anew; what stands stays reached. */
export function siteReturned(file: CaseFile, event: Of<'siteReturned'>): CaseFile {
  const { milestones, completion, on } = event;
  const back = backTo(answered(file, event), 'construction', event);
  const { reached } = constructionOf(file);
  const kept = Object.entries(reached).filter(([id]) => !milestones.includes(id));
  const standing = kept.flatMap(([id]) => {
    const step = buildStep(id);
    const item = file.current[step];
    return item === undefined ? [] : [[step, item] as const];
  });
  const current = { ...back.current, ...Object.fromEntries(standing) };
  return built({ ...back, current }, { completion, from: on, reached: Object.fromEntries(kept) });
}

export function nameProposed(file: CaseFile, event: Of<'nameProposed'>): CaseFile {
  return built(answered(file, event), { name: { by: event.actor.sub, signed: null } });
}

export function nameReturned(file: CaseFile, event: Of<'nameReturned'>): CaseFile {
  const proposing = file.current.proposeName;
  if (!proposing) throw new RangeError(`Case ${file.caseId} has no proposal to return`);
  return built(returnedTo(file, proposing, event), { name: null });
}

export function nameDeclined(file: CaseFile, event: Of<'nameDeclined'>): CaseFile {
  return close(built(answered(file, event), { name: null }), 'notNamed', event);
}

export function named(file: CaseFile, event: Of<'named'>): CaseFile {
  const { on, no, actor } = event;
  const by = constructionOf(file).name?.by ?? actor.sub;
  return writtenToServe(
    built(answered(file, event), { name: { by, signed: { on, no } } }),
    event,
    'named',
    no,
  );
}

/** Somebody has to consider whether the site should keep its name. */
export function lossRaised(file: CaseFile, event: Of<'lossRaised'>): CaseFile {
  return ask(file, event, 'considerLoss', { unit: sideRulesIn(file).office, about: 'named' });
}

/** The institution is told, and states its case before anybody signs. */
export function lossProposed(file: CaseFile, event: Of<'lossProposed'>): CaseFile {
  const { item, letter, actor } = event;
  const proposed = built(answered(file, event), { loss: { by: actor.sub, contested: false } });
  const told = writtenToServe(proposed, event, 'lossProposed', letter);
  const signing = ask(told, event, 'signLoss', { unit: sideRulesIn(file).office, about: item });
  return ask(signing, event, 'contest', { unit: APPLICANT, about: item });
}

/** It keeps its name; what was asked for on the way is over. */
export function lossDeclined(file: CaseFile, event: Of<'lossDeclined'>): CaseFile {
  const item = itemOf(file, event.item);
  const over = item.step === 'signLoss' ? closeAskedIn(file, askedOf(file, item).about, event) : file;
  return built(answered(over, event), { loss: null });
}

export function nameLost(file: CaseFile, event: Of<'nameLost'>): CaseFile {
  return writtenToServe(close(answered(file, event), 'nameLost', event), event, 'nameLost', event.no);
}

export function nameLapsed(file: CaseFile, event: Of<'nameLapsed'>): CaseFile {
  return close(file, 'nameLost', event);
}

/** What the institution said against losing the name is noted, to be answered by who signs. */
export function lossContested(file: CaseFile): CaseFile {
  const loss = file.construction?.loss;
  return loss ? built(file, { loss: { ...loss, contested: true } }) : file;
}

/** @throws RangeError for a case that is no construction */
export function constructionOf(file: CaseFile): ConstructionState {
  if (!file.construction) throw new RangeError(`Case ${file.caseId} is no construction`);
  return file.construction;
}

function built(file: CaseFile, changes: Partial<ConstructionState>): CaseFile {
  return { ...file, construction: { ...constructionOf(file), ...changes } };
}
