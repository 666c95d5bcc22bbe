import type { RegistrationKind } from '../../domain/vocabulary';
import { openItem } from '../api/way';
import { applicant } from '../world/people';
import { type Mode, modeWith, registering } from './modes';
import { type Path, walkEach } from './paths';

const changing = (changes: boolean) => ({ unifiedCode: '12330103MA9001372A', changes });
const registrations = { new: null, change: changing(true), none: changing(false) } as const;

/** 登记: at three authorities, new, changed or not at all; what comes first, and what a refusal leads to. */
walkEach([
  ...(Object.keys(registrations) as RegistrationKind[]).map(registration),
  {
    name: 'the supervising authority agrees before 民政局 registers, unless it decided the case itself',
    in: registering.map(({ mode }) => modeWith(mode, { ownership: 'nonProfit' })),
    async walk({ apply }, { mode, facts }) {
      const journey = await apply(facts);
      const first = mode === 'kindergarten' ? 'register' : 'endorse';
      const { items } = await journey.advance(first);
      const open = Object.values(items).filter(({ stage }) => stage === 'registration');
      expect(open.map(({ step }) => step)).toEqual([first]);
      await journey.certified();
      const endorsed = await journey.events('endorsed');
      expect(endorsed.map(({ actor }) => actor.unit)).toEqual(first === 'endorse' ? ['health'] : []);
    },
  },
  {
    name: 'what the supervising authority declines is mended and applied for again',
    in: registering
      .filter(({ mode }) => mode !== 'kindergarten')
      .map(({ mode }) => modeWith(mode, { ownership: 'nonProfit' })),
    async walk({ apply }, { facts }) {
      const journey = await apply(facts);
      await journey.advance('endorse');
      const declined = await journey.act('endorse', { act: 'declineEndorsement', reason: '章程不符' });
      expect(openItem(declined, 'endorse').stopped).toBe(true);
      expect(await journey.lettersServed('endorsementDeclined')).toBe(1);
      await journey.answer('reapply');
      await journey.certified();
    },
  },
  {
    name: 'a registration that is declined is applied for again',
    in: registering,
    async walk({ apply }, { facts }) {
      const journey = await apply(facts);
      await journey.advance('register');
      const declined = await journey.act('register', { act: 'declineRegistration', reason: '名称重复' });
      expect(openItem(declined, 'register').stopped).toBe(true);
      expect(await journey.lettersServed('registrationDeclined')).toBe(1);
      await journey.sleep('2 days');
      const again = await journey.answer('reapply');
      expect(openItem(again, 'register').stopped).toBe(false);
      await journey.certified();
    },
  },
  {
    name: 'a case whose registration was declined may be withdrawn',
    in: registering,
    async walk({ apply, world }, { facts }) {
      const journey = await apply(facts);
      await journey.advance('register');
      await journey.act('register', { act: 'declineRegistration', reason: '名称重复' });
      const withdrawn = await journey.act('reapply', { act: 'withdraw', reason: '不再举办' }, applicant);
      expect(withdrawn.outcome).toBe('withdrawn');
      expect(await world.finished(journey.caseId)).toBe('withdrawn');
    },
  },
]);

function registration(kind: RegistrationKind): Path {
  const existingRegistration = registrations[kind];
  return {
    name: `a registration of the kind “${kind}”`,
    in: registering.map(({ mode, facts }): Mode => modeWith(mode, { ...facts, existingRegistration })),
    async walk({ apply, world }, { facts, way }) {
      const journey = await apply(facts);
      expect(way.registration).toBe(kind);
      await journey.certified();
      const registered = await journey.events('registered');
      const units = registered.map(({ actor }) => actor.unit);
      const pushed = world.outside.pushes.filter(({ data }) => data.caseId === journey.caseId);
      expect(units).toEqual(kind === 'none' ? [] : [way.registrar]);
      expect(pushed.map(({ data }) => [data.registrar, data.registration])).toEqual(
        kind === 'none' ? [] : [[way.registrar, kind]],
      );
    },
  };
}
