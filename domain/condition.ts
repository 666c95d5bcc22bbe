import type { Label } from './label';
import type { Basis, StandardRule } from './plan';
import { classKinds, type ServiceMode } from './vocabulary';

/** A standard (设置标准) as an institution is told of it: what it asks, and where that comes from. */
export interface Condition {
  readonly rule: Label;
  readonly basis: Basis;
}

/** The basic conditions that an institution of this mode keeps to (基本条件告知书). */
export function conditionsOf(standards: readonly StandardRule[], mode: ServiceMode): Condition[] {
  return standards
    .filter(({ modes }) => modes.length === 0 || modes.includes(mode))
    .map((standard) => ({ rule: ruleOf(standard), basis: standard.basis }));
}

function ruleOf(rule: StandardRule): Label {
  switch (rule.kind) {
    case 'classSize':
      return said(
        `${classKinds[rule.classKind].zh}每班不超过 ${rule.max} 人`,
        `${classKinds[rule.classKind].en}: at most ${rule.max} children in a class`,
      );
    case 'careRatio':
      return said(
        `${classKinds[rule.classKind].zh}每名保育人员照护不超过 ${rule.childrenPerCarer} 人`,
        `${classKinds[rule.classKind].en}: at most ${rule.childrenPerCarer} children to a carer`,
      );
    case 'areaPerPlace':
      return said(
        `人均面积不少于 ${rule.minSquareMetres} 平方米`,
        `At least ${rule.minSquareMetres} m² for each child`,
      );
    case 'floor':
      return rule.basementAllowed
        ? said(`婴幼儿用房不高于第 ${rule.max} 层`, `Rooms for children: floor ${rule.max} or lower`)
        : said(
            `婴幼儿用房不高于第 ${rule.max} 层，不使用地下室或半地下室`,
            `Rooms for children: floor ${rule.max} or lower, and not in a basement`,
          );
    case 'windowShare':
      return said(`窗地面积比不小于 ${rule.min}`, `Window area over floor area: at least ${rule.min}`);
    case 'videoDays':
      return said(`监控录像保存不少于 ${rule.min} 日`, `Video is kept for at least ${rule.min} days`);
    case 'headQualification':
      return said(
        `负责人具有${rule.degree.zh}，并有不少于 ${rule.minYears} 年工作经历`,
        `The head has ${rule.degree.en} and at least ${rule.minYears} years of experience`,
      );
    case 'noCrimeProof':
      return said('工作人员有无犯罪记录证明', 'There is a no-crime proof for staff');
  }
}

function said(zh: string, en: string): Label {
  return { zh, en };
}
