import type { CaseFile } from './caseFile';
import { addMonths, dateInShanghai, endOfDay, startOfDay, yearOf } from './civilDate';
import type { EventBody } from './event';
import { supervisionLife, type SupportLife } from './itinerary';
import { evaluationAfter } from './planLife';
import { datesOfStaff, dueOfStaff } from './staff';
import { suspensionsOver } from './suspensionEnd';
import { datesOfTerm, dueOfTerm } from './term';

type Due = EventBody & {
  type:
    | 'suspensionOver'
    | 'visitDue'
    | 'evaluationDue'
    | 'recheckDue'
    | 'staffDocumentsExpiring'
    | 'staffDocumentsExpired'
    | 'termEnding'
    | 'termOver';
};

/** What the calendar of an institution brings by an instant: visits, the annual evaluation, documents of its staff, the term of its certificate, the re-check of a support. */
export function dueOfLife(file: CaseFile, at: string): { readonly due: string; readonly body: Due }[] {
  const { supervision, itinerary } = file;
  const { life } = itinerary;
  if (life?.kind === 'support') return recheckOf(file, life, at);
  if (!supervision || life?.kind !== 'supervision' || isLeaving(file)) return [];
  const today = dateInShanghai(at);
  const visits = supervisionLife(itinerary).visits.flatMap(
    ({ id, everyMonths }): (Due & { on: string })[] => {
      const on = supervision.nextVisits[id];
      if (on === undefined) return [];
      return [{ type: 'visitDue', visit: id, on, next: roundAfter(on, everyMonths, today) }];
    },
  );
  const on = supervision.nextEvaluation;
  const evaluation = {
    type: 'evaluationDue' as const,
    year: yearOf(on),
    on,
    next: evaluationAfter(life.evaluation, today > on ? today : on),
  };
  const rounds = [...visits, evaluation].map((body) => ({ due: startOfDay(body.on), body }));
  return [
    ...rounds.filter(({ due }) => due <= at),
    ...dueOfStaff(file, at),
    ...dueOfTerm(file, at),
    ...suspensionsOver(file),
  ];
}

/** When the calendar of an institution next brings something, ISO instants: a visit, an evaluation, a re-check, a new year. */
export function datesOfLife(file: CaseFile): string[] {
  const { supervision, support } = file;
  if (support?.nextRecheck && file.outcome === null) return [startOfDay(support.nextRecheck)];
  if (!supervision || isLeaving(file)) return [];
  const days = [...Object.values(supervision.nextVisits), supervision.nextEvaluation];
  return [
    ...days.map(startOfDay),
    ...datesOfStaff(file),
    ...datesOfTerm(file),
    endOfDay(`${supervision.year}-12-31`),
  ];
}

/** Whether an evaluation has come due that nobody has begun. */
export function owesEvaluation(file: CaseFile): boolean {
  return !!file.supervision?.evaluationDue && !isLeaving(file);
}

/** Whether a supervision has come to a year whose plan it has not taken up. */
export function owesYear(file: CaseFile, at: string): boolean {
  return !!file.supervision && !isLeaving(file) && yearOf(dateInShanghai(at)) > file.supervision.year;
}

/** Whether an exit was decided, or the case has ended otherwise. */
export function isLeaving({ supervision, outcome }: Pick<CaseFile, 'supervision' | 'outcome'>): boolean {
  return outcome !== null || typeof supervision?.exit?.decidedOn === 'string';
}

/** What is supported is looked at again in its rhythm. */
function recheckOf({ support, outcome }: CaseFile, { measure }: SupportLife, at: string) {
  const on = support?.nextRecheck;
  if (!on || outcome !== null || startOfDay(on) > at) return [];
  const next = roundAfter(on, measure.recheckMonths, dateInShanghai(at));
  return [{ due: startOfDay(on), body: { type: 'recheckDue', on, next } as const }];
}

/** The round after one, in the rhythm of its rule; rounds that were missed altogether are not made up for. */
function roundAfter(on: string, everyMonths: number, today: string): string {
  let months = everyMonths;
  while (addMonths(on, months) <= today) months += everyMonths;
  return addMonths(on, months);
}
