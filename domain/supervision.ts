import type { Label } from './label';
import type { Basis, UnitRef } from './plan';
import type { ResponsibleRules } from './responsible';
import type { StaffMember, StaffRulesInPlan } from './staff';
import type { CaseKind } from './vocabulary';

/** How institutions are supervised (监管), 实施方案三（二）5 and 四（三）: rhythms and measures are district settings. */
export interface SupervisionRules {
  readonly visits: readonly VisitRule[];
  readonly measures: readonly MeasureRule[];
  /** Which unit handles what the public complains of. */
  readonly complaints: { readonly unit: UnitRef; readonly basis: Basis };
  readonly incidents: IncidentRules & { readonly basis: Basis };
  readonly suspension: SuspensionRules & { readonly basis: Basis };
  readonly staff: StaffRulesInPlan;
  /** Without it, no gap in who answers for a unit is for the joint conference. */
  readonly responsible?: ResponsibleRules;
  readonly basis: Basis;
}

/** An inspection that returns: by which unit's duty, how often, and what is looked at (检查表). */
export interface VisitRule {
  readonly id: string;
  readonly name: Label;
  readonly unit: UnitRef;
  readonly everyMonths: number;
  readonly checklist: readonly CheckLine[];
  readonly basis: Basis;
}

/** A line of a visit's checklist. */
export interface CheckLine {
  readonly id: string;
  readonly text: Label;
}

/** What a visit says of a line of its checklist. */
export const checkResults = {
  fit: { zh: '符合', en: 'As it should be' },
  unfit: { zh: '不符合', en: 'Not as it should be' },
  notSeen: { zh: '未检查', en: 'Not looked at' },
} as const satisfies Readonly<Record<string, Label>>;

/** What a visit says of one line of its checklist. */
export interface Checked {
  readonly line: string;
  readonly result: keyof typeof checkResults;
}

/** A checklist on which nothing is amiss. */
export function asItShouldBe(lines: readonly CheckLine[]): Checked[] {
  return lines.map(({ id }) => ({ line: id, result: 'fit' }));
}

/** A rule of visits as pinned to one institution: `subdistrict` is its own. An older release pinned no checklist. */
export type Visit = Omit<VisitRule, 'basis' | 'checklist'> & Partial<Pick<VisitRule, 'checklist'>>;

/** Why somebody calls for a visit besides the rounds. */
export const visitGrounds = {
  unannounced: { zh: '突击检查', en: 'Unannounced' },
  joint: { zh: '联合检查', en: 'Joint' },
  complaint: { zh: '投诉举报', en: 'A complaint' },
  incident: { zh: '突发事件', en: 'An incident' },
} as const satisfies Readonly<Record<string, Label>>;
export type VisitGround = keyof typeof visitGrounds;

/** Who is told at once of an incident (事故), who follows it up, and how soon it must be reported. */
export interface IncidentRules {
  readonly followedUpBy: UnitRef;
  readonly told: readonly UnitRef[];
  readonly withinHours: number;
}

