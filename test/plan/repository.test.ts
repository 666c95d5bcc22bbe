import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { runPlanCommand } from '../../infra/commands/plan';
import { connect, type Database } from '../../infra/db/connect';
import { parsePlan } from '../../infra/plan/file';
import { PlanVersionNotFound, PublicationRefused } from '../../infra/plan/publicationErrors';
import { asOwner } from '../../infra/db/owner';
import { planInForce, planVersion, publishPlan } from '../../infra/plan/repository';
import { testDatabase } from '../database';
import { fictional, fictionalFile } from '../domain/plan/plans';

type TestDatabase = Awaited<ReturnType<typeof testDatabase>>;

const { plan } = fictional;
const at = '2030-01-20T01:00:00.000Z';

describe('published plans', () => {
  let server: TestDatabase;
  let app: Database;

  beforeEach(async () => {
    server = await testDatabase();
    app = connect(server.url);
  }, 120_000);
  afterEach(async () => {
    await app.close();
    await server.close();
  });

  const publish = (changes: Partial<typeof plan>, from: string) =>
    asOwner(server.url, (db) => publishPlan(db, { ...plan, ...changes }, from, at));

  it('numbers the versions of a plan and keeps each as it was', async () => {
    const first = await publish({}, '2030-02-01');
    const second = await publish({ caseNumberPrefix: 'YXB' }, '2030-07-01');
    expect([first.id, second.id]).toEqual(['yunxi@1', 'yunxi@2']);
    expect(await planVersion(app.db, 'yunxi@1')).toEqual({
      id: 'yunxi@1',
      number: 1,
      effectiveFrom: '2030-02-01',
      plan,
    });
    expect((await planVersion(app.db, 'yunxi@2')).plan.caseNumberPrefix).toBe('YXB');
  });

  it('gives the version that is there when the same plan is published again from the same date', async () => {
    await publish({}, '2030-02-01');
    await publish({ caseNumberPrefix: 'YXB' }, '2030-07-01');
    expect((await publish({}, '2030-02-01')).id).toBe('yunxi@1');
    const { rows } = await server.pool.query(
      "select id from plan_version where plan_id = 'yunxi' order by id",
    );
    expect(rows).toEqual([{ id: 'yunxi@1' }, { id: 'yunxi@2' }]);
  });

  it('makes no second version of a file whose comments and key order alone changed', async () => {
    await publish({}, '2030-02-01');
    const text = readFileSync(fictionalFile, 'utf8');
    const rewritten = parsePlan(`calendar: []\n${text.replace(/^calendar:\n.*\n/m, '# rewritten\n')}`, 'x');
    const { id } = await asOwner(server.url, (db) =>
      publishPlan(db, { ...rewritten, calendar: plan.calendar }, '2030-02-01', at),
    );
    expect(id).toBe('yunxi@1');
  });

  it('publishes once when two start at the same time', async () => {
    const ids = await Promise.all([publish({}, '2030-02-01'), publish({}, '2030-02-01')]);
    expect(ids.map(({ id }) => id)).toEqual(['yunxi@1', 'yunxi@1']);
  });

  it('refuses a version that would begin before the newest one', async () => {
    await publish({}, '2030-02-01');
    const early = publish({ caseNumberPrefix: 'YXB' }, '2030-01-31');
    await expect(early).rejects.toThrow(PublicationRefused);
    await expect(early).rejects.toMatchObject({ newest: 'yunxi@1', newestFrom: '2030-02-01' });
  });

  it('finds the version in force on a day; of two from the same day, the newer', async () => {
    await publish({}, '2030-02-01');
    await publish({ caseNumberPrefix: 'YXB' }, '2030-07-01');
    await publish({ caseNumberPrefix: 'YXC' }, '2030-07-01');
    const on = async (date: string) => (await planInForce(app.db, 'yunxi', date)).id;
    expect(await on('2030-02-01')).toBe('yunxi@1');
    expect(await on('2030-06-30')).toBe('yunxi@1');
    expect(await on('2030-07-01')).toBe('yunxi@3');
    expect(await on('2035-01-01')).toBe('yunxi@3');
    await expect(on('2030-01-31')).rejects.toThrow(PlanVersionNotFound);
  });

  it('keeps the versions of two districts apart', async () => {
    await publish({}, '2030-02-01');
    expect((await publish({ id: 'other' }, '2030-01-01')).id).toBe('other@1');
    expect((await planInForce(app.db, 'other', '2030-02-01')).plan.id).toBe('other');
  });

  it('says which version is not there', async () => {
    await expect(planVersion(app.db, 'yunxi@9')).rejects.toThrow('yunxi@9');
  });

  it.each([
    ['changed', "update plan_version set effective_from = '2030-03-01'"],
    ['deleted', 'delete from plan_version'],
    ['emptied', 'truncate plan_version cascade'],
  ])('cannot be %s, even by the owner of the table', async (_, statement) => {
    await publish({}, '2030-02-01');
    const change = asOwner(server.url, (db) => sql.raw(statement).execute(db));
    await expect(change).rejects.toMatchObject({ code: '23001' });
    expect((await planVersion(app.db, 'yunxi@1')).effectiveFrom).toBe('2030-02-01');
  });

  it('cannot be published in the role of the application', async () => {
    await expect(publishPlan(app.db, plan, '2030-02-01', at)).rejects.toMatchObject({ code: '42501' });
  });

  it('is published, and compared with a file, from the command line', async () => {
    const given = process.env.DATABASE_URL;
    process.env.DATABASE_URL = server.url;
    const printed: string[] = [];
    const run = (...args: string[]) =>
      runPlanCommand(args, { out: (text) => printed.push(text), err: (text) => printed.push(text) });
    try {
      expect(await run('publish', fictionalFile, '--from', '2030-02-01')).toBe(0);
      expect(await run('diff', 'yunxi@1', fictionalFile)).toBe(0);
      expect(await run('diff', 'yunxi@2', fictionalFile)).toBe(1);
    } finally {
      if (given === undefined) delete process.env.DATABASE_URL;
      else process.env.DATABASE_URL = given;
    }
    expect(printed[0]).toContain('yunxi@1');
    expect(printed[1]).toBe('没有差异 No difference');
    expect(printed[2]).toContain('yunxi@2');
  });
});
