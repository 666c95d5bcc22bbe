import { addDays, dayNumber } from './civilDate';
import type { Label } from './label';
import { longestLimit } from './adjustments';
import type { Basis } from './plan';

/** How a demonstration site is followed up from its plan to its completion (示范点建设), 实施方案三（二）4 and Annex 2. */
export interface ConstructionRules {
  /** In their order; the last one is the completion. */
  readonly milestones: readonly MilestoneRule[];
  readonly basis: Basis;
}

export interface MilestoneRule {
  readonly id: string;
  readonly name: Label;
  /** By when it is to be reached, in percent of the time until the completion; the last says 100. */
  readonly share: number;
  readonly basis: Basis;
}

/** A milestone as pinned to one site. */
export type Milestone = Omit<MilestoneRule, 'basis'>;

/** What a site's construction has come to besides its work items. */
export interface ConstructionState {
  /** The day from which the milestones that are left are spread over the time until `completion`. */
  readonly from: string;
  /** The day that the leading group's office has set; the one that Annex 2 prints stays with the site. */
  readonly completion: string;
  /** The day on which each milestone was reached, by its id. */
  readonly reached: Readonly<Record<string, string>>;
  /** The proposal to name it a demonstration site, and its name once that is signed. */
  readonly name: { readonly by: string; readonly signed: Signed | null } | null;
  /** The proposal to take its name away. */
  readonly loss: { readonly by: string; readonly contested: boolean } | null;
}

export interface Signed {
  readonly on: string;
  /** 文号. */
  readonly no: string;
}

/** The licensing case that a site's construction is linked with, as the record knows it. */
export interface SiteLicence {
  readonly caseId: string;
  /** The case by which its institution is known now: its last change, or the same. */
  readonly knownAs: string;
  readonly organisation: string;
  /** Null until it is certified. */
  readonly certificateNo: string | null;
  /** It ended without a certificate, or its institution leaves. */
  readonly isLost: boolean;
  /** Another site's construction that is linked with it. */
  readonly takenBy: string | null;
}

/** The number of a site's construction: `XCTY-D9`, with `-2` where it was begun a second time. */
export function constructionId(prefix: string, { no, time }: { no: number; time: number }): string {
  return `${prefix}-D${no}${time > 1 ? `-${time}` : ''}`;
}

/** Whether a day can be set for a completion: it lies ahead, and no further than any limit may. */
export function canComplete(completion: string, today: string): boolean {
  const days = dayNumber(completion) - dayNumber(today);
  return days >= 1 && days <= longestLimit;
}

/** The last day of a month that Annex 2 prints, `2019-09`. */
export function endOfMonth(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}

/**
 * The days by which the milestones that are left are to be reached: each has its share of the time until the
 * completion, after the share of what was reached before it.
 */
export function milestoneDays(
  milestones: readonly Milestone[],
  { from, completion, reached }: Pick<ConstructionState, 'from' | 'completion' | 'reached'>,
): Readonly<Record<string, string>> {
  const left = milestones.filter(({ id }) => !(id in reached));
  const first = left[0]?.share ?? 0;
  const base = Math.max(
    0,
    ...milestones.filter(({ id, share }) => id in reached && share < first).map(({ share }) => share),
  );
  const span = dayNumber(completion) - dayNumber(from);
  return Object.fromEntries(
    left.map(({ id, share }) => {
      const days = Math.round((span * (share - base)) / (100 - base));
      return [id, addDays(from, Math.max(1, days))];
    }),
  );
}

const BUILD = 'build-';

/** The step by which a milestone is reported. */
export function buildStep(milestone: string): string {
  return BUILD + milestone;
}

/** The milestone that a step reports. */
export function milestoneOf(stepId: string): string {
  return stepId.slice(BUILD.length);
}
