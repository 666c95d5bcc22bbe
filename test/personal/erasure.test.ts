import { sql } from 'kysely';
import { verifyChains } from '../../infra/audit/verification';
import { asOwner } from '../../infra/db/owner';
import { administrator } from '../api/house';
import { advance, begin, leave, newKey } from '../api/way';
import { applicant, official } from '../world/people';
import { dump } from './dump';
import { type Office, openOffice, phone, why } from './office';
import { planted, plantedApplication } from './planted';

let office: Office;
beforeEach(async () => (office = await openOffice()));
afterEach(() => office.close());

describe('an erasure', () => {
  const year = { retentionDays: 365 };
  const yearsLater = (years: number) => (office.house.time.now = new Date(Date.UTC(2026 + years, 8, 28, 2)));

  it('takes what is no longer needed and leaves record, hashes and documents as they were', async () => {
    const caseId = await office.submitted();
    await advance(office.house, caseId, 'end');
    await leave(office.house, caseId);
    const { certificateNo } = (await office.house.call(applicant, 'GET', `/api/v1/cases/${caseId}`)).body;
    const certificate = await office.house.call(applicant, 'GET', `/api/v1/certificates/${certificateNo}`);
    await sql`update notice set status = 'sent'`.execute(office.house.database.db);
    yearsLater(2);

    const told = await office.run(['erase', ...phone, ...why], year);
    expect(told).toEqual({
      code: 0,
      said: expect.stringContaining(`case ${caseId}  可清除 would be erased`),
    });
    expect(await office.contactOf(caseId)).toMatchObject(planted);

    const done = await office.run(['erase', ...phone, ...why, '--confirm'], year);
    expect(done).toEqual({ code: 0, said: expect.stringContaining(`case ${caseId}  已清除 erased`) });
    expect(await office.contactOf(caseId)).toMatchObject({
      person: null,
      phone: null,
      email: null,
      idNumber: null,
    });
    const shown = await office.house.call(applicant, 'GET', `/api/v1/cases/${caseId}`);
    expect(shown.body.application).toMatchObject({
      institution: { name: '示例托育园' },
      contact: { organisation: '示例托育有限公司', phone: null },
    });
    const { rows } = await sql<{ n: string }>`
      select count(*) n from personal_index where holder <> 'account'`.execute(office.house.database.db);
    expect(rows[0]?.n).toBe('0');
    const tables = await dump(office.house.database.url);
    for (const table of ['application', 'draft', 'notice', 'idempotency_key'])
      expect([table, tables.get(table)]).toEqual([table, expect.not.stringContaining('pd1.')]);

    const again = await office.house.call(applicant, 'GET', `/api/v1/certificates/${certificateNo}`);
    expect(again.body).toEqual(certificate.body);
    expect((await office.house.call(null, 'GET', `/verify/${certificateNo}`)).body.state).toBe('revoked');
    const { broken } = await verifyChains(
      office.house.database.db,
      office.house.services.documents.publicKeys,
    );
    expect(broken).toBeNull();
    expect((await office.logged('personalDataErased'))[0]).toMatchObject({
      actor_sub: administrator.sub,
      subject_id: caseId,
      details: { reason: '本人申请' },
    });
    expect((await office.run(['erase', ...phone, ...why, '--confirm'], year)).said).toBe(
      '没有找到 Nothing found',
    );
  });

  it('keeps what is needed, and says why', async () => {
    const caseId = await office.submitted();
    const fate = async (options?: typeof year) =>
      (await office.run(['erase', ...phone, ...why, '--confirm'], options)).said;
    expect(await fate(year)).toContain('kept: the case is open');
    await advance(office.house, caseId, 'end');
    // The institution lives on, and is written to.
    expect(await fate(year)).toContain('kept: the case is open');
    await leave(office.house, caseId);
    expect(await fate()).toContain('kept: nobody has said how long (PERSONAL_RETENTION_DAYS)');
    expect(await fate(year)).toContain('kept: its retention is not over');
    yearsLater(2);
    expect(await fate(year)).toContain('kept: a notice is still to be sent');
    expect(await office.contactOf(caseId)).toMatchObject(planted);
    expect(
      (await office.run(['erase', '--email', 'applicant-1@example.org', ...why, '--confirm'])).said,
    ).toContain('account applicant-1  账号在用，保留 kept: the account is in use');
    expect(await office.logged('personalDataErased')).toEqual([]);
  });

  it('takes whoever is erased out of the pair of their unit', async () => {
    const { house } = office;
    const pair = { responsible: 'fire-reviewer-1', replacement: 'fire-caseOfficer-1' };
    const named = await house.call(official('fire', 'head'), 'PUT', '/api/v1/responsible/fire', {
      body: pair,
    });
    expect(named.status).toBe(200);
    await asOwner(house.database.url, (db) =>
      db.updateTable('account').set({ active: false }).where('sub', '=', pair.responsible).execute(),
    );
    const whom = ['--email', 'fire-reviewer-1@example.org'];
    expect((await office.run(['erase', ...whom, ...why, '--confirm'])).said).toContain('已清除 erased');
    const left = await house.database.db.selectFrom('responsible_person').select('sub').execute();
    expect(left).toEqual([{ sub: pair.replacement }]);
  });

  it('takes a draft at any time, and the answer that was given to it', async () => {
    const headers = newKey();
    const request = { body: { application: plantedApplication() }, headers };
    const { body } = await office.house.call(applicant, 'POST', '/api/v1/applications', request);
    expect((await office.run(['erase', ...phone, ...why, '--confirm'])).said).toContain(
      `draft ${body.id}  已清除 erased`,
    );
    const read = await office.house.call(applicant, 'GET', `/api/v1/applications/${body.id}`);
    expect(read.body.application.contact).toMatchObject({ person: null, phone: null });
    const replayed = await office.house.call(applicant, 'POST', '/api/v1/applications', request);
    expect([replayed.status, replayed.body.application.contact.phone]).toEqual([201, null]);
  });

  it('finds the answer that was given for a draft which was discarded since', async () => {
    const { body } = await begin(office.house, plantedApplication());
    const path = `/api/v1/applications/${body.id}`;
    await office.house.call(applicant, 'DELETE', path, { headers: { 'if-match': '"1"' } });
    expect((await office.run(['erase', ...phone, ...why, '--confirm'])).code).toBe(0);
    expect((await dump(office.house.database.url)).get('idempotency_key')).not.toContain('pd1.');
  });

  it('takes all that is past its retention, with --due', async () => {
    const caseId = await office.submitted();
    await office.house.call(applicant, 'POST', `/api/v1/cases/${caseId}/acts`, {
      body: { act: 'withdraw' },
      headers: { ...newKey(), 'if-match': '"2"' },
    });
    await sql`update notice set status = 'sent'`.execute(office.house.database.db);
    const open = await office.submitted();
    expect((await office.run(['erase', '--due', ...why, '--confirm'], year)).said).toBe(
      '没有找到 Nothing found',
    );
    yearsLater(2);
    expect((await office.run(['erase', '--due', ...why])).said).toContain(
      'Say first how long data is needed',
    );
    const { said } = await office.run(['erase', '--due', ...why, '--confirm'], year);
    expect(said).toContain(`case ${caseId}  已清除 erased`);
    expect(said).not.toContain(open);
    expect(await office.contactOf(open)).toMatchObject(planted);
  });

  it('takes a certified institution’s only once it has left and its retention is past, with --due', async () => {
    const caseId = await office.submitted();
    await advance(office.house, caseId, 'end');
    const due = async () => (await office.run(['erase', '--due', ...why, '--confirm'], year)).said;
    yearsLater(2);
    await sql`update notice set status = 'sent'`.execute(office.house.database.db);
    expect(await due()).toBe('没有找到 Nothing found');
    await leave(office.house, caseId);
    await sql`update notice set status = 'sent'`.execute(office.house.database.db);
    expect(await due()).toBe('没有找到 Nothing found');
    yearsLater(4);
    expect(await due()).toContain(`case ${caseId}  已清除 erased`);
    const tables = await dump(office.house.database.url);
    expect(tables.get('notice')).not.toContain('pd1.');
  });
});
