import type { ActBody } from '../../../../domain/act';
import { applicant, official } from '../../../world/people';
import { xiacheng } from '../../plan/plans';
import { correctionAsked, hearingAsked, mended } from '../sideStories';
import { answerTo, flawed, officer, refusalDrafted, signer } from '../stories';
import { wayTo } from '../story';
import { answer, open, type Refusals } from './refused';

const reason = '情况有变';
const consent: ActBody = { act: 'signOff', opinion: 'agree' };
const reviewer = official('fire', 'reviewer');
const objection = (why?: string): ActBody => ({ act: 'signOff', opinion: 'object', reason: why });
const proposal = (...answered: string[]): ActBody => ({
  act: 'draft',
  result: 'refused',
  grounds: '不符合条件',
  answers: answered.map(answerTo),
});
const order = (days: number): ActBody => ({ act: 'order', procedure: 'test', days, reason });
const correct = (...nos: number[]): ActBody => ({
  act: 'correct',
  answers: nos.map((no) => ({ no, answer: '已补正' })),
});
const hearing = (on: string, presider?: string): ActBody => ({
  act: 'schedule',
  on,
  place: '二楼',
  presider,
});
const result = (heldOn: string): ActBody => ({
  act: 'recordResult',
  result: 'passed',
  heldOn,
  report: '符合',
});
const withoutForms = ['siteProof', 'staffQualifications', 'staffHealth', 'hygieneReport', 'fireSafety'];
const forms = ['registrationCertificate', 'filingForm', 'commitmentLetter'].map((form) => ({
  id: form,
  name: xiacheng.plan.materials.find(({ id }) => id === form)!.name,
}));

const atAcceptance = wayTo('accept');
const atReview = wayTo('review');
const atRegistration = wayTo('register');

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
    'a number that the list does not have': open(correctionAsked(), 'correct', correct(1, 3), {
      pointer: '/answers/1/no',
      expected: ['1', '2'],
    }),
    'a number that is mended': open(mended(correctionAsked(), 1), 'correct', correct(1), {
      pointer: '/answers/0/no',
      expected: ['2'],
    }),
    'a number twice': open(correctionAsked(), 'correct', correct(2, 2), {
      pointer: '/answers/1/no',
      expected: ['1', '2'],
    }),
  },
  unknownMaterial: {
    'a list that names a paper which is not asked for': open(
      atAcceptance,
      'accept',
      {
        act: 'requestCorrection',
        missing: [
          { text: '签名', material: 'applicationForm' },
          { text: '护照', material: 'passport' },
        ],
      },
      { pointer: '/missing/1/material', expected: atAcceptance.file.itinerary.materials.map(({ id }) => id) },
    ),
  },
  procedureTooLong: {
    'an inspection for longer than the plan gives it': open(atReview, 'review-fire', order(11), {
      pointer: '/days',
      expected: ['<= 10'],
    }),
  },
  noticeTooShort: {
    'a hearing in six days: 行政许可法 第四十八条': open(
      hearingAsked(),
      'hear',
      hearing('2026-11-30', 'presider-1'),
      { pointer: '/on', expected: ['>= 2026-12-01'] },
    ),
  },
  presiderExamined: {
    'a hearing before somebody who signed off on the case: 行政许可法 第四十八条': open(
      hearingAsked(),
      'hear',
      hearing('2026-12-02', 'fire-reviewer-1'),
      { pointer: '/presider', expected: [] },
    ),
    'a hearing before the one who schedules it': {
      ...open(hearingAsked(), 'hear', hearing('2026-12-02', officer.sub), {
        pointer: '/presider',
        expected: [],
      }),
      actor: officer,
    },
  },
  presiderMissing: {
    'a hearing before nobody': open(hearingAsked(), 'hear', hearing('2026-12-02'), {
      pointer: '/presider',
      expected: [],
    }),
  },
  notScheduled: {
    'the result of a hearing that nobody was told of': open(hearingAsked(), 'hear', result('2026-11-24'), {
      pointer: '/act',
      expected: [],
    }),
  },
  notExtendable: {
    'an extension that nobody may grant': open(
      atRegistration,
      'register',
      { act: 'requestExtension', days: 1, reason },
      { pointer: '/act' },
    ),
  },
  extensionTooLong: {
    'more than the law allows: 行政许可法 第四十二条': open(
      wayTo('draft'),
      'draft',
      { act: 'requestExtension', days: 16, reason },
      { pointer: '/days', expected: ['<= 15'] },
    ),
  },
  resultDiffers: {
    'a grant of what was drafted as a refusal': answer(
      refusalDrafted(),
      'decide',
      { act: 'decide', result: 'granted' },
      signer,
      { pointer: '/result', expected: ['refused'] },
    ),
  },
  findingsUnanswered: {
    'a draft that answers some findings': answer(
      wayTo('draft', flawed),
      'draft',
      proposal('floor'),
      officer,
      {
        pointer: '/answers',
        expected: ['windowShare'],
      },
    ),
    'a draft that answers none': answer(wayTo('draft', flawed), 'draft', proposal(), officer, {
      pointer: '/answers',
      expected: ['floor', 'windowShare'],
    }),
  },
  unknownFinding: {
    "a department's answer to what nobody found": answer(
      wayTo('review', flawed),
      'review-fire',
      { ...consent, answers: [answerTo('floor'), answerTo('videoDays')] },
      reviewer,
      { pointer: '/answers/1/finding', expected: ['floor', 'windowShare'] },
    ),
    "a draft's answer where nothing was found": answer(wayTo('draft'), 'draft', proposal('floor'), officer, {
      pointer: '/answers/0/finding',
      expected: [],
    }),
  },
  reasonMissing: {
    'an objection without a reason': answer(atReview, 'review-fire', objection(), reviewer, {
      pointer: '/reason',
      expected: [],
    }),
    'an objection whose reason is blank': answer(atReview, 'review-fire', objection(' \n'), reviewer, {
      pointer: '/reason',
      expected: [],
    }),
  },
  materialsMissing: {
    'a filing without papers that are due': answer(
      wayTo('file', { meals: false }),
      'file',
      { act: 'file', materials: withoutForms },
      applicant,
      {
        pointer: '/materials',
        missing: forms,
      },
    ),
  },
};
