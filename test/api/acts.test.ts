import { CaseAct, ownActs, WorkItemAct } from '../../api/contracts/act';
import { type Act, type ActBody, acts } from '../../domain/act';
import type { Actor } from '../../domain/actor';
import type { CaseFile, WorkItem } from '../../domain/caseFile';
import { valuesOf } from '../../domain/label';
import { openItems } from '../../domain/process';
import type { WayStep } from '../../domain/sideStep';
import type { Step } from '../../domain/vocabulary';
import { straightAnswer, UNIFIED_CODE } from '../world/answers';
import { answererOf, applicant, official } from '../world/people';
import { type House, openHouse } from './house';
import { actOn, actOnCase, advance, apply, fileOf, newKey, openItem } from './way';
import type { Body } from './wire';
import type { LicensingStep } from '../world/licensing';

let house: House;
beforeAll(async () => (house = await openHouse()));
afterAll(() => house.close());

const TODAY = '2026-09-28';
const eventsOf = async (caseId: string, who: Actor) =>
  (await house.call(who, 'GET', `/api/v1/cases/${caseId}/events`)).body.events as readonly Body[];

/** Answers an open item, and holds the answer against the record. */
async function answer(item: WorkItem, body: ActBody, who = answererOf(item, body.act)) {
  const { status, headers, body: acted } = await actOn(house, item, body, who);
  expect(status).toBe(200);
  const caseId = acted.case.caseId as string;
  const file = await fileOf(house, caseId);
  expect(acted).toMatchObject({
    act: body.act,
    case: { seq: file.seq, outcome: file.outcome },
  });
  expect(headers.get('etag')).toBe(`"${file.items[item.id]!.version}"`);
  const [event] = (await eventsOf(caseId, who)).filter(({ seq }) => seq === acted.seq);
  expect(event).toMatchObject({ workItem: item.id, at: house.time.now.toISOString() });
  return { acted, event: event!, file };
}

/** What each step of the straight path is answered with, and leaves on the record. */
const left: Readonly<
  Record<Exclude<WayStep & LicensingStep, 'push'>, { act: Act; type: string; facts: object }>
> = {
  accept: { act: 'accept', type: 'accepted', facts: { acceptedOn: TODAY, letter: '下石桥托〔2026〕1号' } },
  review: { act: 'signOff', type: 'signedOff', facts: { opinion: 'agree' } },
  draft: { act: 'draft', type: 'decisionDrafted', facts: { result: 'granted' } },
  decide: {
    act: 'decide',
    type: 'decided',
    facts: { result: 'granted', decidedOn: TODAY, no: '下石桥托〔2026〕2号' },
  },
  endorse: { act: 'endorse', type: 'endorsed', facts: { documentNo: '示例〔2026〕1号' } },
  register: {
    act: 'register',
    type: 'registered',
    facts: { unifiedCode: UNIFIED_CODE, registeredOn: TODAY },
  },
  file: { act: 'file', type: 'filed', facts: { receivedOn: TODAY } },
  receipt: {
    act: 'issueReceipt',
    type: 'receiptIssued',
    facts: { issuedOn: TODAY, no: 'XCTY-R-2026-000001' },
  },
  conformity: { act: 'confirm', type: 'conformityConfirmed', facts: {} },
  issue: { act: 'issue', type: 'licenceIssued', facts: { issuedOn: TODAY, no: 'XCTY-C-2026-000001' } },
};

describe('the acts of the straight path', () => {
  let caseId: string;
  let file: CaseFile;
  beforeAll(async () => {
    caseId = await apply(house);
    file = await fileOf(house, caseId);
  });

  it.each(Object.keys(left) as (keyof typeof left)[])('“%s” is done and on the record', async (step) => {
    file = await advance(house, caseId, step);
    const item = openItem(file, step);
    const { acted, event } = await answer(item, straightAnswer(file, item, TODAY));
    expect(acted.workItem).toMatchObject({ id: item.id, status: 'done' });
    const { act, type, facts } = left[step];
    expect(acted.act).toBe(act);
    expect(event).toMatchObject({ type, facts });
  });

  it('end with a certificate', async () => {
    expect(await fileOf(house, caseId)).toMatchObject({
      outcome: 'certified',
      certificateNo: 'XCTY-C-2026-000001',
    });
  });
});

