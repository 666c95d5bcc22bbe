import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { verifyChains } from '../../infra/audit/verification';
import { runPersonalCommand } from '../../infra/commands/personal';
import { asOwner } from '../../infra/db/owner';
import { loadCipher } from '../../infra/personal/personalKeys';
import type { FieldCipher } from '../../infra/personal/cipher';
import { rotate } from '../../infra/personal/rotation';
import { administrator, type House, openHouse } from '../api/house';
import { advance, begin, newKey, submitDraft } from '../api/way';
import { applicant } from '../world/people';
import { dump } from './dump';
import { planted, plantedApplication } from './planted';

let folder: string;
let keyFile: string;
let house: House;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'onewindow-personal-'));
  keyFile = join(folder, 'personal.jwks.json');
  house = await openHouse({ personal: await loadCipher(keyFile, 'development') });
});
afterEach(async () => {
  await house.close();
  await rm(folder, { recursive: true });
});

interface Options {
  readonly retentionDays?: number | null;
}

async function run(args: readonly string[], { retentionDays = null }: Options = {}) {
  const said: string[] = [];
  const output = { out: (text: string) => said.push(text), err: (text: string) => said.push(text) };
  const { clock } = house.services.ground;
  const personal = await loadCipher(keyFile, 'production');
  const code = await asOwner(house.database.url, (db) =>
    runPersonalCommand(args, output, {
      db,
      clock,
      personal,
      issuer: house.issuer.url,
      keyFile,
      retentionDays,
    }),
  );
  return { code, said: said.join('\n') };
}

const by = ['--by', administrator.sub];
const why = ['--reason', '本人申请', ...by];
const phone = ['--phone', planted.phone];

async function submitted(): Promise<string> {
  const { body } = await submitDraft(house, await begin(house, plantedApplication()));
  return body.caseId as string;
}

const shownContact = async (caseId: string) =>
  (
    await house.call(administrator, 'POST', `/api/v1/cases/${caseId}/personal-data`, {
      body: { purpose: '核对' },
    })
  ).body.contact;

const logged = async (type: string) =>
  house.database.db
    .selectFrom('audit_entry')
    .selectAll()
    .where('type', '=', type as never)
    .orderBy('seq')
    .execute();

const allSealed = async () =>
  [...(await dump(house.database.url))]
    .map(([, rows]) => rows)
    .join('\n')
    .match(/pd1\.\w+/g) ?? [];

describe('keys', () => {
  it('are rotated: a new one seals everything anew, and the old one goes when nothing needs it', async () => {
    const caseId = await submitted();
    const { activeKey: old } = house.services.ground.personal;
    const tooEarly = await run(['drop-key', old, ...by]);
    expect(tooEarly).toEqual({ code: 1, said: expect.stringContaining(`${old} is the active key`) });

    expect((await run(['new-key', ...by])).code).toBe(0);
    const { activeKey: added } = await loadCipher(keyFile, 'production');
    expect(added).not.toBe(old);
    expect((await run(['drop-key', old, ...by])).said).toMatch(
      /\d+ values are sealed with .*first run rotate/,
    );
    expect((await run(['keys'])).said).toMatch(new RegExp(`${added}  0 .*active\\n${old}  \\d+`));

    expect(await run(['rotate', ...by])).toEqual({ code: 0, said: expect.stringContaining('left 0') });
    expect(new Set(await allSealed())).toEqual(new Set([`pd1.${added}`]));
    expect((await run(['drop-key', old, ...by])).code).toBe(0);

    expect(await shownContact(caseId)).toMatchObject(planted);
    expect((await house.call(applicant, 'GET', '/api/v1/me')).body.email).toBe('applicant-1@example.org');
    expect((await logged('keyDropped'))[0]).toMatchObject({
      actor_sub: administrator.sub,
      details: { kid: old },
    });
    expect((await run(['export', ...phone, ...why])).said).toContain(caseId);
  });

  it('are rotated in steps that may be broken off anywhere', async () => {
    const caseId = await submitted();
    await run(['new-key', ...by]);
    const cipher = await loadCipher(keyFile, 'production');
    const brokenOff = asOwner(house.database.url, (db) =>
      rotate(db, failingAfter(150, cipher), () => undefined),
    );
    await expect(brokenOff).rejects.toThrow('power cut');
    expect(new Set(await allSealed()).size).toBe(2);
    expect(await shownContact(caseId)).toMatchObject(planted);

    expect((await run(['rotate', ...by])).code).toBe(0);
    expect(new Set(await allSealed())).toEqual(new Set([`pd1.${cipher.activeKey}`]));
    expect((await run(['rotate', ...by])).said).toContain('：0 行');
  });

  it('seal what was kept in clear before, and make it findable', async () => {
    const caseId = await submitted();
    await asOwner(house.database.url, async (db) => {
      await sql`alter table application drop constraint application_contact_sealed`.execute(db);
      await sql`update application set body = jsonb_set(body, '{contact,phone}', '"13566667777"')`.execute(
        db,
      );
    });
    expect((await run(['rotate', ...by])).code).toBe(0);
    expect((await shownContact(caseId)).phone).toBe('13566667777');
    expect((await run(['export', '--phone', '13566667777', ...why])).said).toContain(caseId);
  });
});

