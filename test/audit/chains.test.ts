import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { AuditEntry } from '../../domain/audit';
import { anchorChains } from '../../infra/audit/anchors';
import { createAuditLog } from '../../infra/audit/log';
import { runAuditCommand } from '../../infra/commands/audit';
import { asOwner } from '../../infra/db/owner';
import { loadSigningKey, type SigningKey } from '../../infra/documents/signingKey';
import { type House, openHouse } from '../api/house';
import { advance, apply } from '../api/way';

let house: House;
let folder: string;
let key: SigningKey;
beforeEach(async () => {
  house = await openHouse();
  folder = mkdtempSync(join(tmpdir(), 'onewindow-audit-'));
  key = await loadSigningKey(join(folder, 'key.json'), 'development');
});
afterEach(async () => {
  await house.close();
  await rm(folder, { recursive: true });
});

const entry = (details: AuditEntry['details'] = {}): AuditEntry => ({
  type: 'signedIn',
  actor: { sub: 'somebody', unit: null },
  subject: { kind: 'account', id: 'somebody' },
  requestId: null,
  details,
});

async function audit(option: '--verify' | '--anchor') {
  const said: string[] = [];
  const output = { out: (text: string) => said.push(text), err: (text: string) => said.push(text) };
  const { db } = house.database;
  return { code: await runAuditCommand([option], output, { db, key }), said: said.join('\n') };
}

/** What only somebody who rules the database can do. */
function tamper(statement: string): Promise<void> {
  return asOwner(house.database.url, async (db) => {
    await sql.raw('set session_replication_role = replica').execute(db);
    await sql.raw(statement).execute(db);
  });
}

test('verifies the log, the events of every case, and the anchors', async () => {
  const { audit: log } = house.services;
  await log.write(entry({ issuer: 'x', nothing: undefined, words: '中文 “引号”', n: 1.5 }));
  const caseId = await apply(house);
  await advance(house, caseId, 'review');
  await apply(house);
  expect(await audit('--anchor')).toMatchObject({ code: 0, said: expect.stringContaining('3 chains') });
  expect(await audit('--anchor')).toMatchObject({ said: expect.stringContaining('0 chains') });
  const { code, said } = await audit('--verify');
  expect(said).toMatch(/1 entries, intact[\s\S]*2 cases with \d+ events, intact[\s\S]*3 anchors agree/);
  expect(code).toBe(0);
});

test('numbers and chains what many write at once, each written once', async () => {
  const [one, another] = [house.services.audit, createAuditLog(house.services.ground)];
  await Promise.all(Array.from({ length: 60 }, (_, n) => (n % 2 === 0 ? one : another).write(entry({ n }))));
  const rows = await house.database.db.selectFrom('audit_entry').selectAll().orderBy('seq').execute();
  expect(rows.map(({ seq }) => Number(seq))).toEqual(Array.from({ length: 60 }, (_, n) => n + 1));
  expect(new Set(rows.map(({ details }) => details.n)).size).toBe(60);
  expect(await audit('--verify')).toMatchObject({ code: 0 });
});

test('says nothing is done while an entry cannot be written', async () => {
  await tamper('alter table audit_entry rename to elsewhere');
  await expect(house.services.audit.write(entry())).rejects.toThrow('audit_entry');
  await tamper('alter table elsewhere rename to audit_entry');
  await house.services.audit.write(entry());
  expect(await audit('--verify')).toMatchObject({ code: 0 });
});

test('is appended to and nothing else, by whomever', async () => {
  await house.services.audit.write(entry());
  await audit('--anchor');
  for (const table of ['audit_entry', 'anchor']) {
    const change = `update ${table} set hash = hash`;
    await expect(house.database.pool.query(change)).rejects.toThrow('permission denied');
    for (const statement of [change, `delete from ${table}`, `truncate ${table}`])
      await expect(asOwner(house.database.url, (db) => sql.raw(statement).execute(db))).rejects.toThrow(
        `${table} is append-only`,
      );
  }
});

describe('the first break is told', () => {
  let caseId: string;
  beforeEach(async () => {
    for (let n = 0; n < 3; n += 1) await house.services.audit.write(entry({ n }));
    caseId = await apply(house);
    await advance(house, caseId, 'review');
    await audit('--anchor');
  });

  it.each([
    [
      'an entry was altered',
      `update audit_entry set actor_sub = 'another' where seq = 2`,
      'audit 2',
      'hash says',
    ],
    ['its details were', `update audit_entry set details = '{}' where seq = 3`, 'audit 3', 'hash says'],
    [
      'its time was',
      `update audit_entry set at = at + interval '1 second' where seq = 1`,
      'audit 1',
      'hash says',
    ],
    ['an entry is missing', 'delete from audit_entry where seq = 2', 'audit 2', 'leave this one out'],
    ['the first is missing', 'delete from audit_entry where seq = 1', 'audit 1', 'leave this one out'],
    ['the end is missing', 'delete from audit_entry where seq = 3', 'audit 3', 'rewritten'],
    ['all of it is missing', 'delete from audit_entry', 'audit 3', 'rewritten'],
    [
      'an anchor is forged',
      `update anchor set hash = repeat('0', 64) where chain = 'audit'`,
      'audit 3',
      'not signed',
    ],
  ])('where %s', async (_, statement, where, what) => {
    await tamper(statement);
    const { code, said } = await audit('--verify');
    expect(said).toContain(`First break: ${where}\n`);
    expect(said).toContain(what);
    expect(code).toBe(1);
  });

  it.each([
    ['an event was altered', `update event set particulars = '{"reason":"x"}' where seq = 3`, 3, 'hash says'],
    ['an event is missing', 'delete from event where seq = 2', 2, 'leave this one out'],
    [
      'an event is chained to nothing',
      `update event set previous_hash = hash where seq = 2`,
      2,
      'not chained',
    ],
    [
      'the last event is missing',
      'delete from event where seq = (select max(seq) from event)',
      null,
      'another head',
    ],
  ])('where %s', async (_, statement, seq, what) => {
    await tamper(statement);
    const { said } = await audit('--verify');
    expect(said).toContain(`First break: ${caseId} ${seq ?? ''}`.trim());
    expect(said).toContain(what);
  });

  it('where a case was rewound together with its head', async () => {
    await tamper(`
      delete from event where seq > 2;
      update case_file set seq = 2, last_hash = (select hash from event where seq = 2)`);
    const { code, said } = await audit('--verify');
    expect([code, said]).toEqual([1, expect.stringContaining('the chain was rewritten')]);
  });

  it('where another key signed an anchor', async () => {
    const other = await loadSigningKey(join(folder, 'other.json'), 'development');
    await house.services.audit.write(entry());
    expect(await anchorChains(house.services.ground, other)).toBe(1);
    expect(await audit('--verify')).toMatchObject({ code: 1, said: expect.stringContaining('not signed') });
  });
});

test('the command says how it is used', async () => {
  const said: string[] = [];
  const output = { out: (text: string) => said.push(text), err: (text: string) => said.push(text) };
  expect(await runAuditCommand([], output)).toBe(2);
  expect(await runAuditCommand(['--verify', '--anchor'], output)).toBe(2);
  expect(await runAuditCommand(['--delete'], output)).toBe(2);
  expect(await runAuditCommand(['--help'], output)).toBe(0);
  expect(said.at(-1)).toContain('npm run audit -- --verify');
});
