import type { ApplicationFacts } from './application';
import type { Label } from './label';
import type { StandardRule } from './plan';
import { classKinds } from './vocabulary';

/** What came of measuring an application by one standard. */
type Measured = { readonly kind: 'met' } | { readonly kind: 'failed' | 'notStated'; readonly detail: Label };

type Rule<K extends StandardRule['kind']> = Extract<StandardRule, { kind: K }>;

/** Measures an application by a standard (设置标准); what it does not state is never held against it. */
export function measure(rule: StandardRule, facts: ApplicationFacts): Measured {
  switch (rule.kind) {
    case 'classSize':
      return classSize(rule, facts);
    case 'careRatio':
      return careRatio(rule, facts);
    case 'areaPerPlace':
      return areaPerPlace(rule, facts);
    case 'floor':
      return floor(rule, facts);
    case 'windowShare':
      return windowShare(rule, facts);
    case 'videoDays':
      return videoDays(rule, facts);
    case 'headQualification':
      return headQualification(rule, facts);
    case 'noCrimeProof':
      return noCrimeProof(facts);
  }
}

function classSize(rule: Rule<'classSize'>, { classes }: ApplicationFacts): Measured {
  const sizes = classes.filter(({ kind }) => kind === rule.classKind).map(({ places }) => places);
  const tooLarge = sizes.filter((places) => places > rule.max);
  if (tooLarge.length === 0) return met;
  const label = classKinds[rule.classKind];
  return failed(
    `${label.zh}每班 ${tooLarge.join('、')} 人，标准不超过 ${rule.max} 人`,
    `${label.en}: ${tooLarge.join(', ')} children in a class, at most ${rule.max}`,
  );
}

function careRatio(rule: Rule<'careRatio'>, { classes, staff }: ApplicationFacts): Measured {
  const ofKind = classes.filter(({ kind }) => kind === rule.classKind);
  const children = ofKind.reduce((sum, { places }) => sum + places, 0);
  if (children === 0) return met;
  const label = classKinds[rule.classKind];
  const carers = staff.carers[rule.classKind];
  if (carers === undefined) {
    return notStated(`未说明${label.zh}的保育人员人数`, `Carers not stated for: ${label.en}`);
  }
  if (carers * rule.childrenPerCarer >= children) return met;
  return failed(
    `${label.zh} ${children} 人配保育人员 ${carers} 人，标准为每名保育人员不超过 ${rule.childrenPerCarer} 人`,
    `${label.en}: ${carers} carers for ${children} children, at most ${rule.childrenPerCarer} children to a carer`,
  );
}

function areaPerPlace(rule: Rule<'areaPerPlace'>, { premises, places }: ApplicationFacts): Measured {
  if (places === 0) return met;
  const area = premises.areaSquareMetres;
  if (area === null) return notStated('未说明面积', 'The area is not stated');
  if (area >= places * rule.minSquareMetres) return met;
  const each = Number((area / places).toFixed(2));
  return failed(
    `${area} 平方米收托 ${places} 人，人均 ${each} 平方米，标准不少于 ${rule.minSquareMetres} 平方米`,
    `${area} m² for ${places} children is ${each} m² each, at least ${rule.minSquareMetres} m²`,
  );
}

function floor(rule: Rule<'floor'>, { premises }: ApplicationFacts): Measured {
  const { highestFloor, usesBasement } = premises;
  if (highestFloor !== null && highestFloor > rule.max) {
    return failed(
      `最高使用楼层为第 ${highestFloor} 层，标准不高于第 ${rule.max} 层`,
      `Care on floor ${highestFloor}, at most floor ${rule.max}`,
    );
  }
  const inBasement = usesBasement === true || (highestFloor !== null && highestFloor < 1);
  if (!rule.basementAllowed && inBasement) {
    return failed('使用地下室或半地下室，标准不允许', 'Care in a basement, which is not allowed');
  }
  const enoughIsSaid = highestFloor !== null && (rule.basementAllowed || usesBasement !== null);
  return enoughIsSaid ? met : notStated('未说明楼层或是否使用地下室', 'Floor or basement not stated');
}

function windowShare(rule: Rule<'windowShare'>, { premises }: ApplicationFacts): Measured {
  const share = premises.windowShare;
  if (share === null) return notStated('未说明窗地面积比', 'Window area over floor area is not stated');
  if (share >= rule.min) return met;
  return failed(
    `窗地面积比为 ${share}，标准不小于 ${rule.min}`,
    `Window area over floor area is ${share}, at least ${rule.min}`,
  );
}

function videoDays(rule: Rule<'videoDays'>, { premises }: ApplicationFacts): Measured {
  const days = premises.videoDays;
  if (days === null)
    return notStated('未说明监控录像保存天数', 'Days for which video is kept are not stated');
  if (days >= rule.min) return met;
  return failed(
    `监控录像保存 ${days} 日，标准不少于 ${rule.min} 日`,
    `Video is kept ${days} days, at least ${rule.min}`,
  );
}

function headQualification(rule: Rule<'headQualification'>, { staff }: ApplicationFacts): Measured {
  const { headHasDegree, headYears } = staff;
  if (headHasDegree === false) {
    return failed(`负责人没有${rule.degree.zh}`, `The head does not have ${rule.degree.en}`);
  }
  if (headYears !== null && headYears < rule.minYears) {
    return failed(
      `负责人有 ${headYears} 年工作经历，标准不少于 ${rule.minYears} 年`,
      `The head has ${headYears} years of experience, at least ${rule.minYears}`,
    );
  }
  if (headHasDegree !== null && headYears !== null) return met;
  return notStated('未说明负责人的学历或工作年限', "The head's degree or years of experience are not stated");
}

function noCrimeProof({ staff }: ApplicationFacts): Measured {
  if (staff.noCrimeProof === null) {
    return notStated('未说明有无无犯罪记录证明', 'Whether there is a no-crime proof for staff is not stated');
  }
  if (staff.noCrimeProof) return met;
  return failed('没有工作人员无犯罪记录证明', 'There is no no-crime proof for staff');
}

const met: Measured = { kind: 'met' };

function failed(zh: string, en: string): Measured {
  return { kind: 'failed', detail: { zh, en } };
}

function notStated(zh: string, en: string): Measured {
  return { kind: 'notStated', detail: { zh, en } };
}
