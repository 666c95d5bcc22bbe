import type { ActBody } from '../../domain/act';
import type { Actor } from '../../domain/actor';
import type { CaseFile, WorkItem } from '../../domain/caseFile';
import type { EventType } from '../../domain/event';
import type { Step } from '../../domain/vocabulary';
import { applicant, official } from '../world/people';
import { examples } from './actExamples';
import { administrator, type House, openHouse } from './house';
import { answering, doOn, reach } from './sideWay';
import { actOn, actOnCase, fileOf, openItem } from './way';
import type { Answered, Body } from './wire';
import type { LicensingAct } from '../world/licensing';

let house: House;
beforeAll(async () => (house = await openHouse()));
afterAll(() => house.close());

/** The acts of the straight path have their tests of their own, and the system's own come by no request. */
type Straight =
  | 'accept'
  | 'draft'
  | 'decide'
  | 'endorse'
  | 'register'
  | 'file'
  | 'issueReceipt'
  | 'confirm'
  | 'issue'
  | 'signOff'
  | 'decline'
  | 'returnDraft'
  | 'withdraw';
type Own = 'confirmPush' | 'confirmService' | 'reportUndeliverable';

interface Side {
  readonly on: Step | 'case';
  /** The step that must be open first, where the act is on the case. */
  readonly at?: Step;
  readonly type: EventType;
  readonly facts: object;
  /** The steps that are open for it afterwards, and were not. */
  readonly opens: readonly Step[];
  readonly who?: (item: WorkItem) => Actor;
  /** What must be done before. */
  readonly first?: (file: CaseFile) => Promise<CaseFile>;
}

const unitsHead = ({ unit }: WorkItem) => official(unit, 'head');
const on = '2026-09-28';

