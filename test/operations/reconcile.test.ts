import { sql } from 'kysely';
import { runReconcileCommand } from '../../infra/commands/reconcile';
import { asOwner } from '../../infra/db/owner';
import type { DifferenceKind } from '../../infra/reconcile/difference';
import { lastReconciliation } from '../../infra/reconcile/last';
import { SETTLING_MS } from '../../infra/reconcile/compare';
import { reconcile } from '../../infra/reconcile/reconcile';
import { RECONCILIATION, TASK_QUEUE, workflowIdOf } from '../../workflows/names';
import { devEngine } from '../world/engines';
import { until } from '../world/until';
import { createWorld, type World } from '../world/world';

let world: World;
beforeAll(async () => {
  world = await createWorld({ startEngine: devEngine });
});
afterAll(() => world.close());

/** A case whose workflow has read all of it, looked at so late that nothing of it can be under way. */
async function settledCase(): Promise<string> {
  const { caseId } = await world.submit();
  await world.settled(caseId);
  await until('its notice is sent', async () => {
    const { status } = await world.database.db
      .selectFrom('notice')
      .select('status')
      .where('case_id', '=', caseId)
      .executeTakeFirstOrThrow();
    return status === 'sent' ? true : null;
  });
  return caseId;
}

async function later(): Promise<void> {
  const now = (await world.now()).getTime();
  await world.passWithoutEngine(new Date(now + 2 * SETTLING_MS).toISOString());
}

const mending = () => ({ ground: world.ground, client: world.env.client, issuer: 'https://issuer.test' });

/** Runs the command as the owner of the tables. */
async function command(...args: string[]): Promise<{ code: number; out: string }> {
  const lines: string[] = [];
  const output = { out: (text: string) => lines.push(text), err: (text: string) => lines.push(text) };
  const code = await asOwner(world.database.url, (db) =>
    runReconcileCommand(args, output, { ...mending(), ground: { ...world.ground, db } }),
  );
  return { code, out: lines.join('\n') };
}

async function differences(caseId: string): Promise<DifferenceKind[]> {
  const { differences: found } = await reconcile(world.ground, world.env.client);
  return found.filter((each) => each.caseId === caseId).map(({ kind }) => kind);
}

const broken: readonly (readonly [DifferenceKind, (caseId: string) => Promise<unknown>])[] = [
  [
    'stateDiffers',
    (caseId) =>
      asOwnerDo(sql`update case_file set state = jsonb_set(state, '{round}', '7') where case_id = ${caseId}`),
  ],
  ['worklistDiffers', (caseId) => asOwnerDo(sql`delete from work_item where case_id = ${caseId}`)],
  ['wakeUpMissing', (caseId) => asOwnerDo(sql`delete from wake_up where case_id = ${caseId}`)],
  [
    'workflowMissing',
    (caseId) => world.env.client.workflow.getHandle(workflowIdOf(caseId)).terminate('by the test'),
  ],
  ['noticeMissing', (caseId) => asOwnerDo(sql`delete from notice where case_id = ${caseId}`)],
];

function asOwnerDo(statement: ReturnType<typeof sql>): Promise<unknown> {
  return asOwner(world.database.url, (db) => statement.execute(db));
}

it('finds nothing where nothing differs', async () => {
  const caseId = await settledCase();
  await later();
  expect(await differences(caseId)).toEqual([]);
});

it.each(broken)('finds %s and mends it', async (kind, breakIt) => {
  const caseId = await settledCase();
  await breakIt(caseId);
  await later();
  expect(await differences(caseId)).toContain(kind);
  const { code, out } = await command('--mend');
  expect([code, out]).toEqual([0, expect.stringContaining(caseId)]);
  await until(`${caseId} agrees again`, async () => ((await differences(caseId)).length === 0 ? true : null));
});

it('finds a workflow whose case the record does not hold, and ends it', async () => {
  const handle = await world.env.client.workflow.start('licensing', {
    taskQueue: 'nobody works here',
    workflowId: workflowIdOf('XCTY-2031-000001'),
    args: [{ caseId: 'XCTY-2031-000001' }],
  });
  await until('Temporal lists it', async () =>
    (await differences('XCTY-2031-000001')).includes('workflowStray') ? true : null,
  );
  expect((await command('--mend')).code).toBe(0);
  expect((await handle.describe()).status.name).toBe('TERMINATED');
});

it('leaves to people what it cannot mend: a chain of events that was altered', async () => {
  const caseId = await settledCase();
  await asOwnerDo(sql`
    alter table event disable trigger event_is_append_only;
    update event set facts = jsonb_set(facts, '{channel}', '"counter"') where case_id = ${sql.lit(caseId)} and seq = 1;
    alter table event enable trigger event_is_append_only`);
  const { code, out } = await command();
  expect([code, out]).toEqual([1, expect.stringContaining('The chain of events is broken')]);
});

it('is done every night by its workflow, which keeps what it found', async () => {
  await world.env.client.workflow.execute(RECONCILIATION, {
    taskQueue: TASK_QUEUE,
    workflowId: 'a comparison of the test',
  });
  const last = await lastReconciliation(world.database.db);
  expect(last?.differences.map(({ kind }) => kind)).toContain('chainBroken');
});
