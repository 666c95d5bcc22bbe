import type { CaseFile, ProcedureRun } from '../caseFile';
import type { CaseEvent } from '../event';
import { APPLICANT } from '../itinerary';
import type { Procedure } from '../sideStep';
import { answered, ask, askedOf, change, itemOf } from './items';
import { writtenToServe } from './letters';

type Of<T extends CaseEvent['type']> = CaseEvent & { type: T };

/** An inspection, test or appraisal begins, and with its notice the time that does not count (第四十五条). */
export function ordered(file: CaseFile, event: Of<'procedureOrdered'>): CaseFile {
  const { procedure, item, on, days } = event;
  return run(file, event, { procedure, orderedIn: item, from: on, days });
}

export function scheduled(file: CaseFile, { item, on, seq }: Of<'procedureScheduled'>): CaseFile {
  const { stepId } = itemOf(file, item);
  const procedures = file.procedures.map((each) =>
    each.stepId === stepId ? { ...each, scheduledOn: on } : each,
  );
  return { ...change(file, item, { version: seq }), procedures };
}

export function ended(file: CaseFile, event: Of<'procedureRecorded' | 'procedureCalledOff'>): CaseFile {
  const { stepId } = itemOf(file, event.item);
  const result = event.type === 'procedureRecorded' ? event.result : null;
  const procedures = file.procedures.map((each) =>
    each.stepId === stepId ? { ...each, to: event.on, result } : each,
  );
  return { ...answered(file, event), procedures };
}

/** The letter is to be served: the days for asking count from there (第四十七条). */
export function hearingOffered(file: CaseFile, event: Of<'hearingOffered'>): CaseFile {
  const told = writtenToServe(file, event, 'hearingOffered', event.letter);
  return ask(told, event, 'requestHearing', { unit: APPLICANT, about: event.item });
}

export function hearingRequested(file: CaseFile, event: Of<'hearingRequested'>): CaseFile {
  const { about } = askedOf(file, itemOf(file, event.item));
  const hearing = { procedure: 'hear', orderedIn: about, from: event.on, days: null } as const;
  return run(answered(file, event), event, hearing);
}

type Begun = Pick<ProcedureRun, 'orderedIn' | 'from' | 'days'> & { readonly procedure: Procedure };

function run(file: CaseFile, event: CaseEvent, { procedure, orderedIn, from, days }: Begun): CaseFile {
  const stepId = `${procedure}-${event.seq}`;
  const begun = { stepId, procedure, orderedIn, days, from, to: null, scheduledOn: null, result: null };
  const asked = ask(file, event, procedure, { unit: itemOf(file, orderedIn).unit, about: orderedIn });
  return { ...asked, procedures: [...file.procedures, begun] };
}
