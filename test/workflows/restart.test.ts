import pg from 'pg';
import type { ActBody } from '../../domain/act';
import type { CaseFile } from '../../domain/caseFile';
import { openItems, standsAt } from '../../domain/process';
import { type SideStep, sideSteps } from '../../domain/sideStep';
import type { Step } from '../../domain/vocabulary';
import { awaitsService } from '../../domain/permission';
import { openStage } from '../../infra/record/conduct';
import { RECORDED } from '../../workflows/names';
import { administrator, applicant } from '../world/people';
import { devEngine } from '../world/engines';
import { until } from '../world/until';
import { createWorld, type World } from '../world/world';
import { licensingSteps } from '../world/licensing';

jest.setTimeout(40_000);

let world: World;
beforeAll(async () => {
  world = await createWorld({ startEngine: devEngine });
});
afterAll(() => world.close());

/** The case once all its letters are served, too: nothing is written of itself any more. */
async function quiet(caseId: string): Promise<CaseFile> {
  await until(`the letters of ${caseId} are served`, async () => {
    const { letters } = await world.caseFile(caseId);
    return letters.some(awaitsService) ? null : letters;
  });
  return world.settled(caseId);
}

/** Terminates the workflow of a case and wakes it: it opens nothing that is open or done already. */
async function restart(caseId: string): Promise<void> {
  const before = await quiet(caseId);
  await world.handle(caseId).terminate('test');
  await world.wake(caseId, before.seq);
  expect((await world.settled(caseId)).seq).toBe(before.seq);
}

const sides: readonly Step[] = sideSteps;
const human = licensingSteps.filter((step) => step !== 'push' && !sides.includes(step));

test.each(human)('a workflow terminated while "%s" is open starts again from the record', async (step) => {
  const { caseId } = await world.submit();
  await world.advance(caseId, step);
  await restart(caseId);
  expect((await world.advance(caseId, 'end')).outcome).toBe('certified');
  expect(await world.finished(caseId)).toBe('certified');
});

const reason = '按规定';
const asked: readonly (readonly [SideStep, Step, ActBody])[] = [
  ['correct', 'accept', { act: 'requestCorrection', missing: [{ text: '租赁合同缺页' }] }],
  ['answer', 'review', { act: 'signOff', opinion: 'object', reason }],
  ['inspect', 'draft', { act: 'order', procedure: 'inspect', days: 5, reason }],
  ['forwardExtension', 'draft', { act: 'requestExtension', days: 5, reason }],
  ['reapply', 'register', { act: 'declineRegistration', reason }],
];

test.each(asked)(
  'a workflow terminated while "%s" is open, which an act on "%s" asked for, starts again from the record',
  async (side, step, body) => {
    const { caseId } = await world.submit();
    const stepIdOf = (file: CaseFile, wanted: Step) =>
      openItems(file).find((item) => item.step === wanted)?.stepId ?? '';
    const before = await world.advance(caseId, step);
    await world.answer(caseId, stepIdOf(before, step), body);
    await restart(caseId);
    await world.answer(caseId, stepIdOf(await world.settled(caseId), side));
    expect((await world.advance(caseId, 'end')).outcome).toBe('certified');
  },
);

test('a workflow terminated during the push pushes again under the same key, and records one arrival', async () => {
  const { caseId } = await world.submit();
  await world.advance(caseId, 'register');
  world.outside.pushFaults.push(...Array.from({ length: 3 }, () => new Error('the bureau is away')));
  const registered = await world.answer(caseId, 'register');
  await world.handle(caseId).terminate('test');
  await world.wake(caseId, registered.seq);
  expect((await world.advance(caseId, 'end')).outcome).toBe('certified');
  const arrivals = (await world.events(caseId)).filter((event) => event.type === 'registrationPushed');
  expect(arrivals).toHaveLength(1);
  expect(
    new Set(world.outside.pushes.filter((push) => push.data.caseId === caseId).map((push) => push.key)).size,
  ).toBe(1);
});

