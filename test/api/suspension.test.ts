import type { ActBody } from '../../domain/act';
import { supervisionId } from '../../domain/supervision';
import { about, deliver } from '../letters/courier';
import { answererOf, applicant, official } from '../world/people';
import { administrator, type House, openHouse } from './house';
import { actOn, actOnCase, advance, apply, conduct, openItem } from './way';
import type { Body } from './wire';

let house: House;
let life: string;
const certificateNo = 'XCTY-C-2026-000001';
beforeAll(async () => {
  house = await openHouse();
  const caseId = await apply(house);
  await advance(house, caseId, 'end');
  life = supervisionId(caseId);
});
afterAll(() => house.close());

async function does(step: Parameters<typeof openItem>[1], body: ActBody): Promise<void> {
  const item = openItem(await conduct(house, life), step);
  const answered = await actOn(house, item, body, answererOf(item, body.act));
  if (answered.status !== 200) throw new Error(answered.text);
}

const html = { accept: 'text/html' };
const verified = async () => (await house.call(null, 'GET', `/verify/${certificateNo}`)).body.state as string;
const listed = async () => {
  const { body } = await house.call(null, 'GET', '/api/v1/register');
  return (body.entries as Body[])[0]!.suspendedOn as string | null;
};
const page = async (path: string) => (await house.call(null, 'GET', path, { headers: html })).text;

test('verification and register say that an institution is suspended from the decision to its lifting', async () => {
  const call = { act: 'callSuspension', reason: '检查发现燃气泄漏' };
  const reviewer = official('shiqiao', 'reviewer');
  expect((await actOnCase(house, await conduct(house, life), call, reviewer)).status).toBe(200);
  const grounds = '燃气管道破损';
  const danger = '燃气泄漏，随时可能爆炸';
  const condition = '燃气管道经检测合格';
  await does('suspend', { act: 'proposeImmediateSuspension', danger, grounds, condition });
  expect([await verified(), await listed()]).toEqual(['valid', null]);
  await does('decideSuspension', { act: 'decideSuspension' });

  expect([await verified(), await listed()]).toEqual(['suspended', '2026-09-28']);
  expect(await page('/register')).toContain('自 2026-09-28 起暂停服务');
  expect(await page(`/verify/${certificateNo}`)).toContain('机构现已暂停服务');
  const told = about(await deliver(house, life), '暂停服务决定书');
  for (const words of [grounds, danger, condition, '下卫健托〔2026〕']) expect(told.text).toContain(words);
  expect(told.attachments.map(({ contentType }) => contentType)).toEqual(['application/pdf']);

  await does('rectify', { act: 'reportRectification', report: '已更换管道' });
  const report = { result: 'passed', visitedOn: '2026-09-28', report: '检测合格' } as const;
  await does('reinspect', { act: 'recordReinspection', ...report });
  expect(await verified()).toBe('suspended');
  await does('lift', { act: 'liftSuspension', grounds: '复查通过' });
  expect([await verified(), await listed()]).toEqual(['valid', null]);
  expect(about(await deliver(house, life), '恢复服务决定书').to).toBe('applicant@example.org');
});

test('the feed tells of both, and of no ground', async () => {
  const { text } = await house.call(administrator, 'GET', '/api/v1/feed?limit=100');
  const types = (JSON.parse(text) as Body[]).map(({ type }) => type as string);
  expect(types.filter((type) => type.includes('suspension'))).toEqual([
    'onewindow.case.suspensionDecided.v1',
    'onewindow.case.suspensionLifted.v1',
  ]);
  expect(text).not.toContain('燃气');
});

test('the institution may answer before, and is told until when it counts', async () => {
  const call = { act: 'callSuspension', reason: '多次整改不到位' };
  const head = official('health', 'head');
  expect((await actOnCase(house, await conduct(house, life), call, head)).status).toBe(200);
  await does('suspend', { act: 'proposeSuspension', grounds: '多次整改不到位', days: 30 });
  const told = about(await deliver(house, life), '拟暂停服务告知书');
  expect(told.text).toContain('30日');
  expect(told.text).toContain('5个工作日内要求听证');
  const hearing = openItem(await conduct(house, life), 'requestHearing');
  expect((await actOn(house, hearing, { act: 'waiveHearing' }, applicant)).status).toBe(200);
  await does('decideSuspension', { act: 'decideSuspension' });
  expect(about(await deliver(house, life), '暂停服务决定书').text).toContain('暂停期限：自送达之日起30日');
  expect((await house.call(applicant, 'GET', `/api/v1/cases/${life}`)).body.supervision.suspension).toEqual({
    decidedOn: '2026-09-28',
    immediate: false,
    days: 30,
  });
});
