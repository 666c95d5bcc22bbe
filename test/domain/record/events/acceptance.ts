import { resuming, withWarning } from './files';
import { correctionAsked, mended, returnedToAcceptance } from '../sideStories';
import { idOf, itemOf, openItem, TODAY, wayTo } from '../story';
import { about, answer, asksApplicant, DAY, done, LETTER, overtaken, type Sentences, writes } from './told';

const accepting = wayTo('accept').file;
const { dueAt } = itemOf(wayTo('accept'), 'accept').deadline;
const asked = correctionAsked();
const correcting = openItem(asked, 'correct');
const oneLeft = mended(asked, 1);
const returned = returnedToAcceptance();
const again = openItem(returned, 'accept');

export const acceptanceEvents: Sentences<
  'accepted' | 'deemedAccepted' | 'notAccepted' | 'correctionRequested' | 'corrected'
> = {
  accepted: {
    'answers its item, dates the acceptance and writes to the applicant': answer(
      'accept',
      (item) => ({ type: 'accepted', item, acceptedOn: DAY, letter: LETTER }),
      { dates: { acceptance: DAY }, file: writes(accepting, 'accepted', idOf('accept')) },
    ),
    'of the first release writes no letter': answer(
      'accept',
      (item) => ({ type: 'accepted', item, acceptedOn: DAY }),
      { dates: { acceptance: DAY } },
    ),
    'overtakes what the applicant had yet to correct': about(
      asked,
      'accept',
      (item) => ({ type: 'accepted', item, acceptedOn: DAY }),
      { items: { accept: done, [correcting.stepId]: overtaken }, dates: { acceptance: DAY } },
    ),
    'leaves the first acceptance of a case that had returned: 行政许可法 第四十二条': {
      before: returned.file,
      body: { type: 'accepted', item: again.id, acceptedOn: '2026-12-02' },
      items: { accept: done },
      dates: { acceptance: TODAY },
    },
  },
  deemedAccepted: {
    'answers its item, whose limit has passed, and dates the acceptance back, as it says': answer(
      'accept',
      (item) => ({ type: 'deemedAccepted', item, dueAt, acceptedOn: TODAY }),
      { items: { accept: { ...done, limitPassed: true } }, dates: { acceptance: TODAY } },
    ),
  },
  notAccepted: {
    'answers its item, ends the case and writes to the applicant': answer(
      'accept',
      (item) => ({ type: 'notAccepted', item, letter: LETTER }),
      { file: { outcome: 'notAccepted', ...writes(accepting, 'notAccepted', idOf('accept')) } },
    ),
    'overtakes what the applicant had yet to correct': about(
      asked,
      'accept',
      (item) => ({ type: 'notAccepted', item }),
      {
        items: { accept: done, [correcting.stepId]: overtaken },
        file: { outcome: 'notAccepted' },
      },
    ),
  },
  correctionRequested: {
    'keeps the list, asks the applicant and writes to them; the item stays open': about(
      wayTo('accept'),
      'accept',
      (item) => ({ type: 'correctionRequested', item, nos: [1, 2], on: DAY, letter: LETTER }),
      {
        file: {
          correction: { item: idOf('accept'), round: 1, nos: [1, 2], closed: [], from: DAY, to: null },
          ...asksApplicant(accepting, 'correct', idOf('accept')),
          ...writes(accepting, 'correction', idOf('accept')),
        },
      },
    ),
  },
  corrected: {
    'closes numbers of the list, and its item stays open while others are left': about(
      asked,
      'correct',
      (item) => ({ type: 'corrected', item, nos: [2], completedOn: null }),
      {
        items: { [correcting.stepId]: {} },
        file: { correction: { ...asked.file.correction!, closed: [2] } },
      },
    ),
    'with the last number answers its item, and the clock of acceptance and its warnings begin anew': {
      before: withWarning(oneLeft.file, idOf('accept')),
      body: { type: 'corrected', item: correcting.id, nos: [2], completedOn: DAY },
      items: { [correcting.stepId]: done, accept: { warned: [] } },
      file: {
        correction: { ...asked.file.correction!, closed: [1, 2], to: DAY },
        restartedOn: { [idOf('accept')]: TODAY },
      },
    },
    'only answers its item where the clock goes on as it stood': {
      before: resuming(oneLeft.file),
      body: { type: 'corrected', item: correcting.id, nos: [2], completedOn: DAY },
      items: { [correcting.stepId]: done },
      file: { correction: { ...asked.file.correction!, closed: [1, 2], to: DAY } },
    },
  },
};
