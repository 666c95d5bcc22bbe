import { systemActor } from '../../domain/actor';
import { periodOf } from '../../domain/report/period';
import { record } from '../../infra/record/act';
import { reportOf } from '../../infra/reports/reading';
import { runReportCommand } from '../../infra/commands/report';
import type { Report } from '../../domain/report/report';
import { type House, openHouse } from '../api/house';
import { actOn, advance, apply, fileOf, openItem } from '../api/way';
import { official } from '../world/people';

let house: House;
beforeAll(async () => {
  house = await openHouse();
  await advance(house, await apply(house), 'end');
  await advance(house, await apply(house), 'draft');
});
afterAll(() => house.close());

async function run(...args: string[]) {
  const said = { out: '', err: '' };
  const output = {
    out: (text: string) => (said.out += `${text}\n`),
    err: (text: string) => (said.err += `${text}\n`),
  };
  return { code: await runReportCommand(args, output, house.services.ground), ...said };
}

describe('npm run report', () => {
  it('tells of a month what was received, closed and open, and how each unit kept its limits', async () => {
    const { code, out } = await run('2026-09');
    expect(code).toBe(0);
    expect(out).toContain('托育机构审批月报 2026-09（期间未满）');
    expect(out).toMatch(/收件 Received +合计 All +2\n/);
    expect(out).toMatch(
      /收件 Received +社会兴办服务模式 Privately run +2\n收件 Received +石桥街道 Shiqiao.* +2\n/,
    );
    expect(out).toMatch(/办结 Closed +已发证 Certified +1\n/);
    expect(out).toMatch(/期末在办 Open at its end +审批 Decision +1\n/);
    expect(out).toMatch(/各单位 Offices +0 +0\n/);
    expect(out).toMatch(/联审 Joint review +0 +0\n/);
    expect(out).toMatch(/消防救援下城大队.* +100 +2 +0 +0 +0 +0 +0 +0 +0/);
  });

  it('gives the same as JSON', async () => {
    const { code, out } = await run('2026', '--json');
    const report = JSON.parse(out) as Report;
    expect(code).toBe(0);
    expect(report).toMatchObject({ received: 2, closed: { certified: 1 }, open: { decision: 1 } });
    expect(report.days?.offices).toEqual({ median: 0, longest: 0 });
    expect(report.units.find(({ unit }) => unit === 'fire')).toMatchObject({ inTime: 2, rate: 100 });
  });

  it('says so where nothing happened', async () => {
    const { out } = await run('2025-01');
    expect(out).toMatch(/收件 Received +合计 All +0\n办结 Closed +合计 All +0\n/);
    expect(out).not.toContain('How each unit kept its limits');
  });

  it.each([
    [[], /须写明一个月份或年份/],
    [['2026-9'], /2026-9：须写作 2026-10 或 2026/],
    [['2027'], /2027：尚未开始 has not begun yet/],
    [['2026', '2027'], /Name one month or year/],
    [['--colour'], /--colour/],
  ])('takes %j as wrong usage', async (args, message) => {
    const { code, err } = await run(...args);
    expect(code).toBe(2);
    expect(err).toMatch(message);
  });

  it('gives help to who asks for it', async () => {
    expect(await run('--help')).toMatchObject({ code: 0, out: expect.stringContaining('npm run report') });
  });
});

it('tells of a letter that was served after its case was closed in another month', async () => {
  const caseId = await apply(house);
  const accept = openItem(await fileOf(house, caseId), 'accept');
  await actOn(
    house,
    accept,
    { act: 'decline', reason: '不属于本机关职权' },
    official('shiqiao', 'intakeClerk'),
  );
  const { letters } = await fileOf(house, caseId);
  const body = { act: 'reportUndeliverable', letter: letters[0]!.no } as const;
  const { ground } = house.services;
  await house.database.db
    .transaction()
    .execute((tx) => record(tx, ground, { caseId, workItem: null, body, actor: systemActor }, 'byWorkflow'));
  const [before, now] = [house.time.now, new Date('2026-10-09T02:00:00.000Z')];
  house.time.now = now;
  const serve = openItem(await fileOf(house, caseId), 'serve');
  const served = { act: 'serve', how: 'paper', on: '2026-10-09', to: '举办者' };
  const { status } = await actOn(house, serve, served, official('shiqiao', 'intakeClerk'));
  expect(status).toBe(200);
  const report = await reportOf(ground, periodOf('2026-10')!, now);
  house.time.now = before;
  expect(report.received).toBe(0);
  expect(report.closed).toEqual({});
  expect(report.units.find(({ unit }) => unit === 'shiqiao')).toMatchObject({ inTime: 1, stillOpen: 0 });
});
