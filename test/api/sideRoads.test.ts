import { applicant, official } from '../world/people';
import { examples } from './actExamples';
import { type House, openHouse } from './house';
import { agree, doOn, doOnCase, reach } from './sideWay';
import { actOn, actOnCase, advance, fileOf, openItem } from './way';
import { type Body, told } from './wire';

let house: House;
beforeEach(async () => (house = await openHouse()));
afterEach(() => house.close());

const clerk = official('shiqiao', 'intakeClerk');
const officer = official('shiqiao', 'caseOfficer');
const seen = async (caseId: string, who = applicant) =>
  (await house.call(who, 'GET', `/api/v1/cases/${caseId}`)).body;
const deadlineOf = async (caseId: string, step: string) => {
  const { body } = await house.call(applicant, 'GET', `/api/v1/cases/${caseId}/deadlines`);
  return (body.deadlines as readonly Body[]).find((each) => each.step === step);
};
const lastLetter = ({ letters }: Body) => (letters as readonly Body[]).at(-1);
const worklistOf = async (who = applicant) =>
  ((await house.call(who, 'GET', '/api/v1/worklist?mine=true')).body.entries as readonly Body[]).map(
    ({ step }) => step as string,
  );

it('a correction is closed item by item by the applicant, and acceptance goes on', async () => {
  const asked = await reach(house, 'correct');
  const { caseId } = asked;
  expect(await worklistOf()).toEqual(['correct']);
  expect((await seen(caseId)).workItems).toEqual(
    expect.arrayContaining([expect.objectContaining({ step: 'accept', status: 'open', stopped: true })]),
  );
  const first = await doOn(house, asked, 'correct', {
    act: 'correct',
    answers: [{ no: 2, answer: '已补比例' }],
  });
  expect((await seen(caseId)).correction).toMatchObject({ nos: [1, 2], closed: [2], to: null });
  const again = await actOn(
    house,
    openItem(first, 'correct'),
    { act: 'correct', answers: [{ no: 2, answer: '又一次' }] },
    applicant,
  );
  expect(told(again)).toEqual([422, 'unknownNumber']);
  expect(again.body.errors[0]).toMatchObject({ pointer: '/answers/0/no', expected: ['1'] });
  house.time.now = new Date('2026-09-29T02:00:00.000Z');
  const done = await doOn(house, first, 'correct', {
    act: 'correct',
    answers: [{ no: 1, answer: '已补页' }],
  });
  expect((await seen(caseId)).correction).toMatchObject({ closed: [2, 1], to: '2026-09-29' });
  expect(openItem(done, 'accept').stopped).toBe(false);
  expect(await worklistOf()).toEqual([]);
  expect((await advance(house, caseId, 'end')).outcome).toBe('certified');
});

it('an objection is answered before the decision is drafted, and the applicant is not told whose it was', async () => {
  const objected = await reach(house, 'answer');
  const { caseId, objections } = objected;
  const { workItems } = await seen(caseId);
  expect((workItems as readonly Body[]).find(({ step }) => step === 'answer').about).toBeNull();
  const answering = (await seen(caseId, officer)).workItems as readonly Body[];
  expect(answering.find(({ step }) => step === 'answer').about).toBe(`${caseId}.1.review-${objections[0]}`);
  const file = await agree(house, caseId);
  const draft = openItem(file, 'draft');
  const drafting = examples(file, draft).draft;
  const refused = await actOn(house, draft, drafting, officer);
  expect(told(refused)).toEqual([409, 'objectionsUnanswered']);
  await doOn(house, file, 'answer', { act: 'answerObjection', answer: '通道已拓宽' });
  await doOn(house, await fileOf(house, caseId), 'draft', drafting);
  expect((await advance(house, caseId, 'end')).outcome).toBe('certified');
});

it('an inspection stops the clock, its days do not count, and the clock goes on with its result', async () => {
  const drafting = await reach(house, 'draft');
  const { caseId } = drafting;
  const before = (await deadlineOf(caseId, 'draft')).explained.due as string;
  const ordered = await doOn(house, drafting, 'draft', {
    act: 'order',
    procedure: 'inspect',
    days: 5,
    reason: '核实整改',
  });
  const stopped = openItem(ordered, 'draft');
  expect(stopped.stopped).toBe(true);
  house.time.now = new Date('2026-10-09T02:00:00.000Z');
  expect((await worklistOf(officer)).sort()).toEqual(['draft', 'inspect']);
  const unfinished = await actOn(house, stopped, examples(ordered, stopped).draft, officer);
  expect(told(unfinished)).toEqual([409, 'procedurePending']);
  const resumed = await doOn(house, await fileOf(house, caseId), 'inspect', {
    act: 'recordResult',
    result: 'passed',
    heldOn: '2026-10-09',
    report: '符合要求',
  });
  expect(openItem(resumed, 'draft').stopped).toBe(false);
  const { explained, recorded } = await deadlineOf(caseId, 'draft');
  expect(explained.due).toBe(recorded.due);
  expect(explained.due > before).toBe(true);
  const paused = (explained.days as readonly Body[]).filter(({ reason }) => reason === 'paused');
  expect(paused.map(({ date, counted }) => [date as string, counted as boolean])).toContainEqual([
    '2026-10-08',
    false,
  ]);
  expect((await seen(caseId)).procedures).toEqual([
    expect.objectContaining({ procedure: 'inspect', from: '2026-09-28', to: '2026-10-09', result: 'passed' }),
  ]);
});

