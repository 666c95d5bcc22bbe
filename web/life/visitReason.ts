import type { CaseFile, Label } from '../client/wire';
import { i18n, said } from '../language';
import { nameOf } from '../vocabulary';

/** Why a visit is made: a round of the plan, or somebody called for it. */
export type VisitReason = { readonly round: string } | { readonly ground: string };

type Named = readonly { readonly id: string; readonly name: Label }[];

/** The visits that return, as pinned to an institution. */
export function roundsOf({ itinerary: { life } }: Pick<CaseFile, 'itinerary'>): Named {
  return life?.kind === 'supervision' ? life.visits : [];
}

/** What a work item of a visit is about, in the words of its reason. */
export function reasonOf(about: string | null, rounds: Named): VisitReason {
  return rounds.some(({ id }) => id === about) ? { round: about ?? '' } : { ground: about ?? '' };
}

/** What a visit is called. */
export function visitName(reason: VisitReason, rounds: Named): string {
  if ('ground' in reason) return i18n.global.t('visits.called', { ground: nameOf('choices', reason.ground) });
  const round = rounds.find(({ id }) => id === reason.round);
  return round ? said(round.name) : reason.round;
}
