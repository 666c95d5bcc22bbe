import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Filing } from '../../api/contracts/filing';
import type { RegisterEntry } from '../../api/contracts/registerEntry';
import { runImportCommand } from '../../api/takeOver/command';
import { institutionOf } from '../../domain/itinerary';
import { openItems } from '../../domain/process';
import type { WholeReport } from '../../domain/report/life';
import { evaluationId, supervisionId } from '../../domain/supervision';
import { runReportCommand } from '../../infra/commands/report';
import { asOwner } from '../../infra/db/owner';
import { compare, SETTLING_MS } from '../../infra/reconcile/compare';
import { keptCase } from '../../infra/reconcile/keptCase';
import { complaintOf, begin, newKey, submitDraft } from '../api/way';
import { faults, told } from '../api/wire';
import { contact } from '../world/applications';
import { applicant, official } from '../world/people';
import { takeOverEntry, takeOverFile, takeOverRow, unifiedCodeOf, written } from '../world/takeOvers';
import { until } from '../world/until';
import { type Journey, journeyOf } from './journey';
import { openTown, type Town } from './town';

jest.setTimeout(240_000);

const filing = official('health', 'filingOfficer');

let town: Town;
let folder: string;
beforeAll(async () => {
  town = await openTown();
  folder = mkdtempSync(join(tmpdir(), 'onewindow-import-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await town.close();
});

const takeOver = (number: number, changes: object = {}, who = filing) =>
  town.house.call(who, 'POST', '/api/v1/takeovers', {
    body: { ...takeOverEntry(number), ...changes },
    headers: newKey(),
  });

async function taken(number: number): Promise<{ institution: string; life: Journey }> {
  const { body } = await takeOver(number);
  const institution = body.caseId as string;
  return { institution, life: journeyOf(town, supervisionId(institution)) };
}

const stateOf = async (no: string) =>
  (await town.house.call(null, 'GET', `/verify/${encodeURIComponent(no)}`)).body.state as string;

const onRegister = async (name: string) =>
  (await town.house.call(null, 'GET', `/api/v1/register?name=${encodeURIComponent(name)}`)).body
    .entries as readonly RegisterEntry[];

const fileOf = (...rows: Readonly<Record<string, string>>[]) => written(folder, takeOverFile(...rows));

async function command(...args: string[]): Promise<{ code: number; said: string }> {
  const lines: string[] = [];
  const output = { out: (text: string) => lines.push(text), err: (text: string) => lines.push(text) };
  const { ground, database } = town.world;
  const code = await asOwner(database.url, (db) =>
    runImportCommand(args, output, { ground: { ...ground, db }, issuer: town.house.issuer.url }),
  );
  return { code, said: lines.join('\n') };
}

const by = ['--by', filing.sub];

describe('an institution that was open before', () => {
  test('is taken over: closed without a step or a mail, on the register, and supervised from today', async () => {
    const answered = await takeOver(1);
    expect([answered.status, answered.body.outcome, answered.body.workItems]).toEqual([201, 'takenOver', []]);
    const institution = answered.body.caseId as string;
    expect(await town.world.finished(institution)).toBe('takenOver');
    expect((await town.house.call(applicant, 'GET', answered.body.href)).status).toBe(200);
    const { events } = (await town.house.call(filing, 'GET', `${answered.body.href}/events`)).body;
    expect(events).toEqual([
      expect.objectContaining({
        type: 'takenOver',
        unit: expect.objectContaining({ id: 'health' }),
        particulars: { statement: takeOverEntry(1).statement },
      }),
    ]);
    const entry = takeOverEntry(1);
    expect(await onRegister('老园1')).toEqual([
      expect.objectContaining({
        takenOver: true,
        certificateNo: entry.filing.receiptNo,
        issuedOn: entry.filing.filedOn,
        unifiedCode: unifiedCodeOf(1),
      }),
    ]);
    expect(await stateOf(entry.filing.receiptNo)).toBe('takenOver');
    const life = journeyOf(town, supervisionId(institution));
    const { supervision } = await life.file();
    await life.sleepUntil(supervision!.nextVisits.daily!);
    expect(openItems(await life.file()).map(({ step }) => step)).toEqual(['visit']);
    await life.answer('visit');
    expect(town.world.outside.mails.filter(({ subject }) => subject.includes(institution))).toEqual([]);
    expect(town.world.outside.pushes.filter(({ data }) => data.caseId === institution)).toEqual([]);
    const audit = await town.world.ground.db
      .selectFrom('audit_entry')
      .select(['actor_sub', 'details'])
      .where('type', '=', 'institutionTakenOver')
      .where('subject_id', '=', institution)
      .execute();
    expect(audit).toEqual([{ actor_sub: filing.sub, details: { receiptNo: entry.filing.receiptNo } }]);
  });

  test('is complained of by the number that it had, and evaluated when the year comes', async () => {
    const { institution, life } = await taken(2);
    const { receiptNo } = takeOverEntry(2).filing;
    const complained = await town.house.call(null, 'POST', '/api/v1/complaints', {
      body: complaintOf(receiptNo),
      headers: newKey(),
    });
    expect(complained.status).toBe(201);
    await life.eventually('complaintReceived');
    const { supervision } = await life.file();
    const year = Number(supervision!.nextEvaluation.slice(0, 4));
    await life.sleepUntil(supervision!.nextEvaluation);
    const evaluation = journeyOf(town, evaluationId(institution, { year, no: 1 }));
    await until('the evaluation has begun', async () =>
      town.world.ground.db
        .selectFrom('case_file')
        .select('case_id')
        .where('case_id', '=', evaluation.caseId)
        .executeTakeFirst(),
    );
    expect((await evaluation.answer('selfAssess')).evaluation).toBeDefined();
  });

  test('changes, and has a certificate of ours from then on; the number that it had is superseded', async () => {
    const { institution, life } = await taken(3);
    const begun = await town.house.call(applicant, 'POST', `/api/v1/cases/${institution}/changes`, {
      body: { what: ['name'] },
      headers: newKey(),
    });
    expect(begun.body.application.facts.existingRegistration).toEqual({
      unifiedCode: unifiedCodeOf(3),
      changes: true,
    });
    const { application } = begun.body;
    // Whoever did not enter the contact writes their own.
    const institutionNow = { ...application.institution, name: '老园3新名' };
    const renamed = { ...application, contact, institution: institutionNow };
    const submitted = await submitDraft(town.house, await begin(town.house, renamed));
    const change = journeyOf(town, submitted.body.caseId as string);
    const changed = await change.certified();
    expect([institutionOf(changed), changed.unifiedCode]).toEqual([institution, expect.any(String)]);
    expect(await stateOf(changed.certificateNo ?? '')).toBe('valid');
    expect(await stateOf(takeOverEntry(3).filing.receiptNo)).toBe('superseded');
    expect(await onRegister('老园3')).toEqual([
      expect.objectContaining({ takenOver: false, certificateNo: changed.certificateNo }),
    ]);
    await life.eventually('institutionChanged');
  });

  test('leaves as any other does: its number no longer holds, and it may come again under another', async () => {
    const { life } = await taken(4);
    await life.onCase({ act: 'requestExit', reason: '停办' }, applicant);
    await life.act('sanction', { act: 'proposeExit', measure: 'closure', grounds: '举办者申请' });
    await life.lettersServed('exitProposed');
    await life.act('decideExit', { act: 'decideExit', measure: 'closure' });
    await life.answer('place');
    await life.answer('deregister');
    await life.eventually('registrationPushed');
    await life.answer('closeFiling');
    expect(await town.world.finished(life.caseId)).toBe('exited');
    const [pushed] = town.world.outside.pushes.filter(({ data }) => data.caseId === life.caseId);
    expect(pushed?.data).toMatchObject({ unifiedCode: unifiedCodeOf(4), registeredOn: '2021-02-01' });
    expect(await stateOf(takeOverEntry(4).filing.receiptNo)).toBe('revoked');
    expect(faults(await takeOver(4))).toEqual(['/filing/receiptNo knownAlready']);
    const anew = { filing: { receiptNo: '示托备〔2026〕4号', filedOn: '2026-09-01' } };
    expect((await takeOver(4, anew)).status).toBe(201);
  });

  test('is taken over once, by the authority that files, for somebody who can sign in', async () => {
    await taken(5);
    expect(faults(await takeOver(5))).toEqual([
      '/filing/receiptNo knownAlready',
      '/application/facts/existingRegistration/unifiedCode knownAlready',
    ]);
    const { application } = takeOverEntry(5);
    const { filing: other } = takeOverEntry(6);
    expect(faults(await takeOver(6, { application }))).toEqual([
      '/application/facts/existingRegistration/unifiedCode knownAlready',
    ]);
    expect(faults(await takeOver(6, { filing: { ...other, filedOn: '2999-01-01' } }))).toEqual([
      expect.stringMatching(/^\/filing\/filedOn /),
    ]);
    expect(faults(await takeOver(6, { organisation: '无此单位' }))).toEqual([
      '/organisation unknownOrganisation',
    ]);
    expect(faults(await takeOver(6, { statement: '电话13800001111' }))).toEqual(['/statement personalValue']);
    expect(told(await takeOver(6, {}, official('education', 'filingOfficer')))[0]).not.toBe(201);
    expect(await onRegister('老园6')).toEqual([]);
  });
});

describe('a file of them', () => {
  test('is checked whole: nothing is taken over where a row is wrong, and each fault is told by line and column', async () => {
    const file = fileOf(takeOverRow(21), takeOverRow(22, { places: '21', phone: '12', filedOn: '昨天' }));
    const checked = await command(file, ...by);
    expect(checked.code).toBe(1);
    expect(checked.said).toMatch(/^2 +成批21 +✓$/m);
    for (const column of ['联系电话', '备案日期'])
      expect(checked.said).toMatch(new RegExp(`^3 +${column} +✗ `, 'm'));
    expect(checked.said).toContain('一件未录');
    expect(await onRegister('成批')).toEqual([]);
    const added = fileOf(takeOverRow(22, { places: '21' }));
    expect((await command(added, ...by)).said).toMatch(/^2 +托位数 +✗ 各班人数合计 20 人/m);
  });

  test('is taken over, the same file passed over the second time; row by row where asked', async () => {
    const file = fileOf(takeOverRow(31), takeOverRow(32, { certificateNo: '示托证32' }));
    const dry = await command(file, ...by, '--dry-run');
    expect([dry.code, dry.said.includes('仅核对，未录入')]).toEqual([0, true]);
    expect(await onRegister('成批3')).toEqual([]);
    expect((await command(file, ...by)).said).toMatch(/已录入 2 家/);
    expect((await onRegister('成批3')).map(({ certificateNo }) => certificateNo)).toEqual([
      '示托证32',
      '示托备〔2020〕31号',
    ]);
    const again = await command(file, ...by);
    expect([again.code, again.said.match(/已录入，跳过/g)?.length]).toEqual([0, 2]);
    const mixed = fileOf(takeOverRow(33), takeOverRow(34, { unifiedCode: unifiedCodeOf(31) }));
    const each = await command(mixed, ...by, '--each');
    expect(each.code).toBe(1);
    expect(each.said).toMatch(/^3 +统一社会信用代码 +✗ 办件 \S+ 的机构已有/m);
    expect(await onRegister('成批3')).toHaveLength(3);
  });

  test('is refused from whoever may not, and where it is no such file', async () => {
    const file = fileOf(takeOverRow(41));
    expect(await command(file, '--by', applicant.sub)).toMatchObject({ code: 1 });
    expect(await command(file)).toMatchObject({ code: 2 });
    expect(await command(join(folder, 'none.csv'), ...by)).toMatchObject({ code: 2 });
    const { code, said } = await command(written(folder, '机构名称,颜色\n甲,红'), ...by);
    expect([code, said.includes('没有这一列'), said.includes('缺少这一列')]).toEqual([1, true, true]);
  });
});

test('what is taken over is counted among the open ones and not among the applications, and all records agree', async () => {
  const { ground } = town.world;
  const lines: string[] = [];
  const output = { out: (text: string) => lines.push(text), err: () => undefined };
  await runReportCommand([(await town.world.today()).slice(0, 7), '--json'], output, ground);
  const report = JSON.parse(lines.join('\n')) as WholeReport;
  expect(report.closed.takenOver).toBeUndefined();
  const { body } = await town.house.call(null, 'GET', '/api/v1/register?limit=100');
  const entries = body.entries as readonly RegisterEntry[];
  expect(report.places.institutions).toBe(entries.filter(({ exitedOn }) => exitedOn === null).length);
  const filings = (await town.house.call(filing, 'GET', '/api/v1/filings?limit=100')).body.entries;
  const given = (filings as readonly Filing[]).filter(({ conformity }) => conformity === 'elsewhere');
  expect(given.length).toBeGreaterThan(4);
  const late = new Date((await town.world.now()).getTime() + 2 * SETTLING_MS);
  for (const { caseId } of given) {
    expect(compare(await keptCase(ground.db, caseId), null, late)).toEqual([]);
    const life = await town.world.settled(supervisionId(caseId));
    const run = { isRunning: life.outcome === null, problems: [], readUpTo: life.seq };
    expect(compare(await keptCase(ground.db, life.caseId), run, late)).toEqual([]);
  }
});
