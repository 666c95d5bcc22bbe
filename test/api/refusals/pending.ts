import { openItems } from '../../../domain/process';
import { official } from '../../world/people';
import { agree, doOn } from '../sideWay';
import { actOn, conduct, fileOf } from '../way';
import {
  atDraft,
  atRegister,
  type Door,
  drafting,
  officer,
  reason,
  type Refusals,
  registrar,
  repairing,
} from './refused';

/** Another administrator than the one who proposes. */
const second = official('health', 'administrator');
const inProcedure = ['schedule', 'recordResult'];

/** What must wait, since something else pends. */
export const pendingRefusals: Refusals<
  | 'reviewsPending'
  | 'objectionsUnanswered'
  | 'hearingOpen'
  | 'hearingOffered'
  | 'procedurePending'
  | 'procedureRunning'
  | 'applicantAwaited'
  | 'extensionGiven'
  | 'repairPending'
> = {
  reviewsPending: {
    status: 409,
    answered: stretched,
    instead: atDraft,
    fault: '/act reviewsPending review-fire',
  },
  objectionsUnanswered: {
    status: 409,
    answered: async ({ house, reach, onItem }) => {
      const { caseId } = await reach('answer');
      return onItem(await agree(house, caseId), 'draft', drafting, officer);
    },
    instead: [...atDraft, 'answerObjection'],
    fault: '/act objectionsUnanswered answer',
  },
  hearingOpen: {
    status: 409,
    answered: async ({ reach, onItem }) => onItem(await reach('requestHearing'), 'draft', drafting, officer),
    instead: [...atDraft, 'serve'],
    fault: '/act hearingOpen requestHearing',
  },
  hearingOffered: {
    status: 409,
    answered: async ({ reach, onItem }) =>
      onItem(await reach('requestHearing'), 'draft', { act: 'offerHearing', reason }, officer),
    instead: [...atDraft, 'serve'],
    fault: '/act hearingOffered',
  },
  procedurePending: {
    status: 409,
    answered: async ({ reach, onItem }) => onItem(await reach('inspect'), 'draft', drafting, officer),
    instead: [...atDraft, ...inProcedure, 'callOff'],
    fault: '/act procedurePending inspect',
  },
  procedureRunning: {
    status: 409,
    answered: async ({ reach, onItem }) => {
      const again = { act: 'order', procedure: 'inspect', days: 3, reason };
      return onItem(await reach('inspect'), 'draft', again, officer);
    },
    instead: [...atDraft, ...inProcedure, 'callOff'],
    fault: '/procedure procedureRunning',
  },
  applicantAwaited: {
    status: 409,
    answered: async ({ reach, onItem }) =>
      onItem(await reach('reapply'), 'register', { act: 'declineRegistration', reason }, registrar),
    instead: atRegister,
    fault: '/act applicantAwaited reapply',
  },
  extensionGiven: {
    status: 409,
    answered: async ({ reach, onItem }) => {
      const again = { act: 'requestExtension', days: 1, reason };
      return onItem(await reach('forwardExtension'), 'draft', again, officer);
    },
    instead: atDraft,
    fault: '/act extensionGiven',
  },
  repairPending: {
    status: 409,
    answered: async ({ reach, propose }) =>
      propose(await reach('confirmRepair'), { kind: 'move', to: 'acceptance' }),
    // Who proposed it may take it back, but not confirm it.
    instead: [...repairing, 'declineRepair'],
    fault: '/act repairPending confirmRepair',
  },
};

/** A draft after 消防's limit had passed, and an administrator has stretched it. */
async function stretched({ house, at, atTime, propose, onItem }: Door) {
  const file = await at('review');
  const { caseId } = file;
  const reviews = openItems(file).filter(({ step }) => step === 'review');
  const agreeing = { act: 'signOff', opinion: 'agree' };
  for (const item of reviews.filter(({ unit }) => unit !== 'fire'))
    await actOn(house, item, agreeing, official(item.unit, 'reviewer'));
  const { dueAt } = reviews.find(({ unit }) => unit === 'fire')!.deadline;
  return atTime(dueAt, async () => {
    await propose(await conduct(house, caseId), { kind: 'extend', clock: 'review', days: 5 });
    const proposed = await fileOf(house, caseId);
    const confirmed = await doOn(house, proposed, 'confirmRepair', { act: 'confirmRepair' }, second);
    return onItem(confirmed, 'draft', drafting, officer);
  });
}
