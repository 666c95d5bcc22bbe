import type { CaseFile } from '../../domain/caseFile';
import { stuckCases } from '../../infra/stuckCases';
import { applicant, official } from '../world/people';
import { administrator, type House, openHouse } from './house';
import { doOn } from './sideWay';
import { actOnCase, advance, apply, fileOf, openItem } from './way';
import type { Body } from './wire';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const preview = (caseId: string, repair: object, who = administrator) =>
  house.call(who, 'POST', `/api/v1/cases/${caseId}/repairs/preview`, { body: { repair } });

const steps = (items: readonly Body[]) => items.map(({ step }) => step as string);

describe('the preview of a repair', () => {
  it('says what a move would close and open, and changes nothing', async () => {
    const caseId = await apply(house);
    const before = await advance(house, caseId, 'draft');
    const { status, body } = await preview(caseId, { kind: 'move', to: 'jointReview' });
    expect(status).toBe(200);
    expect(steps(body.closes)).toEqual(['draft']);
    expect([...new Set(steps(body.opens))]).toEqual(['review']);
    expect(await fileOf(house, caseId)).toEqual(before);
  });

  it('says which limits a corrected date would move', async () => {
    const caseId = await apply(house);
    await advance(house, caseId, 'draft');
    house.time.now = new Date('2026-10-12T02:00:00.000Z');
    const { body } = await preview(caseId, { kind: 'correctDate', date: 'acceptance', to: '2026-10-12' });
    const [moved] = body.moves as readonly Body[];
    expect(moved?.item).toMatchObject({ step: 'draft' });
    expect(moved?.to.due > moved?.from.due).toBe(true);
    house.time.now = new Date('2026-09-28T02:00:00.000Z');
  });

  it('refuses what the repair itself would be refused, and names what is possible', async () => {
    const caseId = await apply(house);
    await advance(house, caseId, 'draft');
    const { status, body } = await preview(caseId, { kind: 'move', to: 'certificate' });
    expect([status, body.code]).toEqual([422, 'notReached']);
    expect(body.errors[0].expected).toEqual(['acceptance', 'jointReview', 'decision']);
  });

  it.each([
    ['an applicant', applicant],
    ['an official', official('health', 'filingOfficer')],
  ])('is not for %s', async (_, who) => {
    const { status, body } = await preview('X-1', { kind: 'move', to: 'decision' }, who);
    expect([status, body.code]).toEqual([403, 'roleMissing']);
  });
});

/** Closed by a refusal whose letter still waits to be served. */
async function refused(): Promise<CaseFile> {
  const drafting = await advance(house, await apply(house), 'draft');
  await doOn(house, drafting, 'draft', { act: 'draft', result: 'refused', grounds: '不符合条件' });
  const deciding = await advance(house, drafting.caseId, 'decide');
  return doOn(house, deciding, 'decide', { act: 'decide', result: 'refused' });
}

it.each([
  ['an open case', 'accept', async () => advance(house, await apply(house), 'accept')],
  ['a closed case with a letter to serve', 'serve', refused],
] as const)('lists %s whose limit a new calendar moves, until it is recomputed', async (_, step, begun) => {
  const file = await begun();
  const { caseId } = file;
  const { due } = openItem(file, step).deadline;
  house.useHolidays([due]);
  const listed = async () => {
    const { body } = await house.call(administrator, 'GET', '/api/v1/cases/outdated');
    return (body.cases as readonly Body[]).filter((each) => each.caseId === caseId);
  };
  const [outdated] = await listed();
  expect(outdated?.moves[0]).toMatchObject({ item: { step }, from: { due } });
  const body = { act: 'intervene', kind: 'recomputed', reason: '放假安排已公布' };
  expect((await actOnCase(house, await fileOf(house, caseId), body, administrator)).status).toBe(200);
  expect(await listed()).toEqual([]);
  house.useHolidays([]);
});

describe('the page of stuck cases', () => {
  const page = (who: typeof applicant | null) =>
    house.call(who, 'GET', '/stuck-cases', { headers: { accept: 'text/html' } });

  const engine = (who: typeof applicant | null, caseId: string) =>
    house.call(who, 'GET', `/stuck-cases/${caseId}`, { headers: { accept: 'text/html' } });

  it('has each query, and says that nothing was compared yet', async () => {
    const { status, text } = await page(administrator);
    expect(status).toBe(200);
    for (const { label } of stuckCases) expect(text).toContain(label.zh);
    expect(text).toContain('PendingUnits = &#39;fire&#39;');
    expect(text).toContain('尚未对账');
  });

  it('shows what the last comparison found', async () => {
    const differences = [{ kind: 'workflowMissing', caseId: 'X-1', about: 'event 3' }];
    await house.database.db
      .insertInto('reconciliation')
      .values({ at: new Date(), cases: 7, differences: JSON.stringify(differences) })
      .execute();
    const { text } = await page(administrator);
    expect(text).toContain('7 件，1 处不一致');
    expect(text).toContain('没有流程在运行');
  });

  it.each([
    ['a visitor', null, 401],
    ['an applicant', applicant, 403],
  ])('is not for %s, nor is the way into the engine', async (_, who, status) => {
    expect((await page(who)).status).toBe(status);
    expect((await engine(who, 'XCTY-2026-000001')).status).toBe(status);
  });

  it('leads from each case to its workflow in the Temporal UI, where there is one', async () => {
    const caseId = await apply(house);
    expect((await engine(administrator, caseId)).status).toBe(404);
    Object.assign(house.services, { temporalUi: { url: 'http://127.0.0.1:8233/', namespace: 'onewindow' } });
    const workflows = 'http://127.0.0.1:8233/namespaces/onewindow/workflows';
    const { status, headers } = await engine(administrator, caseId);
    expect([status, headers.get('location')]).toEqual([303, `${workflows}/licensing%3A${caseId}`]);
    expect((await engine(administrator, 'X-1')).status).toBe(404);
    const { text } = await page(administrator);
    expect(text).toContain(`href="${workflows}/licensing%3AX-1"`);
    expect(text).toContain(`href="${workflows}?query=`);
  });
});
