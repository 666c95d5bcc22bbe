import type { ActBody } from '../act';
import { ruleOf } from '../caseClock';
import type { CaseFile } from '../caseFile';
import { clockConcerned } from '../changes/extensions';
import { sideRulesIn } from '../changes/items';
import { openItems } from '../process';
import { Refusal } from '../refusal';
import { demand, numberOf, only, type Performing, withWords } from './performed';

type Body<A extends ActBody['act']> = Extract<ActBody, { act: A }>;

/** Once, in time, and for no longer than the law allows (行政许可法 第四十二条: 20 + 10, 45 + 15). */
export const requestExtension: Performing<Body<'requestExtension'>> = (file, item, { days, reason }) => {
  const { id, extension } = ruleOf(file, item.stepId);
  if (!extension) throw new Refusal('notExtendable', { pointer: '/act' });
  demand(file.extensions[id] === undefined && !isAsked(file, id), 'extensionGiven', '/act');
  demand(!hasPassed(file, id), 'limitOver', '/act');
  demand(days <= extension.limit, 'extensionTooLong', '/days', [`<= ${extension.limit}`]);
  return withWords(
    { type: 'extensionRequested', item: item.id, clock: id, days, by: extension.by },
    { reason },
  );
};

export const forwardExtension: Performing<Body<'forwardExtension'>> = (_file, item, { opinion }) =>
  withWords({ type: 'extensionForwarded', item: item.id }, { opinion });

/** A limit that has passed is not extended any more. */
export const grantExtension: Performing<Body<'grantExtension'>> = (file, item, _body, context) => {
  demand(!hasPassed(file, clockConcerned(file, item.id)), 'limitOver', '/act');
  return only({ type: 'extensionGranted', item: item.id, letter: numberOf(context) });
};

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

/** Whether a request for it is still on its way. */
function isAsked(file: CaseFile, clock: string): boolean {
  const requests = openItems(file).filter(
    ({ step }) => step === 'forwardExtension' || step === 'grantExtension',
  );
  return requests.some(({ id }) => clockConcerned(file, id) === clock);
}

function hasPassed(file: CaseFile, clock: string): boolean {
  return openItems(file).some(({ deadline, limitPassed }) => deadline.rule === clock && limitPassed);
}
