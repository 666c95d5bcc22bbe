import type { ActBody } from '../act';
import { ruleOf } from '../caseClock';
import { sideRulesIn } from '../changes/items';
import { Refusal } from '../refusal';
import { demand, numberOf, only, type Performing, withWords } from './performed';

type Body<A extends ActBody['act']> = Extract<ActBody, { act: A }>;

/** Once, and for no longer than the law allows (行政许可法 第四十二条: 20 + 10, 45 + 15). */
export const requestExtension: Performing<Body<'requestExtension'>> = (file, item, { days, reason }) => {
  const { id, extension } = ruleOf(file, item.stepId);
  if (!extension) throw new Refusal('notExtendable', { pointer: '/act' });
  demand(file.extensionsAsked[id] === undefined, 'extensionGiven', '/act');
  demand(days <= extension.limit, 'extensionTooLong', '/days', [`<= ${extension.limit}`]);
  return withWords(
    { type: 'extensionRequested', item: item.id, clock: id, days, by: extension.by },
    { reason },
  );
};

export const forwardExtension: Performing<Body<'forwardExtension'>> = (_file, item, { opinion }) =>
  withWords({ type: 'extensionForwarded', item: item.id }, { opinion });

export const grantExtension: Performing<Body<'grantExtension'>> = (_file, item, _body, context) =>
  only({ type: 'extensionGranted', item: item.id, letter: numberOf(context) });

export const declineExtension: Performing<Body<'declineExtension'>> = (_file, item, { reason }) =>
  withWords({ type: 'extensionDeclined', item: item.id }, { reason });

/** A question to the head of the unit, or to the leading group's office, that comes back with advice. */
export const consult: Performing<Body<'consult'>> = (file, item, { whom, question }) =>
  withWords(
    whom === 'head'
      ? { type: 'consulted', item: item.id, unit: item.unit, role: 'head' }
      : { type: 'consulted', item: item.id, unit: sideRulesIn(file).office, role: 'coordinator' },
    { question },
  );
