import { official } from '../../world/people';
import { signingOfficer } from '../house';
import { doOn } from '../sideWay';
import { advance } from '../way';
import { atAccept, atDecide, clerk, type Door, drafting, type Refusals, signer } from './refused';

const accept = { act: 'accept' };
const claimed = async ({ house, at }: Door) =>
  doOn(house, await at('accept'), 'accept', { act: 'claim' }, clerk);

/** Who may not: for their unit, their role, or because somebody else must or does. */
export const personRefusals: Refusals<
  | 'roleMissing'
  | 'notYourUnit'
  | 'notYourCase'
  | 'notAtCounter'
  | 'nothingOpen'
  | 'fourEyes'
  | 'heldByAnother'
  | 'heldByYou'
  | 'notHeld'
> = {
  roleMissing: {
    status: 403,
    answered: async ({ at, onItem }) => onItem(await at('accept'), 'accept', accept, signer),
    instead: [],
  },
  notYourUnit: {
    status: 403,
    answered: async ({ at, onItem }) =>
      onItem(await at('accept'), 'accept', accept, official('health', 'intakeClerk')),
    instead: [],
  },
  notYourCase: {
    status: 403,
    answered: async ({ at, withdraw }) => withdraw(await at('accept'), official('shiqiao', 'applicant')),
    instead: [],
  },
  notAtCounter: {
    status: 403,
    answered: async ({ at, withdraw }) => withdraw(await at('accept'), clerk),
    instead: atAccept,
  },
  nothingOpen: {
    status: 403,
    answered: async ({ house, at }) => {
      const { caseId } = await at('accept');
      const body = { purpose: '核对' };
      const reader = official('fire', 'reviewer');
      return house.call(reader, 'POST', `/api/v1/cases/${caseId}/personal-data`, { body });
    },
    instead: [],
  },
  fourEyes: {
    status: 403,
    answered: async ({ house, at, onItem }) => {
      const file = await at('draft');
      await onItem(file, 'draft', drafting, signingOfficer);
      const drafted = await advance(house, file.caseId, 'decide');
      return onItem(drafted, 'decide', { act: 'decide', result: 'granted' }, signingOfficer);
    },
    // Who drafted may take the draft back, but not sign it.
    instead: [...atDecide.filter((act) => act !== 'decide'), 'amend'],
  },
  heldByAnother: {
    status: 409,
    answered: async (door) =>
      door.onItem(await claimed(door), 'accept', accept, official('shiqiao', 'intakeClerk', 2)),
    instead: [],
  },
  heldByYou: {
    status: 409,
    answered: async (door) => door.onItem(await claimed(door), 'accept', { act: 'claim' }, clerk),
    instead: [...atAccept.filter((act) => act !== 'claim'), 'release'],
  },
  notHeld: {
    status: 409,
    answered: async ({ at, onItem }) => onItem(await at('accept'), 'accept', { act: 'release' }, clerk),
    instead: atAccept,
  },
};
