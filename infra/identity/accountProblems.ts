import { valuesOf } from '../../domain/label';
import type { Plan } from '../../domain/plan';
import { type Role, roles } from '../../domain/vocabulary';
import type { NewAccount } from './accounts';

/** Roles that a person may have; the engine's own is nobody's. */
export const personsRoles = valuesOf(roles).filter((role) => role !== 'system');

/** Offices that belong to no unit of the plan. */
const withoutUnit: readonly Role[] = ['administrator', 'coordinator'];

/** What is wrong with an account under a plan, each with its option, the rule and what is allowed. */
export function accountProblems({ units }: Pick<Plan, 'units'>, account: NewAccount): string[] {
  const { unit, organisation = null, email, name } = account;
  const given: readonly Role[] = account.roles;
  const ids = units.map(({ id }) => id);
  const isOfficial = given.some((role) => role !== 'applicant' && !withoutUnit.includes(role));
  const problems: readonly (readonly [boolean, string, string, string])[] = [
    [given.length === 0, '--roles', '至少一个岗位', `at least one of ${personsRoles.join(', ')}`],
    [
      unit !== null && !ids.includes(unit),
      '--unit',
      `须为 ${ids.join('、')} 之一`,
      `one of ${ids.join(', ')}`,
    ],
    [isOfficial && unit === null, '--unit', '该岗位须属于一个单位', 'these roles belong to a unit'],
    [
      given.includes('applicant') && organisation === null,
      '--organisation',
      '举办者须写明所代表的举办者',
      'an applicant acts for an organisation',
    ],
    [
      given.includes('applicant') && given.length > 1,
      '--roles',
      '举办者不得兼任其他岗位',
      'an applicant has no other role',
    ],
    [
      !given.includes('applicant') && organisation !== null,
      '--organisation',
      '只有举办者代表举办者',
      'only an applicant acts for one',
    ],
    [
      given.includes('applicant') && unit !== null,
      '--unit',
      '举办者不属于任何单位',
      'an applicant belongs to no unit',
    ],
    [!/^[^\s@]+@[^\s@]+$/.test(email), '--email', '须为电子邮箱', 'an e-mail address'],
    [
      name.zh.trim() === '' || name.en.trim() === '',
      '--name-zh, --name-en',
      '称谓须中英文齐全',
      'both names',
    ],
  ];
  return problems
    .filter(([isWrong]) => isWrong)
    .map(([, option, zh, en]) => `${option}：${zh}\n${option}: ${en}`);
}
