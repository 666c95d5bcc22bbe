import type { Act, ActBody } from '../../domain/act';
import { actRules } from '../../domain/actRules';
import type { Actor } from '../../domain/actor';
import type { CaseFile, WorkItem } from '../../domain/caseFile';
import { openItems } from '../../domain/process';
import { type SideStep, sideSteps } from '../../domain/sideStep';
import type { Stage, Step } from '../../domain/vocabulary';
import { applicant, official } from '../world/people';
import { administrator, type House } from './house';
import { actOn, actOnCase, advance, apply, conduct, fileOf, openItem } from './way';
import type { LicensingStep } from '../world/licensing';

export const reason = '按规定';

/** Does an act through the API on the open item of a step, as whoever answers it. @returns the case after it */
export async function doOn(
  house: House,
  file: CaseFile,
  step: Step,
  body: ActBody,
  who?: Actor,
): Promise<CaseFile> {
  const item = openItem(file, step);
  const answered = await actOn(house, item, body, who ?? answering(item, body.act));
  if (answered.status !== 200) throw new Error(`${step}: ${answered.text}`);
  return fileOf(house, file.caseId);
}

/** Who of the item's unit does an act on its step. @throws RangeError where nobody may */
export function answering({ step, unit }: WorkItem, act: Act): Actor {
  const rule = actRules[act].find(
    (each) => 'steps' in each && each.on !== 'done' && each.steps.includes(step),
  );
  const role = rule?.roles[0];
  if (role === undefined) throw new RangeError(`Nobody answers ${step} by ${act}`);
  return role === 'applicant' ? applicant : official(unit, role);
}

export async function doOnCase(house: House, file: CaseFile, body: ActBody, who: Actor): Promise<CaseFile> {
  const answered = await actOnCase(house, file, body, who);
  if (answered.status !== 200) throw new Error(`${body.act}: ${answered.text}`);
  return fileOf(house, file.caseId);
}

/** The step from which a side step is asked for, and the act that asks. */
const asking: Record<Exclude<SideStep & LicensingStep, 'confirmRepair'>, readonly [Step, ActBody]> = {
  correct: [
    'accept',
    { act: 'requestCorrection', missing: [{ text: '租赁合同缺页' }, { text: '平面图缺比例' }] },
  ],
  answer: ['review', { act: 'signOff', opinion: 'object', reason: '通道不足' }],
  inspect: ['draft', { act: 'order', procedure: 'inspect', days: 5, reason }],
  test: ['draft', { act: 'order', procedure: 'test', days: 5, reason }],
  appraise: ['draft', { act: 'order', procedure: 'appraise', days: 5, reason }],
  requestHearing: ['draft', { act: 'offerHearing', reason }],
  hear: ['requestHearing', { act: 'requestHearing' }],
  forwardExtension: ['draft', { act: 'requestExtension', days: 5, reason }],
  grantExtension: ['forwardExtension', { act: 'forwardExtension', opinion: '情况属实' }],
  advise: ['draft', { act: 'consult', whom: 'head', question: '可否' }],
  reapply: ['register', { act: 'declineRegistration', reason: '名称重复' }],
  serve: ['decide', { act: 'decide', result: 'granted' }],
};

const move = (to: Stage): ActBody => ({ act: 'proposeRepair', repair: { kind: 'move', to }, reason });

/** A case of its own in which a step of any kind is open, brought there through the API. */
export async function reach(house: House, step: Step): Promise<CaseFile> {
  if (step === 'confirmRepair')
    return doOnCase(house, await fileOf(house, await apply(house)), move('acceptance'), administrator);
  if (!isSideStep(step)) return advance(house, await apply(house), step);
  const [from, body] = asking[step];
  return doOn(house, await reach(house, from), from, body);
}

function isSideStep(step: Step): step is Exclude<SideStep & LicensingStep, 'confirmRepair'> {
  return (sideSteps as readonly Step[]).includes(step) && step !== 'confirmRepair';
}

/** Every review that is still open agrees, and nothing else is done. */
export async function agree(house: House, caseId: string): Promise<CaseFile> {
  for (;;) {
    const file = await conduct(house, caseId);
    const review = openItems(file).find(({ step }) => step === 'review');
    if (!review) return file;
    const answered = await actOn(
      house,
      review,
      { act: 'signOff', opinion: 'agree' },
      official(review.unit, 'reviewer'),
    );
    if (answered.status !== 200) throw new Error(`review: ${answered.text}`);
  }
}
