import type { ChangeRule } from './change';
import type { ConstructionRules } from './construction';
import type { EvaluationRules } from './evaluation';
import type { Label } from './label';
import type { SupervisionRules } from './supervision';
import type { SupportRules } from './support';
import type { RenewalRules } from './term';
import type { Procedure, WayStep, SideStep } from './sideStep';
import type {
  ClassKind,
  ExtensionAuthority,
  Handling,
  LimitUnit,
  Ownership,
  RungRecipient,
  ServiceForm,
  ServiceMode,
  Silence,
  Source,
  StartEvent,
} from './vocabulary';

/** A unit of the plan: `health`, `changqing` (a subdistrict), `government`. */
export type UnitId = string;

/** A unit, or `subdistrict`: the one in whose territory the site lies. */
export type UnitRef = UnitId;
export const THE_SUBDISTRICT = 'subdistrict';

/** Where a fact comes from; `confirmed: false` means the bureau has yet to confirm it. */
export interface Basis {
  readonly clause: string;
  readonly source: Source;
  readonly confirmed: boolean;
  readonly note?: string;
}

export type UnitKind = 'department' | 'subdistrict' | 'government';

export interface Unit {
  readonly id: UnitId;
  readonly name: Label;
  readonly kind: UnitKind;
  /** The unit's duties as printed in Annex 1. */
  readonly duties: string;
  /** 机关代字: stands for the unit in the number of its letters. */
  readonly mark: string;
}

/** Who does what in one service mode, 三(二)3 and 4. */
export interface ModeRule {
  readonly lead: UnitRef;
  readonly consulted: readonly UnitRef[];
  readonly basis: Basis;
  readonly accepts: Assignment<UnitRef>;
  readonly reviews: Assignment<readonly UnitRef[]>;
  readonly decides: Assignment<UnitRef>;
  /** 业务主管单位: 民政局 needs its approval first, unless it is the decider. */
  readonly supervisingAuthority: Assignment<UnitRef>;
  /** `none` for a mode whose sites are service points and register nowhere. */
  readonly registers: Assignment<boolean>;
  /** Only where the plan departs from the rule: joint where other units review, else single. */
  readonly handling?: Assignment<Handling>;
  /** For how many years a certificate holds (有效期); without it, without end. */
  readonly term?: Assignment<number>;
}

export interface Assignment<T> {
  readonly value: T;
  readonly basis: Basis;
}

export interface Registrar {
  readonly unit: UnitId;
  readonly basis: Basis;
  /** Whether the registrar needs the supervising authority's approval document first. */
  readonly needsEndorsement: boolean;
}

/** One clock: how long, from when, what silence does, who may extend it. */
export interface ClockRule {
  readonly id: string;
  readonly name: Label;
  readonly limit: number;
  readonly unit: LimitUnit;
  readonly startsFrom: StartEvent;
  readonly silence: Silence;
  readonly extension?: { readonly limit: number; readonly by: ExtensionAuthority };
  /** What stops it, with the written notice that the law asks for (行政许可法 第四十五条). */
  readonly pausedBy?: readonly Procedure[];
  readonly basis: Basis;
}

/** One rung of the ladder of warnings: so many working days after the limit (before it, where negative). */
export interface Rung {
  readonly id: string;
  readonly days: number;
  readonly to: RungRecipient;
}

/** Which clock a step runs on; the decision's and the registration's depend on the case. */
export interface ClockTable {
  readonly byStep: Readonly<Record<Exclude<WayStep, 'draft' | 'decide' | 'register'> | SideStep, string>>;
  readonly decision: { readonly single: string; readonly joint: string };
  readonly registration: Readonly<Record<Ownership, string>>;
}

/** A paper the applicant owes; empty `modes` or `ownerships` mean all. */
export interface MaterialRule {
  readonly id: string;
  readonly name: Label;
  readonly stage: 'acceptance' | 'filing';
  readonly modes: readonly ServiceMode[];
  readonly ownerships: readonly Ownership[];
  /** Asked for only where meals are provided. */
  readonly onlyWithMeals: boolean;
  readonly basis: Basis;
}

/**
 * One standard (设置标准) by which an application is measured; failing it is a finding, not a refusal.
 * Empty `modes` mean all.
 */