describe('an export', () => {
  it('gathers all that is held on a person, and goes on the log', async () => {
    const caseId = await submitted();
    await begin(house, { contact: { phone: planted.phone, person: planted.person } });
    await advance(house, caseId, 'receipt');
    await shownContact(caseId);

    for (const whom of [phone, ['--email', planted.email], ['--id-number', planted.idNumber]]) {
      const { code, said } = await run(['export', ...whom, ...why]);
      const held = JSON.parse(said);
      expect([code, held.applications[0].contact]).toEqual([0, { ...plantedApplication().contact }]);
    }
    const held = JSON.parse((await run(['export', ...phone, ...why])).said);
    expect(held.applications).toMatchObject([{ caseId, institution: '示例托育园', outcome: null }]);
    expect(held.applications[0].papers.length).toBeGreaterThan(2);
    expect(held.drafts.map((draft: { caseId: string }) => draft.caseId).sort()).toEqual([caseId, null]);
    expect(held.notices[0]).toMatchObject({ template: 'submissionReceived', recipient: planted.email });
    expect(held.log.map(({ type }: { type: string }) => type)).toEqual(
      expect.arrayContaining(['personalDataShown', 'personalDataExported']),
    );
    const entries = await logged('personalDataExported');
    expect(entries.map(({ subject_id }) => subject_id)).toContain(caseId);
    expect(JSON.stringify(entries)).not.toContain(planted.phone);
  });

  it('finds nobody else', async () => {
    await submitted();
    const held = JSON.parse((await run(['export', '--phone', '13977778880', ...why])).said);
    expect([held.applications, held.drafts, held.notices, held.accounts]).toEqual([[], [], [], []]);
  });

  it('is whoever asks their own, over the API', async () => {
    const caseId = await submitted();
    await shownContact(caseId);
    const { status, body } = await house.call(applicant, 'GET', '/api/v1/me/personal-data');
    expect(status).toBe(200);
    expect(body.accounts).toMatchObject([{ sub: applicant.sub, email: 'applicant-1@example.org' }]);
    expect(body.applications.map(({ contact }: { contact: object }) => contact)).toEqual([
      { ...plantedApplication().contact },
    ]);
    expect(body.log).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ type: 'personalDataShown', own: false, subject: caseId, purpose: '核对' }),
      ]),
    );
    expect(JSON.stringify(body.log)).not.toContain(administrator.sub);
    const other = await house.call(administrator, 'GET', '/api/v1/me/personal-data');
    expect(other.body).toMatchObject({ applications: [], drafts: [], notices: [] });
  });
});

