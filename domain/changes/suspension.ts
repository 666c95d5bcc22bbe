import type { CaseFile, WorkItem } from '../caseFile';
import type { CaseEvent } from '../event';
import { APPLICANT } from '../itinerary';
import type { Suspension } from '../supervision';
import { answered, ask, askedOf, change, closeAskedIn, itemOf } from './items';
import { writtenToServe } from './letters';
import { supervised, supervisionOf } from './supervised';

type Of<T extends CaseEvent['type']> = CaseEvent & { type: T };

export function suspensionCalled(file: CaseFile, event: Of<'suspensionCalled'>): CaseFile {
  return ask(file, event, 'suspend', { unit: file.itinerary.lead, about: event.unit });
}

/** The institution is heard before, unless danger is immediate; then a second person signs at once. */
export function suspensionProposed(file: CaseFile, event: Of<'suspensionProposed'>): CaseFile {
  const { item, days, immediate, hearing, letter, actor } = event;
  const suspension = { by: actor.sub, immediate, days, decidedOn: null };
  const noted = supervised(answered(file, event), { suspension });
  const signing = ask(noted, event, 'decideSuspension', { unit: file.itinerary.lead, about: item });
  if (letter === null) return signing;
  const told = writtenToServe(signing, event, 'suspensionProposed', letter);
  return ask(told, event, hearing ? 'requestHearing' : 'contest', { unit: APPLICANT, about: item });
}

/** The proposal waits for its officer again, and with it goes what it had asked for. */
export function suspensionReturned(file: CaseFile, event: Of<'suspensionReturned'>): CaseFile {
  const { about } = askedOf(file, itemOf(file, event.item));
  const closed = closeAskedIn(file, about, event);
  return change(supervised(closed, { suspension: null }), about, { status: 'open', version: event.seq });
}

/** From this day it is closed to children, until it is lifted: first it reports that what was wrong is mended. */
export function suspensionDecided(file: CaseFile, event: Of<'suspensionDecided'>): CaseFile {
  const told = writtenToServe(answered(file, event), event, 'suspensionDecided', event.no);
  const decided = suspending(told, { decidedOn: event.decidedOn });
  const { given } = supervisionOf(decided);
  const ending = event.days === null ? {} : { given: { ...given, [`rectify-${event.seq}`]: event.days } };
  return ask(supervised(decided, ending), event, 'rectify', { unit: APPLICANT, about: event.item });
}

/** Nothing is lifted in silence, and nothing left standing in silence. */
export function suspensionOver(file: CaseFile, event: Of<'suspensionOver'>): CaseFile {
  return ask(file, event, 'sanction', { unit: file.itinerary.lead, about: event.item });
}

export function suspensionLifted(file: CaseFile, event: Of<'suspensionLifted'>): CaseFile {
  const told = writtenToServe(answered(file, event), event, 'suspensionLifted', event.no);
  return supervised(told, { suspension: null });
}

/** Whether a work item comes of a suspension that stands, in the end. */
export function isBehindSuspension(file: CaseFile, item: WorkItem): boolean {
  if (item.step === 'decideSuspension') return typeof file.supervision?.suspension?.decidedOn === 'string';
  const before = file.items[file.asked[item.stepId]?.about ?? ''];
  return before !== undefined && isBehindSuspension(file, before);
}

function suspending(file: CaseFile, changes: Partial<Suspension>): CaseFile {
  const { suspension } = supervisionOf(file);
  return supervised(file, { suspension: suspension ? { ...suspension, ...changes } : null });
}