export const incidentKinds = {
  injury: { zh: '人身伤害', en: 'Injury' },
  foodPoisoning: { zh: '食物中毒', en: 'Food poisoning' },
  infection: { zh: '传染病', en: 'Infectious disease' },
  missing: { zh: '婴幼儿走失', en: 'A child missing' },
  maltreatment: { zh: '疑似虐待', en: 'Suspected maltreatment' },
  fire: { zh: '火灾', en: 'Fire' },
  building: { zh: '建筑、设施事故', en: 'Building or equipment' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Readonly<Record<string, Label>>;
export type IncidentKind = keyof typeof incidentKinds;

/** What the follow-up of an incident comes to. */
export const incidentResults = {
  fault: { zh: '机构有责任', en: 'The institution is at fault' },
  noFault: { zh: '机构无责任', en: 'The institution is not at fault' },
} as const satisfies Readonly<Record<string, Label>>;
export type IncidentResult = keyof typeof incidentResults;

/** Whether an institution is told of a right to a hearing before it is suspended (暂停服务), save where danger is immediate. */
export interface SuspensionRules {
  readonly hearing: boolean;
}

/** What becomes of a complaint of the public (投诉). */
export const complaintResults = {
  founded: { zh: '属实', en: 'Founded' },
  unfounded: { zh: '不属实', en: 'Unfounded' },
  notOurs: { zh: '不属于受理范围', en: 'Not ours to handle' },
} as const satisfies Readonly<Record<string, Label>>;
export type ComplaintResult = keyof typeof complaintResults;

/** By which legal act an institution leaves (退出). Deregistration (注销) follows each of them. */
export const exitMeasures = {
  recall: { zh: '撤回许可', en: 'Recall' },
  annul: { zh: '撤销许可', en: 'Annulment' },
  revoke: { zh: '吊销', en: 'Revocation' },
  closure: { zh: '自行终止', en: 'Closure at its own wish' },
} as const satisfies Readonly<Record<string, Label>>;
export type ExitMeasure = keyof typeof exitMeasures;

export interface Measure {
  readonly measure: ExitMeasure;
  /** Whether the institution is told of a right to a hearing before. */
  readonly hearing: boolean;
}

export type MeasureRule = Measure & { readonly basis: Basis };

/** How grave a finding is, of a visit, a complaint or an incident; the grave ones cannot be settled without an order. */
export const severities = {
  minor: { zh: '轻微', en: 'Minor' },
  serious: { zh: '一般', en: 'Serious' },
  grave: { zh: '严重', en: 'Grave' },
} as const satisfies Readonly<Record<string, Label>>;
export type Severity = keyof typeof severities;

/** What a supervised institution's record says besides its work items. */
export interface SupervisionState {
  /** The year that its record has come to. */
  readonly year: number;
  /** The day of each visit's next round, by the id of its rule. */
  readonly nextVisits: Readonly<Record<string, string>>;
  readonly nextEvaluation: string;
  /** The evaluation that is due and has not begun. */
  readonly evaluationDue: DueEvaluation | null;
  readonly evaluations: readonly PastEvaluation[];
  /** The severity of the gravest finding, by the work item in which it was found, or by what time found: expired documents of the staff. */
  readonly findings: Readonly<Record<string, Severity>>;
  /** The days that an order gives for rectification, by the step that it asked for. */
  readonly given: Readonly<Record<string, number>>;
  readonly exit: Exit | null;
  /** Proposed, then decided; none once it is lifted. Absent from what an older release recorded. */
  readonly suspension?: Suspension | null;
  /** Of which last day of a certificate the institution was reminded, and of which the end was noted. */
  readonly term?: { readonly remindedOf?: string; readonly overOf?: string };
  /** The staff list, with those who left this year; absent where nobody was entered. */
  readonly staff?: readonly StaffMember[];
}

/** `no` counts the evaluations of a year: what was rectified is evaluated again. */
export interface DueEvaluation {
  readonly year: number;
  readonly no: number;
}

export interface PastEvaluation extends DueEvaluation {
  readonly caseId: string;
  /** Null while it is under way, and where too little was scored to rate anybody by. */
  readonly rating: string | null;
  readonly endedOn: string | null;
}

export interface Exit {
  readonly measure: ExitMeasure;
  readonly by: string;
  readonly decidedOn: string | null;
  readonly deregisteredOn: string | null;
  readonly closedOn: string | null;
}

export interface Suspension {
  readonly by: string;
  /** Without hearing the institution before: danger is immediate. */
  readonly immediate: boolean;
  /** The days for which it is ordered; null where a condition ends it. */
  readonly days: number | null;
  readonly decidedOn: string | null;
}

/** Since when an institution is suspended; null where it is not. */
export function suspendedOn(supervision: SupervisionState | null | undefined): string | null {
  return supervision?.suspension?.decidedOn ?? null;
}

/** The number of an institution's supervision, from that of the case by which it was certified. */
export function supervisionId(institution: string): string {
  return `${institution}-S`;
}

/** The number of an evaluation: `XCTY-2026-000001-E2027`, with `-2` where it is that year's second. */
export function evaluationId(institution: string, { year, no }: DueEvaluation): string {
  return `${institution}-E${year}${no > 1 ? `-${no}` : ''}`;
}

/** Which evaluation of its year has this number. */
export function numberInYear(evaluation: string): number {
  return Number(/-E\d{4}-(\d+)$/.exec(evaluation)?.[1] ?? 1);
}

/** What a case of this number is about. */
export function kindOfNumber(caseId: string): CaseKind {
  if (caseId.includes('-F-')) return 'support';
  if (caseId.endsWith('-S')) return 'supervision';
  if (/^[A-Z]+-D\d+(-\d+)?$/.test(caseId)) return 'construction';
  return /-E\d{4}(-\d+)?$/.test(caseId) ? 'evaluation' : 'licensing';
}
