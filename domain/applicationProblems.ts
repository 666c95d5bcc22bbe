import type { ApplicationFacts } from './application';
import type { Label } from './label';
import type { Plan, PlanVersion } from './plan';
import { serviceModes } from './vocabulary';

type ApplicationRule =
  | 'unknownSubdistrict'
  | 'serviceFormMissing'
  | 'serviceFormNotOffered'
  | 'placesMissing'
  | 'classesDoNotAddUp'
  | 'unknownMaterial';

/** Why an application cannot be planned: where (a JSON pointer), by which rule, and what is allowed there. */
export interface ApplicationProblem {
  readonly pointer: string;
  readonly rule: ApplicationRule;
  readonly message: Label;
  readonly allowed?: readonly string[];
}

/** What makes an application unplannable under a plan; nothing where `planCase` can go on. */
export function problemsOf({ plan }: PlanVersion, facts: ApplicationFacts): ApplicationProblem[] {
  return [
    ...subdistrictProblems(plan, facts),
    ...serviceFormProblems(plan, facts),
    ...placesProblems(plan, facts),
    ...materialProblems(plan, facts),
  ];
}

function subdistrictProblems(plan: Plan, { subdistrict }: ApplicationFacts): ApplicationProblem[] {
  const allowed = plan.units.filter((unit) => unit.kind === 'subdistrict').map((unit) => unit.id);
  if (allowed.includes(subdistrict)) return [];
  return [
    {
      pointer: '/facts/subdistrict',
      rule: 'unknownSubdistrict',
      message: {
        zh: `${plan.district.zh}没有街道“${subdistrict}”`,
        en: `${plan.district.en} has no subdistrict "${subdistrict}"`,
      },
      allowed,
    },
  ];
}

function serviceFormProblems(plan: Plan, { serviceForms }: ApplicationFacts): ApplicationProblem[] {
  const allowed = plan.serviceForms;
  if (serviceForms.length === 0) {
    const message = { zh: '须至少选择一种服务形式', en: 'Choose at least one service form' };
    return [{ pointer: '/facts/serviceForms', rule: 'serviceFormMissing', message, allowed }];
  }
  return serviceForms.flatMap((form, index): ApplicationProblem[] => {
    if (allowed.includes(form)) return [];
    const message = {
      zh: '本区方案不提供这种服务形式',
      en: "The district's plan does not offer this service form",
    };
    return [{ pointer: `/facts/serviceForms/${index}`, rule: 'serviceFormNotOffered', message, allowed }];
  });
}

/** A service point that registers nowhere may care for nobody on its site; an institution may not. */
function placesProblems(plan: Plan, facts: ApplicationFacts): ApplicationProblem[] {
  const { places, classes, serviceMode } = facts;
  if (places === 0 && plan.modes[serviceMode].registers.value) {
    const mode = serviceModes[serviceMode];
    const message = { zh: `${mode.zh}须填写托位数`, en: `${mode.en}: state the number of places` };
    return [{ pointer: '/facts/places', rule: 'placesMissing', message }];
  }
  const sum = classes.reduce((total, each) => total + each.places, 0);
  if (sum === places) return [];
  const message = {
    zh: `各班人数合计 ${sum} 人，与托位数 ${places} 不符`,
    en: `The classes add up to ${sum} places, not to ${places}`,
  };
  return [{ pointer: '/facts/places', rule: 'classesDoNotAddUp', message, allowed: [String(sum)] }];
}

function materialProblems(plan: Plan, { materials }: ApplicationFacts): ApplicationProblem[] {
  const allowed = plan.materials.map((rule) => rule.id);
  return materials.flatMap((id, index): ApplicationProblem[] => {
    if (allowed.includes(id)) return [];
    const message = { zh: `本区材料清单中没有“${id}”`, en: `The checklists have no paper "${id}"` };
    return [{ pointer: `/facts/materials/${index}`, rule: 'unknownMaterial', message, allowed }];
  });
}
