import type { ActBody } from '../../../../domain/act';
import { UNIFIED_CODE } from '../../../world/answers';
import { official } from '../../../world/people';
import { granted, inspecting, undeliverable } from '../sideStories';
import { conducted, did, onDay, type Story, wayTo } from '../story';
import { answer, open, type Refusals, repair } from './refused';

const registrar = official('civilAffairs', 'registrar');
const registration = (registeredOn: string): ActBody => ({
  act: 'register',
  unifiedCode: UNIFIED_CODE,
  registeredOn,
});
const result = (heldOn: string): ActBody => ({
  act: 'recordResult',
  result: 'passed',
  heldOn,
  report: '符合',
});
const service = (on: string): ActBody => ({ act: 'serve', how: 'paper', on, to: '举办者' });

const atAcceptance = wayTo('accept');
const atReview = wayTo('review');
const atRegistration = wayTo('register');
const visit = did(inspecting(), 'inspect', { act: 'schedule', on: '2026-11-26', place: '现场' });
const nextWeek = onDay(undeliverable(), '2026-12-01');
/** A registration a week after its decision. */
const registered = registeredLate();

function registeredLate(): Story {
  const story = onDay(wayTo('register'), '2026-12-01');
  return conducted(did(story, 'register', registration('2026-12-01')));
}

/** Dates that lie where they cannot. */
export const dateRefusals: Refusals<'dateUnknown' | 'dateInFuture' | 'dateOutOfOrder' | 'dateTooEarly'> = {
  dateUnknown: {
    'another date for a decision that was not made': repair(
      atReview,
      { kind: 'correctDate', date: 'decision', to: '2026-11-24' },
      { pointer: '/repair/date', expected: ['receipt', 'acceptance'] },
    ),
  },
  dateInFuture: {
    'a registration tomorrow': answer(atRegistration, 'register', registration('2026-11-25'), registrar, {
      pointer: '/registeredOn',
      expected: ['<= 2026-11-24'],
    }),
    'an inspection held tomorrow': open(inspecting(), 'inspect', result('2026-11-25'), {
      pointer: '/heldOn',
      expected: ['<= 2026-11-24'],
    }),
    'a letter handed over tomorrow': open(granted(), 'serve', service('2026-11-25'), {
      pointer: '/on',
      expected: ['<= 2026-11-24'],
    }),
    'a receipt tomorrow': repair(
      atAcceptance,
      { kind: 'correctDate', date: 'receipt', to: '2026-11-25' },
      { pointer: '/repair/to', expected: ['<= 2026-11-24'] },
    ),
  },
  dateOutOfOrder: {
    'an acceptance before the receipt': repair(
      nextWeek,
      { kind: 'correctDate', date: 'acceptance', to: '2026-11-23' },
      { pointer: '/repair/to', expected: ['>= 2026-11-24'] },
    ),
    'a receipt after the acceptance': repair(
      nextWeek,
      { kind: 'correctDate', date: 'receipt', to: '2026-11-25' },
      { pointer: '/repair/to', expected: ['<= 2026-11-24'] },
    ),
    'a decision after the registration, and what lies on either side of it': repair(
      onDay(registered, '2026-12-04'),
      { kind: 'correctDate', date: 'decision', to: '2026-12-02' },
      { pointer: '/repair/to', expected: ['>= 2026-11-24', '<= 2026-12-01'] },
    ),
  },
  dateTooEarly: {
    'a registration before the decision': answer(
      atRegistration,
      'register',
      registration('2026-11-23'),
      registrar,
      { pointer: '/registeredOn', expected: ['>= 2026-11-24'] },
    ),
    'a visit yesterday': open(
      inspecting(),
      'inspect',
      { act: 'schedule', on: '2026-11-23', place: '现场' },
      { pointer: '/on', expected: ['>= 2026-11-24'] },
    ),
    'a visit before it was ordered': open(inspecting(), 'inspect', result('2026-11-23'), {
      pointer: '/heldOn',
      expected: ['>= 2026-11-24'],
    }),
    'a visit before its day': open(onDay(visit, '2026-11-26'), 'inspect', result('2026-11-25'), {
      pointer: '/heldOn',
      expected: ['>= 2026-11-26'],
    }),
    'a letter handed over before it was written': open(nextWeek, 'serve', service('2026-11-23'), {
      pointer: '/on',
      expected: ['>= 2026-11-24'],
    }),
  },
};