it('an extension is requested, forwarded by the office and granted by the head of the government', async () => {
  const drafting = await reach(house, 'draft');
  const { caseId } = drafting;
  const before = (await deadlineOf(caseId, 'draft')).explained.due as string;
  const asked = await doOn(house, drafting, 'draft', {
    act: 'requestExtension',
    days: 15,
    reason: '案情复杂',
  });
  expect(await worklistOf(official('health', 'coordinator'))).toContain('forwardExtension');
  const forwarded = await doOn(house, asked, 'forwardExtension', {
    act: 'forwardExtension',
    opinion: '情况属实',
  });
  expect(openItem(forwarded, 'grantExtension').unit).toBe('government');
  expect(await worklistOf(official('government', 'head'))).toEqual(['grantExtension']);
  await doOn(house, forwarded, 'grantExtension', { act: 'grantExtension' });
  const extended = await seen(caseId);
  expect(extended.extensions).toEqual({ decisionJoint: 15 });
  expect(lastLetter(extended)).toMatchObject({ kind: 'extension', unit: { id: 'shiqiao' }, served: null });
  expect((await deadlineOf(caseId, 'draft')).explained.due > before).toBe(true);
});

it('a remand opens the reviews anew, and the case comes to its end on the second round', async () => {
  const remanded = await doOn(house, await reach(house, 'decide'), 'decide', {
    act: 'remand',
    to: 'jointReview',
    reason: '场地有变',
  });
  expect(await seen(remanded.caseId)).toMatchObject({ stage: 'jointReview', round: 2, decisionNo: null });
  expect((await advance(house, remanded.caseId, 'end')).outcome).toBe('certified');
});

it('a decision is amended before it is served: its letter is void, and the next has a number of its own', async () => {
  const decided = await reach(house, 'serve');
  const { caseId, decisionNo } = decided;
  const signed = decided.items[decided.current.decide ?? '']!;
  const signer = official('shiqiao', 'decisionMaker');
  const amended = await actOn(house, signed, { act: 'amend', reason: '文字有误' }, signer);
  expect(amended.status).toBe(200);
  const between = await seen(caseId);
  expect(between).toMatchObject({ decisionNo: null, stage: 'decision' });
  expect((between.letters as readonly Body[]).find(({ no }) => no === decisionNo)).toMatchObject({
    void: true,
  });
  const voided = await actOnCase(
    house,
    await fileOf(house, caseId),
    { act: 'acknowledge', letter: decisionNo },
    applicant,
  );
  expect(told(voided)).toEqual([409, 'letterVoid']);
  const again = await doOn(house, await fileOf(house, caseId), 'decide', {
    act: 'decide',
    result: 'granted',
  });
  expect(again.decisionNo).not.toBe(decisionNo);
  expect((await advance(house, caseId, 'end')).outcome).toBe('certified');
});

it('a declined registration is applied for again', async () => {
  const declined = await reach(house, 'reapply');
  expect(lastLetter(await seen(declined.caseId))).toMatchObject({ unit: { id: 'civilAffairs' } });
  expect(await worklistOf()).toEqual(['reapply']);
  await doOn(house, declined, 'reapply', { act: 'reapply', answer: '已改名称' });
  expect((await advance(house, declined.caseId, 'end')).outcome).toBe('certified');
});

it('papers that do not conform are filed again', async () => {
  const found = await doOn(house, await reach(house, 'conformity'), 'conformity', {
    act: 'findNonConforming',
    reason: '消防证明过期',
  });
  const again = await advance(house, found.caseId, 'file');
  expect(await worklistOf()).toEqual(['file']);
  expect(again.round).toBe(2);
  expect((await advance(house, found.caseId, 'end')).outcome).toBe('certified');
});

it('a letter is acknowledged in the portal, once', async () => {
  const decided = await reach(house, 'serve');
  const { caseId, decisionNo } = decided;
  const body = { act: 'acknowledge', letter: decisionNo! } as const;
  const served = await doOnCase(house, decided, body, applicant);
  expect(served.letters.find(({ no }) => no === decisionNo)?.served).toEqual({
    how: 'portal',
    on: '2026-09-28',
  });
  expect(Object.values(served.items).find(({ step }) => step === 'serve')?.status).toBe('done');
  expect((await seen(caseId)).letters).toContainEqual(
    expect.objectContaining({ no: decisionNo, served: { how: 'portal', on: '2026-09-28' } }),
  );
  expect((await actOnCase(house, served, body, applicant)).body.code).toBe('letterServed');
  expect(told(await actOnCase(house, served, body, clerk))).toEqual([403, 'roleMissing']);
});
