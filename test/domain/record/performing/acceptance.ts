import { correctionAsked, mended, missing } from '../sideStories';
import { did, TODAY, wayTo } from '../story';
import { answer, NUMBER, type Performed } from './performing';

const reason = '不属于本机关职权';
const number = 'letter';
const another = 'shiqiao-intakeClerk-2';

export const acceptanceActs: Performed<
  'accept' | 'decline' | 'requestCorrection' | 'correct' | 'claim' | 'release' | 'delegate'
> = {
  accept: {
    'as of today, by a numbered letter': answer(
      'accept',
      { act: 'accept' },
      (item) => ({ type: 'accepted', item, acceptedOn: TODAY, letter: NUMBER }),
      { number },
    ),
    'what the applicant has yet to correct': answer(
      'accept',
      { act: 'accept' },
      (item) => ({ type: 'accepted', item, acceptedOn: TODAY, letter: NUMBER }),
      { number, story: correctionAsked() },
    ),
  },
  decline: {
    'with its reason beside the event': answer(
      'accept',
      { act: 'decline', reason },
      (item) => ({ type: 'notAccepted', item, letter: NUMBER }),
      { number, particulars: { reason } },
    ),
  },
  requestCorrection: {
    'by one numbered list, its words beside the event': answer(
      'accept',
      { act: 'requestCorrection', missing },
      (item) => ({ type: 'correctionRequested', item, nos: [1, 2], on: TODAY, letter: NUMBER }),
      { number, particulars: { missing: missing.map((each, index) => ({ no: index + 1, ...each })) } },
    ),
  },
  correct: {
    'one number of the list, and others are left': answer(
      'correct',
      { act: 'correct', answers: [{ no: 2, answer: '已补正' }] },
      (item) => ({ type: 'corrected', item, nos: [2], completedOn: null }),
      { story: correctionAsked(), particulars: { answers: [{ no: 2, answer: '已补正' }] } },
    ),
    'the last number': answer(
      'correct',
      { act: 'correct', answers: [{ no: 2, answer: '已补正' }] },
      (item) => ({ type: 'corrected', item, nos: [2], completedOn: TODAY }),
      { story: mended(correctionAsked(), 1), particulars: { answers: [{ no: 2, answer: '已补正' }] } },
    ),
    'several at once, in any order': answer(
      'correct',
      {
        act: 'correct',
        answers: [
          { no: 2, answer: '乙' },
          { no: 1, answer: '甲' },
        ],
      },
      (item) => ({ type: 'corrected', item, nos: [2, 1], completedOn: TODAY }),
      {
        story: correctionAsked(),
        particulars: {
          answers: [
            { no: 2, answer: '乙' },
            { no: 1, answer: '甲' },
          ],
        },
      },
    ),
  },
  claim: {
    'for oneself': answer('accept', { act: 'claim' }, (item) => ({ type: 'claimed', item })),
  },
  release: {
    'for the unit': answer('accept', { act: 'release' }, (item) => ({ type: 'released', item }), {
      story: did(wayTo('accept'), 'accept', { act: 'claim' }),
    }),
  },
  delegate: {
    'to somebody': answer('accept', { act: 'delegate', to: another }, (item) => ({
      type: 'delegated',
      item,
      to: another,
    })),
  },
};
