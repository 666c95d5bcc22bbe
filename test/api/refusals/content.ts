import { straightAnswer } from '../../world/answers';
import { applicant, official } from '../../world/people';
import { openItem } from '../way';
import {
  atAccept,
  atDecide,
  atDraft,
  atRegister,
  clerk,
  type Door,
  drafting,
  officer,
  reason,
  type Refusals,
  registrar,
  signer,
  taking,
  TODAY,
} from './refused';

const place = '区政务服务中心';
const hearing = async ({ reach, onItem }: Door, body: object) =>
  onItem(await reach('hear'), 'hear', body, officer);
/** A hearing that the applicant asked for is nobody's to call off, and they wait for its letters. */
const atHearing = [...atDraft, 'schedule', 'recordResult', 'serve'];
/** The checklist of an application without meals. */
const materials =
  'applicationForm applicantIdentity premisesRight floorPlan staffList charter registrationCertificate ' +
  'siteProof staffQualifications staffHealth hygieneReport fireSafety filingForm commitmentLetter';
const basement = {
  areaSquareMetres: 300,
  highestFloor: 2,
  usesBasement: true,
  windowShare: 0.25,
  videoDays: 90,
};

/** What an act says that does not fit the case. */
export const contentRefusals: Refusals<
  | 'unknownNumber'
  | 'unknownMaterial'
  | 'procedureTooLong'
  | 'noticeTooShort'
  | 'presiderExamined'
  | 'presiderMissing'
  | 'notScheduled'
  | 'notExtendable'
  | 'extensionTooLong'
  | 'resultDiffers'
  | 'findingsUnanswered'
  | 'unknownFinding'
  | 'reasonMissing'
  | 'materialsMissing'
> = {
  unknownNumber: {
    status: 422,
    answered: async ({ reach, onItem }) => {
      const answers = [{ no: 3, answer: '已补正' }];
      return onItem(await reach('correct'), 'correct', { act: 'correct', answers }, applicant);
    },
    instead: ['correct', 'acknowledge', 'withdraw'],
    fault: '/answers/0/no unknownNumber 1 2',
  },
  unknownMaterial: {
    status: 422,
    answered: async ({ at, onItem }) => {
      const missing = [{ text: '缺页', material: 'poem' }];
      return onItem(
        await at('accept', { meals: false }),
        'accept',
        { act: 'requestCorrection', missing },
        clerk,
      );
    },
    instead: atAccept,
    fault: `/missing/0/material unknownMaterial ${materials}`,
  },
  procedureTooLong: {
    status: 422,
    answered: async ({ at, onItem }) => {
      const body = { act: 'order', procedure: 'inspect', days: 11, reason };
      return onItem(await at('draft'), 'draft', body, officer);
    },
    instead: atDraft,
    fault: '/days procedureTooLong <= 10',
  },
  noticeTooShort: {
    status: 422,
    answered: (door) =>
      hearing(door, { act: 'schedule', on: '2026-10-01', place, presider: 'somebody-else' }),
    instead: atHearing,
    fault: '/on noticeTooShort >= 2026-10-05',
  },
  presiderExamined: {
    status: 422,
    answered: (door) => {
      const presider = official('fire', 'reviewer').sub;
      return hearing(door, { act: 'schedule', on: '2026-10-30', place, presider });
    },
    instead: atHearing,
    fault: '/presider presiderExamined',
  },
  presiderMissing: {
    status: 422,
    answered: (door) => hearing(door, { act: 'schedule', on: '2026-10-30', place }),
    instead: atHearing,
    fault: '/presider presiderMissing',
  },
  notScheduled: {
    status: 409,
    answered: (door) =>
      hearing(door, { act: 'recordResult', result: 'passed', heldOn: TODAY, report: '符合要求' }),
    instead: atHearing,
    fault: '/act notScheduled',
  },
  notExtendable: {
    status: 409,
    answered: async ({ at, onItem }) =>
      onItem(await at('register'), 'register', { act: 'requestExtension', days: 1, reason }, registrar),
    instead: atRegister,
    fault: '/act notExtendable',
  },
  extensionTooLong: {
    status: 422,
    answered: async ({ at, onItem }) =>
      onItem(await at('draft'), 'draft', { act: 'requestExtension', days: 16, reason }, officer),
    instead: atDraft,
    fault: '/days extensionTooLong <= 15',
  },
  resultDiffers: {
    status: 422,
    answered: async ({ at, onItem }) =>
      onItem(await at('decide'), 'decide', { act: 'decide', result: 'refused' }, signer),
    instead: atDecide,
    fault: '/result resultDiffers granted',
  },
  findingsUnanswered: {
    status: 422,
    answered: async ({ at, onItem }) =>
      onItem(await at('draft', { meals: true, premises: basement }), 'draft', drafting, officer),
    instead: atDraft,
    fault: '/answers findingsUnanswered floor',
  },
  unknownFinding: {
    status: 422,
    answered: async ({ at, onItem }) => {
      const answers = [
        { finding: 'floor', answer: '已封闭' },
        { finding: 'colour', answer: '红' },
      ];
      return onItem(await at('draft', { premises: basement }), 'draft', { ...drafting, answers }, officer);
    },
    instead: atDraft,
    fault: '/answers/1/finding unknownFinding floor',
  },
  reasonMissing: {
    status: 422,
    answered: async ({ at, onItem }) => {
      const file = await at('review');
      const { unit } = openItem(file, 'review');
      return onItem(file, 'review', { act: 'signOff', opinion: 'object' }, official(unit, 'reviewer'));
    },
    instead: [...taking, 'order', 'signOff'],
    fault: '/reason reasonMissing',
  },
  materialsMissing: {
    status: 422,
    answered: async ({ at, onItem }) => {
      const file = await at('file');
      const body = straightAnswer(file, { step: 'file', unit: 'applicant' }, TODAY);
      const materials = 'materials' in body ? body.materials.filter((id) => id !== 'fireSafety') : [];
      return onItem(file, 'file', { act: 'file', materials }, applicant);
    },
    instead: ['file', 'acknowledge'],
    fault: '/materials materialsMissing fireSafety',
  },
};
