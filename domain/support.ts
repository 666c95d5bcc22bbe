import type { Label } from './label';
import type { Basis, MaterialRule, UnitId } from './plan';
import { ownerships, type Ownership, serviceModes, type ServiceMode } from './vocabulary';

/** How institutions are supported (加大投入、扶持), 实施方案四（四）: each measure by the duties of Annex 1. */
export interface SupportRules {
  /** Who pays, and says before whether it can (区财政局). */
  readonly finance: UnitId;
  readonly measures: readonly SupportMeasure[];
  readonly basis: Basis;
}

export interface SupportMeasure {
  readonly id: string;
  readonly name: Label;
  /** The unit by whose duty it is examined and decided. */
  readonly examines: UnitId;
  /** Paid by the finance bureau; else granted as it is: rent, tax, purchased services of another unit. */
  readonly paid: boolean;
  /** How often it is looked at again. */
  readonly recheckMonths: number;
  /** What an institution must be, all of it. */
  readonly conditions: readonly SupportCondition[];
  /** What the applicant brings, by the same conditions as with an application. */
  readonly materials: readonly SupportMaterial[];
  readonly basis: Basis;
}

/** A paper that a measure asks for. */
export type SupportMaterial = Omit<MaterialRule, 'stage'>;

export type SupportCondition =
  | { readonly kind: 'serviceMode'; readonly in: readonly ServiceMode[] }
  | { readonly kind: 'ownership'; readonly in: readonly Ownership[] }
  | { readonly kind: 'named' }
  | { readonly kind: 'rating'; readonly in: readonly string[] }
  | { readonly kind: 'places'; readonly atLeast: number };

/** What conditions read of an institution. */
export interface SupportFacts {
  readonly serviceMode: ServiceMode;
  readonly ownership: Ownership;
  readonly places: number;
  /** Whether it provides meals: some papers are asked for only then. */
  readonly meals: boolean;
  /** Whether it bears the name of a demonstration site. */
  readonly named: boolean;
  /** Its last rating; null where it was never rated. */
  readonly rating: string | null;
}

/** One condition of a measure held against an institution, in words. */
export interface Checked {
  readonly rule: Label;
  readonly found: Label;
  readonly holds: boolean;
}

/** What a support has come to besides its work items. */
export interface SupportState {
  readonly examined: 'passed' | 'failed' | null;
  readonly opinion: 'passed' | 'failed' | null;
  readonly draft: {
    readonly by: string;
    readonly result: 'granted' | 'refused';
    readonly yuan: number | null;
  } | null;
  readonly granted: { readonly on: string; readonly no: string; readonly yuan: number | null } | null;
  readonly payments: readonly { readonly on: string; readonly yuan: number }[];
  readonly nextRecheck: string | null;
}

export const newSupport: SupportState = {
  examined: null,
  opinion: null,
  draft: null,
  granted: null,
  payments: [],
  nextRecheck: null,
};

/** The number of a support: `XCTY-2026-000001-F-rentReduction`, with `-2` where it was asked for a second time. */
export function supportId(institution: string, measure: string, time: number): string {
  return `${institution}-F-${measure}${time > 1 ? `-${time}` : ''}`;
}

/** Each condition of a measure, held against what an institution is: explained one by one. */
export function checkEligibility(
  conditions: readonly SupportCondition[],
  facts: SupportFacts,
  nameOfRating: (id: string) => Label,
): Checked[] {
  return conditions.map((condition) => check(condition, facts, nameOfRating));
}

function check(
  condition: SupportCondition,
  facts: SupportFacts,
  nameOfRating: (id: string) => Label,
): Checked {
  switch (condition.kind) {
    case 'serviceMode': {
      const names = condition.in.map((mode) => serviceModes[mode]);
      return {
        rule: oneOf({ zh: '服务模式为', en: 'Service mode' }, names),
        found: serviceModes[facts.serviceMode],
        holds: condition.in.includes(facts.serviceMode),
      };
    }
    case 'ownership': {
      const names = condition.in.map((each) => ownerships[each]);
      return {
        rule: oneOf({ zh: '机构性质为', en: 'Ownership' }, names),
        found: ownerships[facts.ownership],
        holds: condition.in.includes(facts.ownership),
      };
    }
    case 'named':
      return {
        rule: { zh: '已命名为示范点', en: 'Named a demonstration site' },
        found: facts.named ? { zh: '已命名', en: 'named' } : { zh: '未命名', en: 'not named' },
        holds: facts.named,
      };
    case 'rating':
      return {
        rule: oneOf({ zh: '最近一次评估等级为', en: 'Last rating' }, condition.in.map(nameOfRating)),
        found: facts.rating === null ? { zh: '未评定', en: 'not rated' } : nameOfRating(facts.rating),
        holds: facts.rating !== null && condition.in.includes(facts.rating),
      };
    case 'places':
      return {
        rule: { zh: `托位不少于 ${condition.atLeast} 个`, en: `At least ${condition.atLeast} places` },
        found: { zh: `${facts.places} 个`, en: `${facts.places}` },
        holds: facts.places >= condition.atLeast,
      };
  }
}

function oneOf(what: Label, names: readonly Label[]): Label {
  const [zh, en] = [names.map((name) => name.zh).join('或'), names.map((name) => name.en).join(' or ')];
  return { zh: `${what.zh}${zh}`, en: `${what.en}: ${en}` };
}