describe('the acts beside the straight path', () => {
  const at = async (step: Step) => openItem(await advance(house, await apply(house), step), step);

  it('“decline” ends the case, with its reason for the applicant to read', async () => {
    const { acted, file } = await answer(await at('accept'), { act: 'decline', reason: '不属于本区' });
    expect(acted.case).toMatchObject({ outcome: 'notAccepted', openItems: [] });
    expect(acted.workItem.allowed).toEqual([expect.objectContaining({ act: 'amend' })]);
    expect((await eventsOf(file.caseId, applicant)).at(-1)?.particulars).toEqual({ reason: '不属于本区' });
  });

  it('“signOff” may object, and the case goes on to its decision all the same', async () => {
    const item = await at('review');
    const { file } = await answer(item, { act: 'signOff', opinion: 'object', reason: '通道不足' });
    expect(file.objections).toEqual([item.unit]);
    await advance(house, file.caseId, 'draft');
  });

  it('“returnDraft” opens the draft again, and the signature closes', async () => {
    const file = await advance(house, await apply(house), 'decide');
    const { acted } = await answer(openItem(file, 'decide'), { act: 'returnDraft', reason: '事实不清' });
    expect(acted.workItem.status).toBe('closed');
    expect((acted.case.openItems as readonly Body[]).map(({ step }) => step as string)).toEqual(['draft']);
    expect((await advance(house, file.caseId, 'end')).outcome).toBe('certified');
  });

  it('“decide” may refuse as the draft proposes, and the case ends', async () => {
    const item = await at('draft');
    const grounds = '不符合设置标准';
    const { file } = await answer(item, { act: 'draft', result: 'refused', grounds });
    const signature = openItem(await advance(house, file.caseId, 'decide'), 'decide');
    const { acted } = await answer(signature, { act: 'decide', result: 'refused' });
    expect(acted.case.outcome).toBe('refused');
  });

  it('“signOff” and “draft” answer the findings against the standards', async () => {
    const premises = { areaSquareMetres: 300, usesBasement: true, windowShare: 0.1, videoDays: 90 };
    const caseId = await apply(house, { premises: { ...premises, highestFloor: 2 } });
    const file = await advance(house, caseId, 'review');
    const [first, ...others] = file.itinerary.findings.map(({ id }) => ({ finding: id, answer: '已核实' }));
    await answer(openItem(file, 'review'), { act: 'signOff', opinion: 'agree', answers: [first!] });
    const drafting = openItem(await advance(house, caseId, 'draft'), 'draft');
    const body = { act: 'draft', result: 'granted', grounds: '已核实', answers: others } as const;
    const { event } = await answer(drafting, body);
    expect(event.particulars.answers).toEqual(others);
  });

  it('“withdraw” ends the case, and closes what was open', async () => {
    const file = await advance(house, await apply(house), 'review');
    const { status, headers, body } = await house.call(
      applicant,
      'POST',
      `/api/v1/cases/${file.caseId}/acts`,
      {
        body: { act: 'withdraw', reason: '另选址' },
        headers: { ...newKey(), 'if-match': `"${file.version}"` },
      },
    );
    expect(status).toBe(200);
    expect(headers.get('etag')).toBe(`"${body.case.version}"`);
    expect(body).toMatchObject({ workItem: null, case: { outcome: 'withdrawn', openItems: [] } });
    expect(openItems(await fileOf(house, file.caseId))).toEqual([]);
  });
});

describe('the acts that the API takes', () => {
  const onItems = WorkItemAct.options.map(({ shape }) => shape.act.value as Act);
  const onCases = CaseAct.options.map(({ shape }) => shape.act.value as Act);

  it('are all that there are, save the system’s own', () => {
    expect([...new Set([...onItems, ...onCases, ...ownActs])].sort()).toEqual(valuesOf(acts).sort());
  });

  it.each([
    { act: 'confirmPush', receiptNo: 'X' },
    { act: 'confirmService', letter: 'X' },
    { act: 'reportUndeliverable', letter: 'X' },
  ])('do not include “$act”, which is the system’s alone', async (body) => {
    const file = await fileOf(house, await apply(house));
    const clerk = official('shiqiao', 'intakeClerk');
    const onItem = await actOn(house, openItem(file, 'accept'), body, clerk);
    expect([onItem.status, onItem.body.errors[0].expected]).toEqual([422, onItems]);
    const onCase = await actOnCase(house, file, body, clerk);
    expect([onCase.status, onCase.body.errors[0].expected]).toEqual([422, onCases]);
  });
});