describe('an erasure', () => {
  const year = { retentionDays: 365 };
  const yearsLater = (years: number) => (house.time.now = new Date(Date.UTC(2026 + years, 8, 28, 2)));

  it('takes what is no longer needed and leaves record, hashes and documents as they were', async () => {
    const caseId = await submitted();
    await advance(house, caseId, 'end');
    const { certificateNo } = (await house.call(applicant, 'GET', `/api/v1/cases/${caseId}`)).body;
    const certificate = await house.call(applicant, 'GET', `/api/v1/certificates/${certificateNo}`);
    await sql`update notice set status = 'sent'`.execute(house.database.db);
    yearsLater(2);

    const told = await run(['erase', ...phone, ...why], year);
    expect(told).toEqual({
      code: 0,
      said: expect.stringContaining(`case ${caseId}  可清除 would be erased`),
    });
    expect(await shownContact(caseId)).toMatchObject(planted);

    const done = await run(['erase', ...phone, ...why, '--confirm'], year);
    expect(done).toEqual({ code: 0, said: expect.stringContaining(`case ${caseId}  已清除 erased`) });
    expect(await shownContact(caseId)).toMatchObject({
      person: null,
      phone: null,
      email: null,
      idNumber: null,
    });
    const shown = await house.call(applicant, 'GET', `/api/v1/cases/${caseId}`);
    expect(shown.body.application).toMatchObject({
      institution: { name: '示例托育园' },
      contact: { organisation: '示例托育有限公司', phone: null },
    });
    const { rows } = await sql<{ n: string }>`
      select count(*) n from personal_index where holder <> 'account'`.execute(house.database.db);
    expect(rows[0]?.n).toBe('0');
    const tables = await dump(house.database.url);
    for (const table of ['application', 'draft', 'notice', 'idempotency_key'])
      expect([table, tables.get(table)]).toEqual([table, expect.not.stringContaining('pd1.')]);

    const again = await house.call(applicant, 'GET', `/api/v1/certificates/${certificateNo}`);
    expect(again.body).toEqual(certificate.body);
    expect((await house.call(null, 'GET', `/verify/${certificateNo}`)).body.state).toBe('valid');
    const { broken } = await verifyChains(house.database.db, house.services.documents.publicKeys);
    expect(broken).toBeNull();
    expect((await logged('personalDataErased'))[0]).toMatchObject({
      actor_sub: administrator.sub,
      subject_id: caseId,
      details: { reason: '本人申请' },
    });
    expect((await run(['erase', ...phone, ...why, '--confirm'], year)).said).toBe('没有找到 Nothing found');
  });

  it('keeps what is needed, and says why', async () => {
    const caseId = await submitted();
    const fate = async (options: Options = {}) =>
      (await run(['erase', ...phone, ...why, '--confirm'], options)).said;
    expect(await fate(year)).toContain('kept: the case is open');
    await advance(house, caseId, 'end');
    expect(await fate()).toContain('kept: nobody has said how long (PERSONAL_RETENTION_DAYS)');
    expect(await fate(year)).toContain('kept: its retention is not over');
    yearsLater(2);
    expect(await fate(year)).toContain('kept: a notice is still to be sent');
    expect(await shownContact(caseId)).toMatchObject(planted);
    expect((await run(['erase', '--email', 'applicant-1@example.org', ...why, '--confirm'])).said).toContain(
      'account applicant-1  账号在用，保留 kept: the account is in use',
    );
    expect(await logged('personalDataErased')).toEqual([]);
  });

  it('takes a draft at any time, and the answer that was given to it', async () => {
    const headers = newKey();
    const request = { body: { application: plantedApplication() }, headers };
    const { body } = await house.call(applicant, 'POST', '/api/v1/applications', request);
    expect((await run(['erase', ...phone, ...why, '--confirm'])).said).toContain(
      `draft ${body.id}  已清除 erased`,
    );
    const read = await house.call(applicant, 'GET', `/api/v1/applications/${body.id}`);
    expect(read.body.application.contact).toMatchObject({ person: null, phone: null });
    const replayed = await house.call(applicant, 'POST', '/api/v1/applications', request);
    expect([replayed.status, replayed.body.application.contact.phone]).toEqual([201, null]);
  });

  it('finds the answer that was given for a draft which was discarded since', async () => {
    const { body } = await begin(house, plantedApplication());
    const path = `/api/v1/applications/${body.id}`;
    await house.call(applicant, 'DELETE', path, { headers: { 'if-match': '"1"' } });
    expect((await run(['erase', ...phone, ...why, '--confirm'])).code).toBe(0);
    expect((await dump(house.database.url)).get('idempotency_key')).not.toContain('pd1.');
  });

  it('takes all that is past its retention, with --due', async () => {
    const caseId = await submitted();
    await house.call(applicant, 'POST', `/api/v1/cases/${caseId}/acts`, {
      body: { act: 'withdraw' },
      headers: { ...newKey(), 'if-match': '"2"' },
    });
    await sql`update notice set status = 'sent'`.execute(house.database.db);
    const open = await submitted();
    expect((await run(['erase', '--due', ...why, '--confirm'], year)).said).toBe('没有找到 Nothing found');
    yearsLater(2);
    expect((await run(['erase', '--due', ...why])).said).toContain('Say first how long data is needed');
    const { said } = await run(['erase', '--due', ...why, '--confirm'], year);
    expect(said).toContain(`case ${caseId}  已清除 erased`);
    expect(said).not.toContain(open);
    expect(await shownContact(open)).toMatchObject(planted);
  });
});

test.each([
  [['export', ...phone], '--by: must be given'],
  [['export', ...phone, ...by], '--reason: must be given'],
  [['export', ...why], 'Say one of: --phone, --email, --id-number'],
  [['export', ...phone, '--email', 'x@y.example', ...why], 'Say one of'],
  [['erase', ...phone, ...by], '--reason: must be given'],
  [['drop-key', ...by], 'Name the key'],
  [['new-file'], 'Name the file'],
  [['show', ...by], 'Unknown command'],
])('%j is no use of the command', async (args, said) => {
  expect(await run(args)).toEqual({ code: 2, said: expect.stringContaining(said) });
});

test('only an administrator exports or erases', async () => {
  await submitted();
  const { code, said } = await run(['export', ...phone, '--reason', 'x', '--by', applicant.sub]);
  expect([code, said]).toEqual([1, expect.stringContaining('is no administrator')]);
});

function failingAfter(times: number, cipher: FieldCipher): FieldCipher {
  let left = times;
  return {
    ...cipher,
    activeKey: cipher.activeKey,
    seal(value, place) {
      left -= 1;
      if (left < 0) throw new Error('power cut');
      return cipher.seal(value, place);
    },
  };
}
