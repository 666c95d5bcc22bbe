import type { Actor } from '../../domain/actor';
import type { CaseFile } from '../../domain/caseFile';
import type { RefusalCode } from '../../domain/refusal';
import type { Step } from '../../domain/vocabulary';
import { straightAnswer, UNIFIED_CODE } from '../world/answers';
import { answererOf, applicant, official } from '../world/people';
import { administrator, type House, openHouse, signingOfficer } from './house';
import { agree, doOn, doOnCase, reach } from './sideWay';
import { actOn, actOnCase, advance, apply, fileOf, newKey, openItem } from './way';
import { type Answered, type Body, faults, told } from './wire';

let house: House;
beforeAll(async () => (house = await openHouse()));
afterAll(() => house.close());

const TODAY = '2026-09-28';
const clerk = official('shiqiao', 'intakeClerk');
const signer = official('shiqiao', 'decisionMaker');
const officer = official('shiqiao', 'caseOfficer');
const drafting = { act: 'draft', result: 'granted', grounds: '符合条件' };

const place = '区政务服务中心';
const reason = '按规定';

/** What is open to those who answer a step, while nobody has claimed it. */
const taking = ['claim', 'delegate'];
const atAccept = [...taking, 'accept', 'decline', 'requestCorrection'];
const asking = ['requestExtension', 'consult', 'remand'];
const atDraft = [...taking, ...asking, 'order', 'offerHearing', 'draft'];
const atDecide = [...taking, ...asking, 'returnDraft', 'decide'];
const atRegister = [...taking, ...asking, 'register', 'declineRegistration'];
const inProcedure = ['schedule', 'recordResult', 'callOff'];
const repairing = ['reassign', 'proposeRepair'];

const at = async (step: Step | 'end', changes = {}) => advance(house, await apply(house, changes), step);
const onItem = (file: CaseFile, step: Step, body: unknown, who: Actor) =>
  actOn(house, openItem(file, step), body, who);
const withdraw = (file: CaseFile, who = applicant) => actOnCase(house, file, { act: 'withdraw' }, who);
const propose = (file: CaseFile, repair: object) =>
  actOnCase(house, file, { act: 'proposeRepair', repair, reason }, administrator);
const allowed = ({ body }: Answered) =>
  new Set((body.allowed as readonly Body[]).map(({ act }) => act as string));

interface Refused {
  readonly status: number;
  readonly answered: () => Promise<Answered>;
  /** The acts that are open to the same person instead. */
  readonly instead: readonly string[];
  readonly fault?: string;
}

