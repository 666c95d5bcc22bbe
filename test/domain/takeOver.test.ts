import type { ApplicationFacts } from '../../domain/application';
import type { CaseEvent } from '../../domain/event';
import { feedEventOf } from '../../domain/feed';
import { fold } from '../../domain/fold';
import { noticeOf } from '../../domain/notice';
import { allowedActs } from '../../domain/permission';
import { planSupervision } from '../../domain/planLife';
import { awaitsConductor, nextDueAt, standsAt } from '../../domain/process';
import { courseOf } from '../../domain/report/course';
import { periodOf } from '../../domain/report/period';
import { Gathering } from '../../domain/report/report';
import {
  opensInstitution,
  planTakeOver,
  problemsOfTakeOver,
  publicNoOf,
  type TakenOverFacts,
} from '../../domain/takeOver';
import { loadCalendar } from '../../infra/calendar/loadCalendar';
import { administrator, applicant, official } from '../world/people';
import { takeOverEntry, unifiedCodeOf } from '../world/takeOvers';
import { xiacheng } from './plan/plans';

const { application, registration, filing } = takeOverEntry(1);
const { facts } = application;
const told: TakenOverFacts = { registration, filing, certificateNo: null };
const CASE = 'XCTY-2026-000001';

function taken(certificateNo: string | null = null): CaseEvent & { type: 'takenOver' } {
  return {
    type: 'takenOver',
    seq: 1,
    at: '2026-09-28T02:00:00.000Z',
    actor: { sub: 'health-filingOfficer-1', unit: 'health' },
    on: '2026-09-28',
    organisation: 'test-organisation',
    itinerary: planTakeOver(xiacheng, facts),
    unifiedCode: unifiedCodeOf(1),
    registeredBy: '示例区民政局',
    registeredOn: '2021-02-01',
    ...filing,
    certificateNo,
  };
}

describe('an institution that is taken over', () => {
  const file = fold(null, [taken()], CASE);

  test('is closed from its first event: nobody owes anything, no clock runs, nothing is left to open', () => {
    expect(file).toMatchObject({ outcome: 'takenOver', items: {}, letters: [] });
    expect([standsAt(file), nextDueAt(file), awaitsConductor(file)]).toEqual([null, null, false]);
    const everybody = [applicant, official('health', 'filingOfficer'), official('shiqiao', 'intakeClerk')];
    for (const who of everybody) expect(allowedActs(file, who)).toEqual([]);
    expect(allowedActs(file, administrator()).map(({ act }) => act)).toEqual(['reassign', 'intervene']);
  });

  test('tells nobody of a receipt', () => {
    expect(noticeOf(taken())).toBeNull();
  });

  test('has the dates and numbers that others gave it', () => {
    expect(file.dates).toEqual({
      receipt: '2026-09-28',
      acceptance: null,
      decision: null,
      registration: '2021-02-01',
      filingReceived: '2021-03-05',
    });
    expect([file.unifiedCode, file.receiptNo, file.certificateNo]).toEqual([
      unifiedCodeOf(1),
      filing.receiptNo,
      null,
    ]);
  });

  test('is known to the public by its certificate, or else by the receipt of its filing', () => {
    expect(publicNoOf(file)).toBe(filing.receiptNo);
    expect(publicNoOf(fold(null, [taken('示托证1号')], CASE))).toBe('示托证1号');
    expect(publicNoOf({ certificateNo: null, receiptNo: 'XCTY-R-2026-000001', outcome: null })).toBeNull();
    expect([opensInstitution(file), opensInstitution({ outcome: 'refused' })]).toEqual([true, false]);
  });

  test('is supervised by the authority that files, and leaves through whoever registered it', () => {
    expect([file.itinerary.lead, file.itinerary.registrar]).toEqual(['health', 'civilAffairs']);
    const life = planSupervision(xiacheng, file);
    expect(life).toMatchObject({ lead: 'health', subdistrict: 'shiqiao', life: { institution: CASE } });
    expect(life.stages[1]?.steps.map(({ step }) => step)).toEqual([
      'place',
      'deregister',
      'push',
      'closeFiling',
    ]);
  });

  test('without a registration leaves without one', () => {
    const family = { ...facts, serviceMode: 'family', existingRegistration: null } as const;
    expect(planTakeOver(xiacheng, family).registrar).toBeNull();
  });

  test('is told of in the feed without anybody or anything that is said of people', () => {
    expect(feedEventOf(file, taken())?.data).toEqual({
      on: '2026-09-28',
      registeredOn: '2021-02-01',
      ...filing,
      certificateNo: null,
      serviceMode: 'private',
      ownership: 'nonProfit',
      subdistrict: 'shiqiao',
    });
  });

  test('is no application that was received or closed, and nobody kept a limit by it', () => {
    const period = periodOf('2026-09')!;
    const gathering = new Gathering(period, loadCalendar([]));
    gathering.add(courseOf(CASE, [taken()], period.until)!);
    expect(gathering.report()).toMatchObject({ received: 0, closed: {}, open: {}, days: null, units: [] });
  });

  test('begins once', () => {
    expect(() => fold(file, [{ ...taken(), seq: 2 }], CASE)).toThrow(RangeError);
  });
});

describe('what is told of it', () => {
  const rulesOf = (changed: Partial<ApplicationFacts>, also: Partial<TakenOverFacts> = {}) =>
    problemsOfTakeOver(xiacheng.plan, { ...facts, ...changed }, { ...told, ...also }, '2026-09-28').map(
      ({ pointer, rule }) => `${pointer} ${rule}`,
    );
  const code = '/application/facts/existingRegistration';
  const registered = { unifiedCode: unifiedCodeOf(1), changes: false };

  test.each<[string, Partial<ApplicationFacts>, Partial<TakenOverFacts>, string[]]>([
    ['all as it should be', {}, {}, []],
    [
      'no code where its mode is registered',
      { existingRegistration: null },
      { registration: null },
      [`${code} registrationMissing`],
    ],
    ['no authority of its registration', {}, { registration: null }, ['/registration registrationMissing']],
    [
      'an authority without the code that it gave',
      { serviceMode: 'family', existingRegistration: null },
      {},
      [`${code} registrationMissing`],
    ],
    [
      'no registration of a mode that needs none',
      { serviceMode: 'family', existingRegistration: null },
      {
        registration: null,
      },
      [],
    ],
    [
      'a registration that is to change',
      { existingRegistration: { ...registered, changes: true } },
      {},
      [`${code}/changes registrationChanges`],
    ],
    [
      'a filing of tomorrow',
      {},
      { filing: { ...filing, filedOn: '2026-09-29' } },
      ['/filing/filedOn dateInFuture'],
    ],
    [
      'a registration of tomorrow',
      {},
      { registration: { authority: '民政局', registeredOn: '2026-09-29' } },
      ['/registration/registeredOn dateInFuture'],
    ],
    [
      'a receipt as ours are',
      {},
      { filing: { ...filing, receiptNo: 'xcty-R-2026-000001' } },
      ['/filing/receiptNo ownNumber'],
    ],
    ['a certificate as ours are', {}, { certificateNo: 'XCTY-C-2026-000001' }, ['/certificateNo ownNumber']],
    [
      'a change',
      { change: { institution: CASE, what: ['name'] } },
      {},
      ['/application/facts/change changeNotHere'],
    ],
  ])('may be: %s', (_, changed, also, problems) => {
    expect(rulesOf(changed, also)).toEqual(problems);
  });
});
