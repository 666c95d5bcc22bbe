import type { Application, ApplicationFacts } from './application';
import type { Label } from './label';
import type { Basis, Plan } from './plan';
import { type Change, changes, type Stage } from './vocabulary';

/** Which of the optional stages a kind of change runs (变更), beside those that every case runs; a push follows each registration. */
export interface ChangeRule {
  readonly change: Change;
  readonly stages: readonly OptionalStage[];
  readonly basis: Basis;
}

/** The stages that not every change needs. */
export const optionalStages = ['jointReview', 'registration'] as const satisfies readonly Stage[];
type OptionalStage = (typeof optionalStages)[number];

/** Whether a case runs a stage: a change does where the plan asks it for anything that changes. */
export function runs(
  { changes: rules }: Pick<Plan, 'changes'>,
  { change }: Pick<ApplicationFacts, 'change'>,
  stage: OptionalStage,
): boolean {
  return !change || rules.some((rule) => change.what.includes(rule.change) && rule.stages.includes(stage));
}

/** An institution as it is and as it is to be; what is said of people stays out. */
export type Described = Pick<Application, 'facts' | 'institution'>;

/** What an application for a change alters without saying so, says without altering it, or may not alter at all. */
export interface ChangeProblem {
  /** A JSON pointer into the application. */
  readonly pointer: string;
  readonly rule:
    'undeclaredChange' | 'nothingChanges' | 'unchangeable' | 'holdsWithoutEnd' | 'renewalTooEarly';
  readonly message: Label;
}

/** A change alters what it names and nothing else: the stages that it runs hang on that. */
export function problemsOfChange(before: Described, after: Described): ChangeProblem[] {
  const declared = after.facts.change?.what ?? [];
  const altered = places.filter(({ of }) => of(before) !== of(after));
  const shown = altered.map(({ change }) => change);
  return [
    ...altered
      .filter(({ change }) => !declared.includes(change))
      .map(({ pointer, change }): ChangeProblem => ({
        pointer,
        rule: 'undeclaredChange',
        message: undeclared(change),
      })),
    ...declared
      // Who leads an institution stands in its papers, not among the facts; a renewal leaves it as it is.
      .filter((change) => change !== 'head' && change !== 'renewal' && !shown.includes(change))
      .map((change): ChangeProblem => ({
        pointer: '/facts/change/what',
        rule: 'nothingChanges',
        message: unaltered(change),
      })),
    ...fixed
      .filter(({ of }) => of(before) !== of(after))
      .map(({ pointer, message }): ChangeProblem => ({ pointer, rule: 'unchangeable', message })),
  ];
}

interface Place {
  readonly pointer: string;
  readonly of: (described: Described) => unknown;
}

/** Where each kind of change shows. */
const places: readonly (Place & { readonly change: Change })[] = [
  { pointer: '/institution/name', change: 'name', of: ({ institution }) => institution.name },
  { pointer: '/institution/address', change: 'address', of: ({ institution }) => institution.address },
  { pointer: '/facts/subdistrict', change: 'address', of: ({ facts }) => facts.subdistrict },
  { pointer: '/facts/places', change: 'capacity', of: ({ facts }) => facts.places },
  { pointer: '/facts/ownership', change: 'ownership', of: ({ facts }) => facts.ownership },
];

/** What stays as it is. */
const fixed: readonly (Place & { readonly message: Label })[] = [
  {
    pointer: '/facts/serviceMode',
    of: ({ facts }) => facts.serviceMode,
    message: { zh: '服务模式不能变更，须重新申报', en: 'The service mode cannot change: apply anew' },
  },
  {
    pointer: '/facts/existingRegistration',
    of: ({ facts }) => facts.existingRegistration?.unifiedCode,
    message: {
      zh: '须填写机构现有的统一社会信用代码；没有登记的填 null',
      en: 'Give the unified social credit code that the institution has; null where it has none',
    },
  },
];

function undeclared(change: Change): Label {
  const { zh, en } = changes[change];
  return {
    zh: `与现状不同，须在变更事项中注明“${zh}”`,
    en: `Differs from now: name "${en}" among the changes`,
  };
}

function unaltered(change: Change): Label {
  const { zh, en } = changes[change];
  return { zh: `申报了“${zh}”，但内容与现状相同`, en: `"${en}" is to change, yet all is as it is now` };
}
