import { servers, serverVariables } from '../settingVariables';
import type { Check } from './examination';
import { ill, well } from './finding';

export const settings: Check = async ({ settings: { mode, environment }, problems }) => {
  const given = servers.map((server) => serverVariables[server]).filter((name) => environment[name]?.trim());
  const list = given.length > 0 ? given.join(', ') : '—';
  if (problems.length === 0)
    return [well(`设置有效（${mode}），已给出：${list}`, `The settings hold; given: ${list}`)];
  return problems.map(({ variable, given: value, rule, mend }) => {
    const shown = value === null ? variable : `${variable}=${JSON.stringify(value)}`;
    return ill({ zh: `${shown}：${rule.zh}`, en: `${shown}: ${rule.en}` }, mend);
  });
};