export type StandardRule = {
  readonly id: string;
  readonly name: Label;
  readonly modes: readonly ServiceMode[];
  readonly basis: Basis;
} & (
  | { readonly kind: 'classSize'; readonly classKind: ClassKind; readonly max: number }
  | { readonly kind: 'careRatio'; readonly classKind: ClassKind; readonly childrenPerCarer: number }
  | { readonly kind: 'floor'; readonly max: number; readonly basementAllowed: boolean }
  | { readonly kind: 'windowShare'; readonly min: number }
  | { readonly kind: 'videoDays'; readonly min: number }
  | { readonly kind: 'areaPerPlace'; readonly minSquareMetres: number }
  | { readonly kind: 'headQualification'; readonly minYears: number; readonly degree: Label }
  | { readonly kind: 'noCrimeProof' }
);

/** A site of Annex 2: what is printed, beside what was read from it; a blank stays `null`. */
export interface DemonstrationSite {
  readonly no: number;
  readonly printed: {
    readonly mode: string;
    readonly name: string;
    readonly address: string;
    readonly area: string;
    readonly scale: string;
    readonly completion: string;
    readonly responsibleUnit: string;
    readonly remark: string;
  };
  readonly mode: ServiceMode;
  readonly name: string;
  readonly nameIsProvisional: boolean;
  readonly areaSquareMetres: number | null;
  readonly areaPerClass: { readonly min: number; readonly max: number } | null;
  readonly classes: number | null;
  readonly places: number | null;
  readonly completion: string;
  readonly responsibleUnit: UnitId;
}

/** Days that the district's calendar knows better than the library's table. */
export interface CalendarOverride {
  readonly date: string;
  readonly kind: 'holiday' | 'workday';
  readonly name: Label;
}

/** A review body and time limit that a refusal must name (行政复议法). */
export interface Remedy {
  readonly body: Label;
  readonly limit: Label;
  readonly basis: Basis;
}

/** One district's plan as data; a published version never changes. */
export interface Plan {
  readonly id: string;
  readonly caseNumberPrefix: string;
  readonly district: Label;
  readonly title: Label;
  readonly document: { readonly issuer: string; readonly issuedOn: string; readonly inForceFrom: string };
  readonly units: readonly Unit[];
  readonly leadingGroupOffice: UnitId;
  readonly filingAuthority: { readonly unit: UnitId; readonly basis: Basis };
  readonly serviceForms: readonly ServiceForm[];
  readonly modes: Readonly<Record<ServiceMode, ModeRule>>;
  readonly registrars: Readonly<Record<Ownership, Registrar>>;
  readonly clocks: readonly ClockRule[];
  readonly clockTable: ClockTable;
  readonly materials: readonly MaterialRule[];
  readonly standards: readonly StandardRule[];
  readonly changes: readonly ChangeRule[];
  readonly supervision: SupervisionRules;
  readonly evaluation: EvaluationRules;
  readonly construction: ConstructionRules;
  readonly support: SupportRules;
  readonly remedy: Remedy;
  readonly ladder: { readonly rungs: readonly Rung[]; readonly basis: Basis };
  /** Units whose officials get one mail a day instead of one for each warning. */
  readonly digestTo: readonly UnitId[];
  /** What answering a correction notice does to the clock of acceptance. */
  readonly correction: { readonly acceptance: 'restarts' | 'resumes'; readonly basis: Basis };
  /** Days between telling of a hearing and holding it, at the least (行政许可法 第四十八条). */
  readonly hearing: { readonly noticeDays: number; readonly basis: Basis };
  readonly calendar: readonly CalendarOverride[];
  readonly demonstrationSites: readonly DemonstrationSite[];
  /** How many cases a published figure is of at the least; without it, no figures about cases are published. */
  /** Children under 3 (3岁以下婴幼儿) of the district, once somebody has entered the number. */
  readonly population?: { readonly underThree: number; readonly basis: Basis };
  /** Where a mode has a term. */
  readonly renewal?: RenewalRules;
  readonly publicFigures?: { readonly atLeast: number; readonly basis: Basis };
}

/** A published version of a plan: `xiacheng@1`, in force from a date. */
export interface PlanVersion {
  readonly id: string;
  readonly number: number;
  readonly effectiveFrom: string;
  readonly plan: Plan;
}