const refusals: Readonly<Record<RefusalCode, Refused>> = {
  roleMissing: {
    status: 403,
    answered: async () => onItem(await at('accept'), 'accept', { act: 'accept' }, signer),
    instead: [],
  },
  notYourUnit: {
    status: 403,
    answered: async () =>
      onItem(await at('accept'), 'accept', { act: 'accept' }, official('health', 'intakeClerk')),
    instead: [],
  },
  notYourCase: {
    status: 403,
    answered: async () => withdraw(await at('accept'), official('shiqiao', 'applicant')),
    instead: [],
  },
  fourEyes: {
    status: 403,
    answered: async () => {
      const file = await at('draft');
      await onItem(file, 'draft', drafting, signingOfficer);
      const drafted = await advance(house, file.caseId, 'decide');
      return onItem(drafted, 'decide', { act: 'decide', result: 'granted' }, signingOfficer);
    },
    // Who drafted may take the draft back, but not sign it.
    instead: [...atDecide.filter((act) => act !== 'decide'), 'amend'],
  },
  caseClosed: { status: 409, answered: async () => withdraw(await at('end')), instead: ['acknowledge'] },
  itemNotOpen: {
    status: 409,
    answered: async () => {
      const done = (await at('review')).items;
      return actOn(
        house,
        Object.values(done).find(({ step }) => step === 'accept')!,
        { act: 'accept' },
        clerk,
      );
    },
    instead: ['amend'],
  },
  wrongStep: {
    status: 409,
    answered: async () => onItem(await at('accept'), 'accept', { act: 'issueReceipt' }, clerk),
    instead: atAccept,
  },
  wrongStage: {
    status: 409,
    answered: async () => withdraw(await at('file')),
    instead: ['file', 'acknowledge'],
  },
  resultDiffers: {
    status: 422,
    answered: async () => onItem(await at('decide'), 'decide', { act: 'decide', result: 'refused' }, signer),
    instead: atDecide,
    fault: '/result resultDiffers granted',
  },
  findingsUnanswered: {
    status: 422,
    answered: async () =>
      onItem(await at('draft', { meals: true, premises: basement }), 'draft', drafting, officer),
    instead: atDraft,
    fault: '/answers findingsUnanswered floor',
  },
  unknownFinding: {
    status: 422,
    answered: async () => {
      const answers = [
        { finding: 'floor', answer: '已封闭' },
        { finding: 'colour', answer: '红' },
      ];
      return onItem(await at('draft', { premises: basement }), 'draft', { ...drafting, answers }, officer);
    },
    instead: atDraft,
    fault: '/answers/1/finding unknownFinding floor',
  },
  reasonMissing: {
    status: 422,
    answered: async () => {
      const file = await at('review');
      const { unit } = openItem(file, 'review');
      return onItem(file, 'review', { act: 'signOff', opinion: 'object' }, official(unit, 'reviewer'));
    },
    instead: [...taking, 'order', 'signOff'],
    fault: '/reason reasonMissing',
  },
  materialsMissing: {
    status: 422,
    answered: async () => {
      const file = await at('file');
      const body = straightAnswer(file, 'file', TODAY);
      const materials = 'materials' in body ? body.materials.filter((id) => id !== 'fireSafety') : [];
      return onItem(file, 'file', { act: 'file', materials }, applicant);
    },
    instead: ['file', 'acknowledge'],
    fault: '/materials materialsMissing fireSafety',
  },
  dateInFuture: {
    status: 422,
    answered: () => registeredOn('2026-09-29'),
    instead: atRegister,
    fault: `/registeredOn dateInFuture <= ${TODAY}`,
  },
  dateTooEarly: {
    status: 422,
    answered: () => registeredOn('2026-09-27'),
    instead: atRegister,
    fault: `/registeredOn dateTooEarly >= ${TODAY}`,
  },
  itemNotDone: {
    status: 409,
    answered: async () => onItem(await at('accept'), 'accept', { act: 'amend', reason }, clerk),
    instead: atAccept,
  },
  heldByAnother: {
    status: 409,
    answered: async () =>
      onItem(await claimed(), 'accept', { act: 'accept' }, official('shiqiao', 'intakeClerk', 2)),
    instead: [],
  },
  heldByYou: {
    status: 409,
    answered: async () => onItem(await claimed(), 'accept', { act: 'claim' }, clerk),
    instead: [...atAccept.filter((act) => act !== 'claim'), 'release'],
  },
  notHeld: {
    status: 409,
    answered: async () => onItem(await at('accept'), 'accept', { act: 'release' }, clerk),
    instead: atAccept,
  },
  alreadyServed: {
    status: 409,
    answered: async () => {
      const accepted = await doOn(house, await at('accept'), 'accept', { act: 'accept' });
      const letter = accepted.letters[0]?.no ?? '';
      return amendAcceptance(await doOnCase(house, accepted, { act: 'acknowledge', letter }, applicant));
    },
    instead: [],
  },
  builtUpon: { status: 409, answered: async () => amendAcceptance(await at('draft')), instead: [] },
  correctionGiven: {
    status: 409,
    answered: async () => {
      const asked = await reach(house, 'correct');
      const done = await doOn(house, asked, 'correct', {
        act: 'correct',
        answers: [1, 2].map((no) => ({ no, answer: '已补正' })),
      });
      const missing = [{ text: '又缺一页' }];
      return onItem(done, 'accept', { act: 'requestCorrection', missing }, clerk);
    },
    instead: atAccept,
    fault: '/act correctionGiven',
  },
  unknownNumber: {
    status: 422,
    answered: async () => {
      const answers = [{ no: 3, answer: '已补正' }];
      return onItem(await reach(house, 'correct'), 'correct', { act: 'correct', answers }, applicant);
    },
    instead: ['correct', 'acknowledge', 'withdraw'],
    fault: '/answers/0/no unknownNumber 1 2',
  },
  unknownMaterial: {
    status: 422,
    answered: async () => {
      const missing = [{ text: '缺页', material: 'poem' }];
      return onItem(await at('accept'), 'accept', { act: 'requestCorrection', missing }, clerk);
    },
    instead: atAccept,
    fault: '/missing/0/material unknownMaterial ?',
  },
  objectionsUnanswered: {
    status: 409,
    answered: async () => {
      const { caseId } = await reach(house, 'answer');
      return onItem(await agree(house, caseId), 'draft', drafting, officer);
    },
    instead: [...atDraft, 'answerObjection'],
    fault: '/act objectionsUnanswered answer',
  },
  procedurePending: {
    status: 409,
    answered: async () => onItem(await reach(house, 'inspect'), 'draft', drafting, officer),
    instead: [...atDraft, ...inProcedure],
    fault: '/act procedurePending inspect',
  },
  procedureRunning: {
    status: 409,
    answered: async () => {
      const again = { act: 'order', procedure: 'inspect', days: 3, reason };
      return onItem(await reach(house, 'inspect'), 'draft', again, officer);
    },
    instead: [...atDraft, ...inProcedure],
    fault: '/procedure procedureRunning',
  },
  noticeTooShort: {
    status: 422,
    answered: () => hearing({ act: 'schedule', on: '2026-10-01', place, presider: 'somebody-else' }),
    instead: [...atDraft, ...inProcedure],
    fault: '/on noticeTooShort >= 2026-10-05',
  },
  presiderExamined: {
    status: 422,
    answered: () =>
      hearing({ act: 'schedule', on: '2026-10-30', place, presider: official('fire', 'reviewer').sub }),
    instead: [...atDraft, ...inProcedure],
    fault: '/presider presiderExamined',
  },
  presiderMissing: {
    status: 422,
    answered: () => hearing({ act: 'schedule', on: '2026-10-30', place }),
    instead: [...atDraft, ...inProcedure],
    fault: '/presider presiderMissing',
  },
  notScheduled: {
    status: 409,
    answered: () => hearing({ act: 'recordResult', result: 'passed', heldOn: TODAY, report: '符合要求' }),
    instead: [...atDraft, ...inProcedure],
    fault: '/act notScheduled',
  },
  notExtendable: {
    status: 409,
    answered: async () => {
      const body = { act: 'requestExtension', days: 1, reason };
      return onItem(await at('register'), 'register', body, official('civilAffairs', 'registrar'));
    },
    instead: atRegister,
    fault: '/act notExtendable',
  },
  extensionTooLong: {
    status: 422,
    answered: async () =>
      onItem(await at('draft'), 'draft', { act: 'requestExtension', days: 16, reason }, officer),
    instead: atDraft,
    fault: '/days extensionTooLong <= 15',
  },
  extensionGiven: {
    status: 409,
    answered: async () => {
      const again = { act: 'requestExtension', days: 1, reason };
      return onItem(await reach(house, 'forwardExtension'), 'draft', again, officer);
    },
    instead: atDraft,
    fault: '/act extensionGiven',
  },
  notEarlier: {
    status: 422,
    answered: async () =>
      onItem(await at('draft'), 'draft', { act: 'remand', to: 'registration', reason }, officer),
    instead: atDraft,
    fault: '/to notEarlier acceptance jointReview',
  },
  decisionStands: {
    status: 422,
    answered: async () => {
      const body = { act: 'remand', to: 'jointReview', reason };
      return onItem(await at('register'), 'register', body, official('civilAffairs', 'registrar'));
    },
    instead: atRegister,
    fault: '/to decisionStands',
  },
  unknownLetter: {
    status: 422,
    answered: async () => {
      const corrected = await reach(house, 'correct');
      return actOnCase(house, corrected, { act: 'acknowledge', letter: '下石桥托〔2025〕号' }, applicant);
    },
    instead: ['correct', 'acknowledge', 'withdraw'],
    fault: '/letter unknownLetter 下石桥托〔2026〕号',
  },
  letterVoid: {
    status: 409,
    answered: async () => {
      const decided = await reach(house, 'serve');
      const signed = decided.items[decided.current.decide ?? '']!;
      await actOn(house, signed, { act: 'amend', reason }, signer);
      const letter = decided.decisionNo;
      return actOnCase(house, await fileOf(house, decided.caseId), { act: 'acknowledge', letter }, applicant);
    },
    instead: ['acknowledge', 'withdraw'],
    fault: '/letter letterVoid 下石桥托〔2026〕号',
  },
  unknownWorkItem: {
    status: 422,
    answered: async () =>
      actOnCase(
        house,
        await at('accept'),
        { act: 'reassign', workItem: 'nothing', to: null, reason },
        administrator,
      ),
    instead: repairing,
    fault: '/workItem unknownWorkItem accept',
  },
  unknownClock: {
    status: 422,
    answered: async () => propose(await at('accept'), { kind: 'extend', clock: 'lunar', days: 3 }),
    instead: repairing,
    fault: '/repair/clock unknownClock acceptance',
  },
  statutoryLimit: {
    status: 422,
    answered: async () => propose(await at('draft'), { kind: 'extend', clock: 'decisionJoint', days: 3 }),
    instead: repairing,
    fault: '/repair/clock statutoryLimit',
  },
  dateUnknown: {
    status: 422,
    answered: async () => propose(await at('accept'), { kind: 'correctDate', date: 'decision', to: TODAY }),
    instead: repairing,
    fault: '/repair/date dateUnknown receipt',
  },
  repairPending: {
    status: 409,
    answered: async () => propose(await reach(house, 'confirmRepair'), { kind: 'move', to: 'acceptance' }),
    // Who proposed it may take it back, but not confirm it.
    instead: [...repairing, 'declineRepair'],
    fault: '/act repairPending',
  },
};

