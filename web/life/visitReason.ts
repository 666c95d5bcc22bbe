import type { CaseFile, CheckLine, Label } from '../client/wire';
import { i18n, said } from '../language';
import { nameOf } from '../vocabulary';

/** Why a visit is made: a round of the plan, or somebody called for it. */
export type VisitReason = { readonly round: string } | { readonly ground: string };

type Rounds = readonly {
  readonly id: string;
  readonly name: Label;
  readonly checklist?: readonly CheckLine[];
}[];

/** The visits that return, as pinned to an institution. */
export function roundsOf({ itinerary: { life } }: Pick<CaseFile, 'itinerary'>): Rounds {
  return life?.kind === 'supervision' ? life.visits : [];
}

/** What a work item of a visit is about, in the words of its reason. */
export function reasonOf(about: string | null, rounds: Rounds): VisitReason {
  return rounds.some(({ id }) => id === about) ? { round: about ?? '' } : { ground: about ?? '' };
}

/** What a visit is called. */
export function visitName(reason: VisitReason, rounds: Rounds): string {
  if ('ground' in reason) return i18n.global.t('visits.called', { ground: nameOf('choices', reason.ground) });
  const round = rounds.find(({ id }) => id === reason.round);
  return round ? said(round.name) : reason.round;
}

/** What a line of a checklist says; one that the rules have no more stands for itself. */
export function lineName(line: string, rounds: Rounds): string {
  const found = rounds.flatMap(({ checklist = [] }) => checklist).find(({ id }) => id === line);
  return found ? said(found.text) : line;
}
