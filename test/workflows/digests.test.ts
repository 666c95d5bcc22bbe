import { asOwner } from '../../infra/db/owner';
import { upsertAccounts } from '../../infra/identity/accounts';
import { publishPlan } from '../../infra/plan/repository';
import { compare, SETTLING_MS } from '../../infra/reconcile/compare';
import { keptCase } from '../../infra/reconcile/keptCase';
import { runsOf } from '../../infra/reconcile/runs';
import { digestTimeAfter } from '../../domain/digest';
import { DIGESTS, DUTY_MAILS, TASK_QUEUE } from '../../workflows/names';
import { applicant, official } from '../world/people';
import { until } from '../world/until';
import { createWorld, type World } from '../world/world';

jest.setTimeout(40_000);

const clerk = official('shiqiao', 'intakeClerk');
const address = `${clerk.sub}@example.org`;

let world: World;
beforeAll(async () => {
  world = await createWorld();
  const name = { zh: '受理员', en: 'Clerk' };
  await upsertAccounts(
    world.database.url,
    'https://issuer.test',
    [{ ...clerk, name, email: address }],
    world.ground.personal,
  );
  const { plan, effectiveFrom } = world.version;
  const at = (await world.now()).toISOString();
  await asOwner(world.database.url, (db) =>
    publishPlan(db, { ...plan, digestTo: ['shiqiao'] }, effectiveFrom, at),
  );
});
afterAll(() => world.close());

const toClerk = () => world.outside.mails.filter(({ to }) => to === address);

/** What a comparison says of a case. */
async function differencesOf(caseId: string): Promise<readonly string[]> {
  const kept = await keptCase(world.database.db, caseId);
  const run = await runsOf(world.env.client)(caseId);
  return compare(kept, run, await world.now()).map(({ kind }) => kind);
}

/** Runs what a schedule starts every morning. */
async function morning(workflow: string, workflowId: string): Promise<void> {
  const handle = await world.env.client.workflow.start(workflow, { taskQueue: TASK_QUEUE, workflowId });
  await until(`${workflow} are sent`, async () =>
    (await handle.describe()).status.name === 'COMPLETED' ? true : null,
  );
}

test('warnings wait for the morning’s digest, and neither a case nor the comparison waits for them', async () => {
  const first = await world.submit();
  const second = await world.submit();
  for (const { caseId } of [first, second]) await world.settled(caseId);
  const at = Object.values(first.items)[0]!.rungs[0]!.at;
  await world.sleepUntil(at);
  for (const { caseId } of [first, second]) {
    await until(`${caseId} is warned of`, async () =>
      (await world.events(caseId)).some(({ type }) => type === 'warned') ? true : null,
    );
    await world.settled(caseId);
  }

  await world.act(first.caseId, null, { act: 'withdraw' }, applicant);
  expect(await world.finished(first.caseId)).toBe('withdrawn');
  expect(toClerk()).toEqual([]);
  expect(await differencesOf(first.caseId)).toEqual([]);

  const due = digestTimeAfter(at, await world.ground.calendar());
  await world.sleepUntil(new Date(Date.parse(due) + SETTLING_MS + 1_000).toISOString());
  for (const { caseId } of [first, second]) expect(await differencesOf(caseId)).toEqual(['digestLate']);
  await morning(DIGESTS, 'a morning of the test');
  const [digest, ...others] = toClerk();
  expect(others).toEqual([]);
  expect(digest!.subject).toContain('催办汇总，2 项');
  for (const { caseId } of [first, second]) expect(digest!.text).toContain(caseId);
  for (const { caseId } of [first, second]) expect(await differencesOf(caseId)).toEqual([]);
});

test('the leading group’s office is told in the morning which units have named nobody to answer for supervision', async () => {
  const coordinator = official(world.version.plan.leadingGroupOffice, 'coordinator');
  const name = { zh: '统筹员', en: 'Coordinator' };
  const to = `${coordinator.sub}@example.org`;
  await upsertAccounts(
    world.database.url,
    'https://issuer.test',
    [{ ...coordinator, name, email: to }],
    world.ground.personal,
  );
  await world.sleepUntil('2027-03-01T01:30:00.000Z');
  await morning(DUTY_MAILS, 'another morning of the test');
  const told = world.outside.mails.filter((mail) => mail.to === to && mail.subject.includes('专人负责'));
  expect(told.map(({ subject }) => subject)).toEqual([expect.stringContaining('专人负责有空缺')]);
});
