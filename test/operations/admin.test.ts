import { MailRefused } from '../../activities/mailer';
import { runAdminCommand } from '../../infra/commands/admin';
import { openItems } from '../../domain/process';
import { loadCalendar } from '../../infra/calendar/loadCalendar';
import { asOwner } from '../../infra/db/owner';
import { upsertAccounts } from '../../infra/identity/accounts';
import { testCipher } from '../world/cipher';
import { until } from '../world/until';
import { createWorld, type World } from '../world/world';

const ISSUER = 'https://issuer.test';

let world: World;
beforeAll(async () => {
  world = await createWorld();
  const accounts = ['administrator-1', 'administrator-2'].map((sub) => ({
    sub,
    name: { zh: sub, en: sub },
    email: `${sub}@example.org`,
    unit: null,
    roles: ['administrator' as const],
  }));
  await upsertAccounts(world.database.url, ISSUER, accounts, testCipher());
});
afterAll(() => world.close());

/** Runs the command as an operator would. */
async function admin(...args: string[]): Promise<{ code: number; said: string }> {
  const lines: string[] = [];
  const output = { out: (text: string) => lines.push(text), err: (text: string) => lines.push(text) };
  const code = await asOwner(world.database.url, (db) =>
    runAdminCommand(args, output, {
      ground: { ...world.ground, db },
      client: world.env.client,
      issuer: ISSUER,
    }),
  );
  return { code, said: lines.join('\n') };
}

const by = (number: 1 | 2) => ['--by', `administrator-${number}`, '--reason', '核对案卷', '--confirm'];

const openSteps = async (caseId: string) =>
  openItems(await world.caseFile(caseId)).map(({ stepId }) => stepId);

describe('a move to an earlier stage', () => {
  it('is previewed, proposed, and done once a second administrator confirms it', async () => {
    const { caseId } = await world.submit();
    await world.advance(caseId, 'draft');
    const preview = await admin('move', caseId, 'jointReview');
    expect(preview).toMatchObject({ code: 0, said: expect.stringContaining('加 --confirm 执行') });
    expect(preview.said).toMatch(/− +\S+\.draft /);
    expect(preview.said).toMatch(/\+ +\S+\.review-fire /);
    expect(await openSteps(caseId)).toEqual(['draft']);

    expect(await admin('move', caseId, 'jointReview', ...by(1))).toMatchObject({ code: 0 });
    expect(await openSteps(caseId)).toContain('draft');
    expect((await admin('confirm', caseId)).said).toMatch(/\+ +\S+\.review-fire /);
    const same = await admin('confirm', caseId, ...by(1));
    expect(same).toMatchObject({ code: 1, said: expect.stringContaining('✗') });
    expect(await admin('confirm', caseId, ...by(2))).toMatchObject({ code: 0 });
    await world.settled(caseId);
    expect(await openSteps(caseId)).toContain('review-fire');
  });

  it('is dropped where the second one rejects it', async () => {
    const { caseId } = await world.submit();
    await world.advance(caseId, 'draft');
    await admin('move', caseId, 'jointReview', ...by(1));
    expect(await admin('decline', caseId, ...by(2))).toMatchObject({ code: 0 });
    expect(await openSteps(caseId)).toEqual(['draft']);
    expect(await admin('confirm', caseId, ...by(2))).toMatchObject({ code: 2 });
  });

  it('names the stages that are possible', async () => {
    const { caseId } = await world.submit();
    await world.advance(caseId, 'draft');
    const refused = await admin('move', caseId, 'certificate');
    expect(refused).toMatchObject({ code: 1, said: expect.stringContaining('acceptance, jointReview') });
  });
});

it('gives work to somebody else, with the reason on the record', async () => {
  const { caseId } = await world.submit();
  const [item] = openItems(await world.settled(caseId));
  const words = ['reassign', caseId, item?.id ?? '', 'somebody-else'];
  expect(await admin(...words, ...by(1))).toMatchObject({ code: 0 });
  expect((await world.caseFile(caseId)).items[item?.id ?? '']?.assignee).toBe('somebody-else');
  const { particulars } = await world.database.db
    .selectFrom('event')
    .select('particulars')
    .where('case_id', '=', caseId)
    .where('type', '=', 'reassigned')
    .executeTakeFirstOrThrow();
  expect(particulars).toEqual({ reason: '核对案卷' });
});

it('sends a refused mail again', async () => {
  world.outside.mailFaults.push(new MailRefused('550 no such mailbox'));
  const { caseId } = await world.submit();
  const statuses = async () =>
    (
      await world.database.db.selectFrom('notice').select('status').where('case_id', '=', caseId).execute()
    ).map(({ status }) => status);
  await until('it is refused', async () => ((await statuses()).includes('failed') ? true : null));
  expect(await admin('resend', caseId, ...by(1))).toMatchObject({ code: 0 });
  await until('it is sent', async () =>
    (await statuses()).every((status) => status === 'sent') ? true : null,
  );
});

it('restarts a workflow from the record', async () => {
  const { caseId } = await world.submit();
  await world.settled(caseId);
  const before = (await world.handle(caseId).describe()).runId;
  expect(await admin('restart', caseId, ...by(1))).toMatchObject({ code: 0 });
  await until('another run conducts it', async () => {
    const { runId, status } = await world.handle(caseId).describe();
    return runId !== before && status.name === 'RUNNING' ? true : null;
  });
  await world.settled(caseId);
  expect((await world.advance(caseId, 'draft')).stage).toBe('decision');
});

it('says which limits a new calendar moves, and moves them when told to', async () => {
  const { caseId } = await world.submit();
  const [item] = openItems(await world.settled(caseId));
  const due = item?.deadline.due ?? '';
  const closed = { date: due, kind: 'holiday' as const, name: { zh: '停工', en: 'closed' } };
  world.useCalendar(loadCalendar([closed]));
  const dry = await admin('recompute', '--all');
  expect(dry.said).toContain(`${due} → `);
  expect((await world.caseFile(caseId)).items[item?.id ?? '']?.deadline.due).toBe(due);
  expect(await admin('recompute', '--all', ...by(1))).toMatchObject({ code: 0 });
  expect((await world.caseFile(caseId)).items[item?.id ?? '']?.deadline.due).not.toBe(due);
  expect(await admin('recompute', caseId)).toMatchObject({ said: expect.stringContaining('没有变化') });
});

it.each([
  ['no reason', ['resend', 'X-1', '--by', 'administrator-1', '--confirm'], 2, '--reason'],
  ['a name that is no stage', ['move', 'X-1', 'nowhere'], 2, 'acceptance, jointReview'],
  ['a day that is none', ['correct-date', 'X-1', 'receipt', '2026-02-31x'], 2, 'YYYY-MM-DD'],
  ['an unknown verb', ['undo', 'X-1'], 2, 'undo'],
  ['no such case', ['show', 'X-1'], 1, 'X-1'],
])('refuses %s and says what is allowed', async (_, words, code, hint) => {
  expect(await admin(...words)).toEqual({ code, said: expect.stringContaining(hint) });
});

it('lets nobody act who is no administrator', async () => {
  const { caseId } = await world.submit();
  const refused = await admin('resend', caseId, '--by', 'somebody', '--reason', '测试', '--confirm');
  expect(refused).toMatchObject({ code: 1, said: expect.stringContaining('administrator-1') });
});