const claimed = async () => doOn(house, await at('accept'), 'accept', { act: 'claim' }, clerk);
const amendAcceptance = (file: CaseFile) =>
  actOn(house, file.items[file.current.accept ?? '']!, { act: 'amend', reason }, clerk);
const hearing = async (body: object) => onItem(await reach(house, 'hear'), 'hear', body, officer);

const basement = {
  areaSquareMetres: 300,
  highestFloor: 2,
  usesBasement: true,
  windowShare: 0.25,
  videoDays: 90,
};

async function registeredOn(day: string): Promise<Answered> {
  const body = { act: 'register', unifiedCode: UNIFIED_CODE, registeredOn: day };
  return onItem(await at('register'), 'register', body, official('civilAffairs', 'registrar'));
}

/** A fault without the numbers that the tests before it decide. */
function unnumbered(fault: string): string {
  return fault.replace(/XCTY-\d{4}-\d{6}\.\d+\.(\w+)(-\d+)?/g, '$1').replace(/(〔\d{4}〕)\d+/g, '$1');
}

describe('a refused act', () => {
  it.each(Object.entries(refusals))('says why (%s), and what is allowed instead', async (code, refused) => {
    const answered = await refused.answered();
    expect(told(answered)).toEqual([refused.status, code]);
    expect(allowed(answered)).toEqual(new Set(refused.instead));
    const [error] = (answered.body.errors ?? []) as readonly Body[];
    const fault = error && [error.pointer, error.code, ...(error.expected as string[])].join(' ');
    expect(fault && unnumbered(fault)).toBe(refused.fault);
  });

  it('names of each allowed act where it is sent and under which version, so that it succeeds', async () => {
    const file = await at('accept');
    const refused = await onItem(file, 'accept', { act: 'issue' }, clerk);
    const [{ href, etag, act }] = refused.body.allowed;
    const done = await house.call(clerk, 'POST', href, {
      body: { act },
      headers: { ...newKey(), 'if-match': etag },
    });
    expect(done.status).toBe(200);
  });

  it('leaves nothing on the record, not even a number', async () => {
    const file = await at('decide');
    const numbers = () => house.database.db.selectFrom('serial_number').selectAll().execute();
    const before = await numbers();
    await onItem(file, 'decide', { act: 'decide', result: 'refused' }, signer);
    expect(await fileOf(house, file.caseId)).toEqual(file);
    expect(await numbers()).toEqual(before);
  });

  it('names each field that is wrong in itself', async () => {
    const file = await at('register');
    const who = answererOf(openItem(file, 'register'), 'register');
    const body = { act: 'register', unifiedCode: '123', registeredOn: '2026-02-30', colour: 'red' };
    const answered = await onItem(file, 'register', body, who);
    expect(told(answered)).toEqual([422, 'invalidContent']);
    expect(new Set(faults(answered))).toEqual(
      new Set([
        '/unifiedCode tooSmall',
        '/unifiedCode invalidUnifiedCode',
        '/registeredOn invalidDate',
        '/colour unknownField',
      ]),
    );
  });
});