/** Each act beside the straight path, what it leaves on the record, and what it asks for. */
const sides: Readonly<Record<Exclude<LicensingAct, Straight | Own>, Side>> = {
  requestCorrection: {
    on: 'accept',
    type: 'correctionRequested',
    facts: { nos: [1], on },
    opens: ['correct'],
  },
  correct: { on: 'correct', type: 'corrected', facts: { nos: [1], completedOn: null }, opens: [] },
  claim: { on: 'accept', type: 'claimed', facts: {}, opens: [] },
  release: {
    on: 'accept',
    type: 'released',
    facts: {},
    opens: [],
    first: (file) => doOn(house, file, 'accept', { act: 'claim' }, official('shiqiao', 'intakeClerk')),
    who: ({ unit }) => official(unit, 'intakeClerk'),
  },
  delegate: {
    on: 'draft',
    type: 'delegated',
    facts: { to: 'shiqiao-caseOfficer-2' },
    opens: [],
    who: unitsHead,
  },
  answerObjection: { on: 'answer', type: 'objectionAnswered', facts: {}, opens: [] },
  order: {
    on: 'review',
    type: 'procedureOrdered',
    facts: { procedure: 'test', days: 3, on },
    opens: ['test'],
  },
  schedule: { on: 'hear', type: 'procedureScheduled', facts: { on: '2026-10-30' }, opens: [] },
  recordResult: {
    on: 'inspect',
    type: 'procedureRecorded',
    facts: { result: 'passed', heldOn: on },
    opens: [],
  },
  callOff: { on: 'inspect', type: 'procedureCalledOff', facts: { on }, opens: [] },
  // The days for asking count from the service of the letter.
  offerHearing: { on: 'draft', type: 'hearingOffered', facts: {}, opens: ['requestHearing', 'serve'] },
  requestHearing: { on: 'requestHearing', type: 'hearingRequested', facts: { on }, opens: ['hear'] },
  waiveHearing: { on: 'requestHearing', type: 'hearingWaived', facts: {}, opens: [] },
  requestExtension: {
    on: 'draft',
    type: 'extensionRequested',
    facts: { clock: 'decisionJoint', days: 5, by: 'governmentHead' },
    opens: ['forwardExtension'],
  },
  forwardExtension: {
    on: 'forwardExtension',
    type: 'extensionForwarded',
    facts: {},
    opens: ['grantExtension'],
  },
  grantExtension: { on: 'grantExtension', type: 'extensionGranted', facts: {}, opens: [] },
  declineExtension: { on: 'grantExtension', type: 'extensionDeclined', facts: {}, opens: [] },
  consult: { on: 'draft', type: 'consulted', facts: { role: 'head' }, opens: ['advise'] },
  advise: { on: 'advise', type: 'advised', facts: {}, opens: [] },
  remand: { on: 'draft', type: 'remanded', facts: { to: 'jointReview' }, opens: [] },
  declineEndorsement: { on: 'endorse', type: 'endorsementDeclined', facts: {}, opens: ['reapply'] },
  declineRegistration: {
    on: 'register',
    type: 'registrationDeclined',
    facts: {},
    opens: ['reapply'],
  },
  reapply: { on: 'reapply', type: 'reapplied', facts: {}, opens: [] },
  findNonConforming: { on: 'conformity', type: 'nonConforming', facts: {}, opens: [] },
  amend: {
    on: 'accept',
    type: 'amended',
    facts: {},
    opens: ['accept'],
    who: ({ unit }) => official(unit, 'intakeClerk'),
    first: (file) => doOn(house, file, 'accept', { act: 'accept' }),
  },
  serve: {
    on: 'serve',
    type: 'letterServed',
    facts: { how: 'paper', on },
    opens: [],
    who: ({ unit }) => official(unit, 'intakeClerk'),
  },
  acknowledge: {
    on: 'case',
    at: 'serve',
    type: 'letterServed',
    facts: { how: 'portal', on },
    opens: [],
    who: () => applicant,
  },
  reassign: { on: 'case', type: 'reassigned', facts: { to: null }, opens: [], who: () => administrator },
  intervene: {
    on: 'case',
    type: 'intervened',
    facts: { kind: 'recomputed' },
    opens: [],
    who: () => administrator,
  },
  proposeRepair: {
    on: 'case',
    type: 'repairProposed',
    facts: { repair: { kind: 'move', to: 'acceptance' } },
    opens: ['confirmRepair'],
    who: () => administrator,
  },
  confirmRepair: {
    on: 'confirmRepair',
    type: 'repaired',
    facts: {},
    opens: [],
    who: () => secondAdministrator,
  },
  declineRepair: {
    on: 'confirmRepair',
    type: 'repairDeclined',
    facts: {},
    opens: [],
    who: () => secondAdministrator,
  },
};
/** Everybody who holds the role of an administrator may confirm what another one proposed. */
const secondAdministrator = official('health', 'administrator');

describe('the acts beside the straight path', () => {
  it.each(Object.entries(sides))(
    '“%s” is done, on the record, and asks for what it must',
    async (name, side) => {
      const step = side.on === 'case' ? (side.at ?? 'accept') : side.on;
      const reached = await reach(house, step);
      const item = openItem(reached, step);
      const before = (await side.first?.(reached)) ?? reached;
      const now = before.items[item.id]!;
      const body: ActBody = examples(before, now)[name as LicensingAct];
      const who = side.who?.(now) ?? answering(now, body.act);
      const answered =
        side.on === 'case' ? await actOnCase(house, before, body, who) : await actOn(house, now, body, who);
      expect([answered.status, answered.text]).toEqual([200, expect.any(String)]);
      await holds(before, answered, side, who);
    },
  );
});

/** Holds the answer to an act against the record, and what is open now against what was. */
async function holds(before: CaseFile, { body }: Answered, { type, facts, opens }: Side, who: Actor) {
  const after = await fileOf(house, before.caseId);
  expect(body.case).toMatchObject({ caseId: before.caseId, seq: after.seq });
  expect(body.seq).toBe(before.seq + 1);
  const { events } = (await house.call(administrator, 'GET', `/api/v1/cases/${before.caseId}/events`)).body;
  const event = (events as readonly Body[]).find(({ seq }) => seq === body.seq);
  expect(event).toMatchObject({ type, facts, person: { en: `Person ${who.sub}` } });
  const open = (body.case.openItems as readonly Body[]).filter((item) => {
    const known = before.items[item.id as string];
    return known?.status !== 'open';
  });
  expect(open.map(({ step }) => step as string)).toEqual(opens);
}
