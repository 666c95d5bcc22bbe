import { UNIFIED_CODE } from '../../world/answers';
import { atRegister, type Door, type Refusals, registrar, repairing, TODAY } from './refused';

const registeredOn = async ({ at, onItem }: Door, day: string) => {
  const body = { act: 'register', unifiedCode: UNIFIED_CODE, registeredOn: day };
  return onItem(await at('register'), 'register', body, registrar);
};

/** Dates that lie where they cannot. */
export const dateRefusals: Refusals<'dateUnknown' | 'dateInFuture' | 'dateOutOfOrder' | 'dateTooEarly'> = {
  dateUnknown: {
    status: 422,
    answered: async ({ at, propose }) =>
      propose(await at('accept'), { kind: 'correctDate', date: 'decision', to: TODAY }),
    instead: repairing,
    fault: '/repair/date dateUnknown receipt',
  },
  dateInFuture: {
    status: 422,
    answered: (door) => registeredOn(door, '2026-09-29'),
    instead: atRegister,
    fault: `/registeredOn dateInFuture <= ${TODAY}`,
  },
  dateOutOfOrder: {
    status: 422,
    answered: async ({ at, propose }) =>
      propose(await at('review'), { kind: 'correctDate', date: 'acceptance', to: '2026-09-27' }),
    instead: repairing,
    fault: `/repair/to dateOutOfOrder >= ${TODAY}`,
  },
  dateTooEarly: {
    status: 422,
    answered: (door) => registeredOn(door, '2026-09-27'),
    instead: atRegister,
    fault: `/registeredOn dateTooEarly >= ${TODAY}`,
  },
};
