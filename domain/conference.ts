import type { CaseFile } from './caseFile';
import { addDays, dateInShanghai } from './civilDate';
import { APPLICANT, isOffice } from './itinerary';
import type { Label } from './label';
import type { UnitId } from './plan';
import { openItems } from './process';
import type { ResponsibleRules } from './responsible';

/** Why a case is for the joint conference (联席会议), 实施方案四（二）. */
export const matterKinds = {
  overdueTwice: { zh: '同一单位两次以上逾期', en: 'One unit overdue twice or more' },
  objections: { zh: '两个以上单位提出异议', en: 'Two units or more object' },
  disputed: { zh: '存在争议', en: 'Disputed' },
} as const satisfies Readonly<Record<string, Label>>;
export type MatterKind = keyof typeof matterKinds;

/** One matter of a case, with the units that it is about and the work items in which it shows. */
export interface Matter {
  readonly kind: MatterKind;
  readonly units: readonly UnitId[];
  readonly workItems: readonly string[];
  /** The day of what came last. */
  readonly since: string;
}

/** The last conference that dealt with a case. */
export interface Conference {
  readonly seq: number;
  readonly at: string;
  readonly heldOn: string;
}

/** What happened about a conference, as facts the engine may see: see `EventBody`. */
export type ConferenceEventBody =
  | {
      readonly type: 'conferred';
      readonly heldOn: string;
      readonly matters: readonly MatterKind[];
      /** Who carries out what was decided. */
      readonly units: readonly UnitId[];
    }
  | { readonly type: 'followedUp'; readonly item: string };

/** One thing that a matter is made of: whose it is, in which work item, since when. */
interface Sign {
  readonly unit: UnitId;
  readonly item: string;
  readonly at: string;
}

/**
 * What of a case is for the joint conference: an office that was late twice, objections of two units, what an
 * institution contests, and what one office declines after another has agreed. A matter that a conference has dealt
 * with comes back when something new is added to it.
 */
export function mattersOf(file: CaseFile): Matter[] {
  if (file.outcome !== null) return [];
  return [
    ...matter(file, 'overdueTwice', overdue(file), 2),
    ...matter(file, 'objections', objections(file), 2),
    ...matter(file, 'disputed', disputes(file), 1),
  ];
}

/** Whether nobody has answered for a unit's supervision (专人负责) for so long that it is for the joint conference. */
export function isGapForConference(
  since: string,
  rules: ResponsibleRules | undefined,
  today: string,
): boolean {
  return rules !== undefined && addDays(since, rules.conferenceAfterDays) < today;
}

function matter(
  { conference }: CaseFile,
  kind: MatterKind,
  signs: readonly Sign[],
  atLeast: number,
): Matter[] {
  const last = signs
    .map(({ at }) => at)
    .sort()
    .at(-1);
  if (signs.length < atLeast || last === undefined || last <= (conference?.at ?? '')) return [];
  return [
    {
      kind,
      units: [...new Set(signs.map(({ unit }) => unit))].sort(),
      workItems: signs.map(({ item }) => item).sort(),
      since: dateInShanghai(last),
    },
  ];
}

/** Of offices that let two limits of the case pass; an applicant who is late is the subdistrict's to follow up. */
function overdue({ items }: CaseFile): Sign[] {
  const passed = Object.values(items)
    .filter(({ limitPassed, unit }) => limitPassed && isOffice(unit))
    .map(({ id, unit, deadline }) => ({ unit, item: id, at: deadline.dueAt }));
  return passed.filter(({ unit }) => passed.filter((other) => other.unit === unit).length >= 2);
}

/** Until the case returns to its review, or is decided: each objection asks for an answer. */
function objections({ objections: units, items, asked, current, dates }: CaseFile): Sign[] {
  if (dates.decision !== null) return [];
  return Object.values(items).flatMap(({ step, stepId, openedAt }): Sign[] => {
    const review = items[asked[stepId]?.about ?? ''];
    if (step !== 'answer' || !review || current[review.stepId] !== review.id) return [];
    return units.includes(review.unit) ? [{ unit: review.unit, item: review.id, at: openedAt }] : [];
  });
}

/** What stands between an institution and an office, or between two offices, and is open. */
function disputes(file: CaseFile): Sign[] {
  const contested = file.evaluation?.contested === true || file.construction?.loss?.contested === true;
  return openItems(file)
    .filter(({ step, stepId }) => {
      const before = file.items[file.asked[stepId]?.about ?? ''];
      if (step === 'confirmRating' || step === 'signLoss') return contested;
      return step === 'reapply' || (step === 'hear' && before?.step === 'sanction');
    })
    .map(({ id, unit, stepId, openedAt }) => {
      const about = file.items[file.asked[stepId]?.about ?? ''];
      return { unit: unit === APPLICANT ? (about?.unit ?? unit) : unit, item: id, at: openedAt };
    });
}
