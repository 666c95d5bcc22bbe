import { doOn, doOnCase } from '../sideWay';
import { conduct, openItem } from '../way';
import { applicant } from '../../world/people';
import { atAccept, clerk, type Door, reason, type Refusals } from './refused';

const accept = { act: 'accept' } as const;
const amend = { act: 'amend', reason };

const accepted = async ({ house, at }: Door) => doOn(house, await at('accept'), 'accept', accept);

/** What is not possible at this moment of a case. */
export const momentRefusals: Refusals<
  | 'caseClosed'
  | 'itemNotOpen'
  | 'itemNotDone'
  | 'limitOver'
  | 'alreadyServed'
  | 'deemedByLaw'
  | 'builtUpon'
  | 'correctionGiven'
> = {
  caseClosed: {
    status: 409,
    answered: async ({ at, withdraw }) => withdraw(await at('end')),
    instead: ['acknowledge'],
  },
  itemNotOpen: {
    status: 409,
    answered: async ({ at, onCurrent }) => onCurrent(await at('review'), 'accept', accept, clerk),
    instead: ['amend'],
  },
  itemNotDone: {
    status: 409,
    answered: async ({ at, onItem }) => onItem(await at('accept'), 'accept', amend, clerk),
    instead: atAccept,
  },
  limitOver: {
    status: 409,
    answered: async (door) => {
      const file = await accepted(door);
      const { dueAt } = file.items[file.current.accept ?? '']!.deadline;
      return door.atTime(dueAt, () => door.onCurrent(file, 'accept', amend, clerk));
    },
    instead: ['amend'],
    fault: '/act limitOver',
  },
  alreadyServed: {
    status: 409,
    answered: async (door) => {
      const file = await accepted(door);
      const letter = file.letters[0]?.no ?? '';
      const served = await doOnCase(door.house, file, { act: 'acknowledge', letter }, applicant);
      return door.onCurrent(served, 'accept', amend, clerk);
    },
    instead: [],
  },
  deemedByLaw: {
    status: 409,
    answered: async ({ house, at, atTime, onCurrent }) => {
      const file = await at('accept');
      return atTime(openItem(file, 'accept').deadline.dueAt, async () =>
        onCurrent(await conduct(house, file.caseId), 'accept', amend, clerk),
      );
    },
    instead: [],
  },
  builtUpon: {
    status: 409,
    answered: async ({ at, onCurrent }) => onCurrent(await at('draft'), 'accept', amend, clerk),
    instead: [],
  },
  correctionGiven: {
    status: 409,
    answered: async ({ house, reach, onItem }) => {
      const answers = [1, 2].map((no) => ({ no, answer: '已补正' }));
      const done = await doOn(house, await reach('correct'), 'correct', { act: 'correct', answers });
      const again = { act: 'requestCorrection', missing: [{ text: '又缺一页' }] };
      return onItem(done, 'accept', again, clerk);
    },
    instead: atAccept,
    fault: '/act correctionGiven',
  },
};