test.each(['draft', 'endorse', 'file'] as const)(
  'a case that is moved to the stage where it stands while “%s” is open begins that stage anew',
  async (step) => {
    const { caseId } = await world.submit();
    const { stage } = await world.advance(caseId, step);
    const repair = { kind: 'move', to: stage } as const;
    const proposed = await world.act(caseId, null, { act: 'proposeRepair', repair, reason }, administrator());
    const confirming = openItems(proposed).find((item) => item.step === 'confirmRepair')?.id ?? '';
    await world.act(caseId, confirming, { act: 'confirmRepair' }, administrator(2));
    expect(await world.advance(caseId, step)).toMatchObject({ stage, round: 2 });
    expect((await world.advance(caseId, 'end')).outcome).toBe('certified');
  },
);

test('a workflow started for a closed case ends at once', async () => {
  const { caseId } = await world.submit();
  await world.settled(caseId);
  await world.handle(caseId).terminate('test');
  const closed = await world.act(caseId, null, { act: 'withdraw' }, applicant);
  await world.wake(caseId, closed.seq);
  expect(await world.finished(caseId)).toBe('withdrawn');
});

test('a wake-up for a completed workflow counts as delivered where the record holds the case closed', async () => {
  const { caseId } = await world.submit();
  const closed = await world.act(caseId, null, { act: 'withdraw' }, applicant);
  expect(await world.finished(caseId)).toBe('withdrawn');
  await expect(world.wake(caseId, closed.seq)).resolves.toBeUndefined();
});

test('opening a stage against a withdrawal is stale and opens nothing', async () => {
  const { caseId } = await world.submit();
  await world.settled(caseId);
  await world.stopRelay();
  await world.stopWorker();
  await world.answer(caseId, 'accept');
  const withdrawn = await world.act(caseId, null, { act: 'withdraw', reason: '不再举办' }, applicant);
  expect(standsAt(withdrawn)).toBeNull();
  const opening = await world.database.db
    .transaction()
    .execute((tx) =>
      openStage(tx, world.ground, { caseId, stage: 'jointReview', round: 1, steps: ['review'] }),
    );
  expect(opening).toBe('stale');
  expect((await world.caseFile(caseId)).seq).toBe(withdrawn.seq);
  await world.startWorker();
  world.startRelay();
  expect(await world.finished(caseId)).toBe('withdrawn');
});

test('opening a stage twice opens it once', async () => {
  const { caseId } = await world.submit();
  await world.settled(caseId);
  await world.stopWorker();
  await world.answer(caseId, 'accept');
  const request = { caseId, stage: 'jointReview', round: 1, steps: ['review'] } as const;
  const open = () => world.database.db.transaction().execute((tx) => openStage(tx, world.ground, request));
  expect((await Promise.all([open(), open()])).sort()).toEqual(['alreadyOpen', 'opened']);
  await world.startWorker();
});

test('a record restored to an earlier state is folded anew', async () => {
  const { caseId } = await world.submit();
  await world.advance(caseId, 'review');
  const earlier = await quiet(caseId);
  const restore = await backup(caseId);
  await world.answer(caseId, 'review-fire');
  await world.settled(caseId);
  await restore();
  await world.handle(caseId).signal(RECORDED, { upTo: earlier.seq + 100 });
  const file = await world.answer(caseId, 'review-fire');
  expect(file.seq).toBe(earlier.seq + 1);
  expect((await world.advance(caseId, 'end')).outcome).toBe('certified');
});

/** Keeps a case as it is now; the answer puts it back, as a restored database would. */
async function backup(caseId: string): Promise<() => Promise<void>> {
  const owner = new pg.Client({ connectionString: world.database.url });
  await owner.connect();
  const tables = ['case_file', 'event', 'work_item', 'notice', 'wake_up'];
  for (const table of tables) {
    await owner.query(`create temp table kept_${table} as select * from ${table} where case_id = $1`, [
      caseId,
    ]);
  }
  return async () => {
    await owner.query('begin');
    // A restore goes past triggers and references, as pg_restore does.
    await owner.query('set local session_replication_role = replica');
    for (const table of tables) {
      await owner.query(`delete from ${table} where case_id = $1`, [caseId]);
      await owner.query(`insert into ${table} select * from kept_${table}`);
    }
    await owner.query('commit');
    await owner.end();
  };
}
