import { applicant, official } from '../../world/people';
import { administrator } from '../house';
import { doOnCase } from '../sideWay';
import { fileOf } from '../way';
import {
  atAccept,
  atDraft,
  clerk,
  officer,
  reason,
  type Refusals,
  repairing,
  signer,
  taking,
} from './refused';

/** What lies beyond the reach of an act: stages, letters, work items and clocks. */
export const courseRefusals: Refusals<
  | 'notReached'
  | 'notEarlier'
  | 'decisionStands'
  | 'unknownLetter'
  | 'letterServed'
  | 'noLetterWaits'
  | 'letterVoid'
  | 'unknownWorkItem'
  | 'unknownClock'
  | 'statutoryLimit'
  | 'wrongStep'
  | 'wrongStage'
> = {
  notReached: {
    status: 422,
    answered: async ({ at, propose }) => propose(await at('review'), { kind: 'move', to: 'decision' }),
    instead: repairing,
    fault: '/repair/to notReached acceptance jointReview',
  },
  notEarlier: {
    status: 422,
    answered: async ({ at, onItem }) =>
      onItem(await at('draft'), 'draft', { act: 'remand', to: 'registration', reason }, officer),
    instead: atDraft,
    fault: '/to notEarlier acceptance jointReview',
  },
  decisionStands: {
    status: 422,
    answered: async ({ at, onItem }) => {
      const body = { act: 'remand', to: 'decision', reason };
      return onItem(await at('conformity'), 'conformity', body, official('health', 'filingOfficer'));
    },
    instead: [...taking, 'remand', 'issueReceipt', 'confirm', 'findNonConforming'],
    fault: '/to decisionStands registration push',
  },
  unknownLetter: {
    status: 422,
    answered: async ({ reach, acknowledge }) => acknowledge(await reach('correct'), '下石桥托〔2025〕号'),
    instead: ['correct', 'acknowledge', 'withdraw'],
    fault: '/letter unknownLetter 下石桥托〔2026〕号',
  },
  letterServed: {
    status: 409,
    answered: async ({ house, reach, acknowledge }) => {
      const file = await reach('inspect');
      const letter = file.letters[0]?.no ?? '';
      return acknowledge(await doOnCase(house, file, { act: 'acknowledge', letter }, applicant), letter);
    },
    instead: ['acknowledge', 'withdraw'],
    fault: '/letter letterServed 下石桥托〔2026〕号',
  },
  noLetterWaits: {
    status: 409,
    answered: async ({ at, acknowledge }) => acknowledge(await at('accept'), '下石桥托〔2026〕1号'),
    instead: ['withdraw'],
  },
  letterVoid: {
    status: 409,
    answered: async ({ house, reach, onCurrent, acknowledge }) => {
      const decided = await reach('serve');
      await onCurrent(decided, 'decide', { act: 'amend', reason }, signer);
      return acknowledge(await fileOf(house, decided.caseId), decided.decisionNo);
    },
    instead: ['acknowledge', 'withdraw'],
    fault: '/letter letterVoid 下石桥托〔2026〕号',
  },
  unknownWorkItem: {
    status: 422,
    answered: async ({ at, onCase }) =>
      onCase(await at('accept'), { act: 'reassign', workItem: 'nothing', to: null, reason }, administrator),
    instead: repairing,
    fault: '/workItem unknownWorkItem accept',
  },
  unknownClock: {
    status: 422,
    answered: async ({ at, propose }) =>
      propose(await at('accept'), { kind: 'extend', clock: 'lunar', days: 3 }),
    instead: repairing,
    fault: '/repair/clock unknownClock acceptance',
  },
  statutoryLimit: {
    status: 422,
    answered: async ({ at, propose }) =>
      propose(await at('draft'), { kind: 'extend', clock: 'decisionJoint', days: 3 }),
    instead: repairing,
    fault: '/repair/clock statutoryLimit',
  },
  wrongStep: {
    status: 409,
    answered: async ({ at, onItem }) => onItem(await at('accept'), 'accept', { act: 'issueReceipt' }, clerk),
    instead: atAccept,
  },
  wrongStage: {
    status: 409,
    answered: async ({ at, withdraw }) => withdraw(await at('file')),
    instead: ['file', 'acknowledge'],
  },
};
