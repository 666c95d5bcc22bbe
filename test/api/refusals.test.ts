import type { Actor } from '../../domain/actor';
import type { CaseFile } from '../../domain/caseFile';
import type { RefusalCode } from '../../domain/refusal';
import type { Step } from '../../domain/vocabulary';
import { straightAnswer, UNIFIED_CODE } from '../world/answers';
import { answererOf, applicant, official } from '../world/people';
import { type House, openHouse, signingOfficer } from './house';
import { actOn, advance, apply, fileOf, newKey, openItem } from './way';
import { type Answered, type Body, faults, told } from './wire';

let house: House;
beforeAll(async () => (house = await openHouse()));
afterAll(() => house.close());

const TODAY = '2026-09-28';
const clerk = official('shiqiao', 'intakeClerk');
const signer = official('shiqiao', 'decisionMaker');
const officer = official('shiqiao', 'caseOfficer');
const drafting = { act: 'draft', result: 'granted', grounds: '符合条件' };

const at = async (step: Step | 'end', changes = {}) => advance(house, await apply(house, changes), step);
const onItem = (file: CaseFile, step: Step, body: unknown, who: Actor) =>
  actOn(house, openItem(file, step), body, who);
const withdraw = (file: CaseFile, who = applicant, version = file.seq) =>
  house.call(who, 'POST', `/api/v1/cases/${file.caseId}/acts`, {
    body: { act: 'withdraw' },
    headers: { ...newKey(), 'if-match': `"${version}"` },
  });
const allowed = ({ body }: Answered) => (body.allowed as readonly Body[]).map(({ act }) => act as string);

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
    instead: ['returnDraft'],
  },
  caseClosed: { status: 409, answered: async () => withdraw(await at('end')), instead: [] },
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
    instead: [],
  },
  wrongStep: {
    status: 409,
    answered: async () => onItem(await at('accept'), 'accept', { act: 'issueReceipt' }, clerk),
    instead: ['accept', 'decline'],
  },
  wrongStage: { status: 409, answered: async () => withdraw(await at('file')), instead: ['file'] },
  resultDiffers: {
    status: 422,
    answered: async () => onItem(await at('decide'), 'decide', { act: 'decide', result: 'refused' }, signer),
    instead: ['returnDraft', 'decide'],
    fault: '/result resultDiffers granted',
  },
  findingsUnanswered: {
    status: 422,
    answered: async () =>
      onItem(await at('draft', { meals: true, premises: basement }), 'draft', drafting, officer),
    instead: ['draft'],
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
    instead: ['draft'],
    fault: '/answers/1/finding unknownFinding floor',
  },
  reasonMissing: {
    status: 422,
    answered: async () => {
      const file = await at('review');
      const { unit } = openItem(file, 'review');
      return onItem(file, 'review', { act: 'signOff', opinion: 'object' }, official(unit, 'reviewer'));
    },
    instead: ['signOff'],
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
    instead: ['file'],
    fault: '/materials materialsMissing fireSafety',
  },
  dateInFuture: {
    status: 422,
    answered: () => registeredOn('2026-09-29'),
    instead: ['register'],
    fault: `/registeredOn dateInFuture <= ${TODAY}`,
  },
  dateTooEarly: {
    status: 422,
    answered: () => registeredOn('2026-09-27'),
    instead: ['register'],
    fault: `/registeredOn dateTooEarly >= ${TODAY}`,
  },
};

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

describe('a refused act', () => {
  it.each(Object.entries(refusals))('says why (%s), and what is allowed instead', async (code, refused) => {
    const answered = await refused.answered();
    expect(told(answered)).toEqual([refused.status, code]);
    expect(allowed(answered)).toEqual(refused.instead);
    const [error] = (answered.body.errors ?? []) as readonly Body[];
    expect(error && [error.pointer, error.code, ...(error.expected as string[])].join(' ')).toBe(
      refused.fault,
    );
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
