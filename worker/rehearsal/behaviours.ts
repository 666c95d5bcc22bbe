import type { ActBody } from '../../domain/act';
import type { VisitFinding } from '../../domain/lifeAct';
import { addDays } from '../../domain/civilDate';
import type { Label } from '../../domain/label';
import type { UnitId } from '../../domain/plan';
import { asItShouldBe, type CheckLine } from '../../domain/supervision';
import type { Step } from '../../domain/vocabulary';

/** Where in its life an institution is asked for something. */
export interface Situation {
  readonly today: string;
  /** Of which unit. */
  readonly unit: UnitId;
  /** How many years' evaluations have begun. */
  readonly year: number;
  /** Which evaluation of that year it is, or was last. */
  readonly no: number;
  /** What it is about: the rule of a visit, the case of an evaluation, a work item. */
  readonly about: string;
  /** What is looked at, on a visit. */
  readonly lines: readonly CheckLine[];
  /** Whether an evaluation led to it, and no visit. */
  readonly ofEvaluation: boolean;
  /** How often this item was answered before. */
  readonly times: number;
  /** Whether the day of a hearing is set. */
  readonly isScheduled: boolean;
}

/** How an institution and those who deal with it behave in its life; where nothing is said, well and promptly. */
export interface Behaviour {
  readonly id: string;
  readonly label: Label;
  /** How many days after the limit the institution itself answers; null: promptly. */
  readonly daysLate: number | null;
  /** What units find it worth, about, in its n-th year of evaluation. */
  readonly points: (situation: Situation) => number;
  /** What is done in place of the straight answer; null where the straight one is given. */
  readonly acts: Readonly<Partial<Record<Step, Answer>>>;
}

type Answer = (situation: Situation) => ActBody | null;

const words = '演练';

/** Something is found on the visits by one rule, in these years of evaluation, on a line of their checklist. */
function finds(
  rule: string,
  years: readonly number[],
  finding: Required<Pick<VisitFinding, 'line'>> & VisitFinding,
): Answer {
  return ({ about, year, today, lines }) => {
    if (about !== rule || !years.includes(year)) return null;
    const checked = asItShouldBe(lines).map((seen) =>
      seen.line === finding.line ? ({ ...seen, result: 'unfit' } as const) : seen,
    );
    return { act: 'recordVisit', visitedOn: today, report: words, findings: [finding], checked };
  };
}

const sound: Behaviour = {
  id: 'sound',
  label: { zh: '规范', en: 'Sound' },
  daysLate: null,
  points: ({ year }) => 76 + 6 * Math.min(year, 3),
  acts: {},
};

const forgetful: Behaviour = {
  id: 'forgetful',
  label: { zh: '拖沓', en: 'Forgetful' },
  daysLate: 7,
  points: ({ year, no }) => (year === 1 && no === 1 ? 67 : 81),
  acts: {
    visit: finds('foodAndFees', [1], { line: 'fees', severity: 'minor', text: '收费公示不全（演练）' }),
    orderRectification: ({ ofEvaluation }) =>
      ofEvaluation ? null : { act: 'settleFindings', reason: '当场改正（演练）' },
  },
};

/** Low points lead to its exit; it asks for a hearing, and does not place all children at once. */
const failing: Behaviour = {
  id: 'failing',
  label: { zh: '不合格', en: 'Failing' },
  daysLate: null,
  points: () => 46,
  acts: {
    sanction: () => ({ act: 'proposeExit', measure: 'revoke', grounds: '年度评估不合格（演练）' }),
    requestHearing: () => ({ act: 'requestHearing' }),
    hear: ({ isScheduled, today, unit }) =>
      isScheduled
        ? null
        : { act: 'schedule', on: addDays(today, 10), place: '会议室', presider: `${unit}-head-1` },
    place: ({ times }) =>
      times === 0
        ? { act: 'reportPlacement', childrenLeft: 4, staffLeft: 1, report: '部分安置（演练）' }
        : null,
  },
};

/** Rectifies in its first year; in its second the rectification fails, and that leads to its exit. */
const unmended: Behaviour = {
  id: 'unmended',
  label: { zh: '整改不到位', en: 'Rectified in vain' },
  daysLate: null,
  points: ({ year }) => (year === 1 ? 79 : 64),
  acts: {
    visit: finds('daily', [1], { line: 'premises', severity: 'grave', text: '疏散通道被占用（演练）' }),
    reinspect: ({ ofEvaluation, today }) =>
      ofEvaluation
        ? { act: 'recordReinspection', result: 'failed', visitedOn: today, report: '未整改到位（演练）' }
        : null,
    sanction: () => ({ act: 'proposeExit', measure: 'recall', grounds: '整改不到位（演练）' }),
  },
};

/** Which demonstration site (附件2) behaves how. */
const bySite: Readonly<Record<number, Behaviour>> = {
  1: sound,
  2: forgetful,
  3: sound,
  4: sound,
  5: sound,
  6: sound,
  7: unmended,
  8: sound,
  9: failing,
  10: sound,
  11: sound,
  12: forgetful,
  13: sound,
  14: sound,
};

/** A site that the table does not name behaves well. */
export function behaviourOf(site: number): Behaviour {
  return bySite[site] ?? sound;
}
