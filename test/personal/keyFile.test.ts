import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Place } from '../../infra/personal/cipher';
import {
  addPersonalKey,
  createPersonalKeyFile,
  dropPersonalKey,
  readPersonalKeys,
} from '../../infra/personal/keyFile';
import { loadCipher } from '../../infra/personal/personalKeys';

const place: Place = { table: 'draft', row: ['1'], field: 'email' };
let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'onewindow-keys-'));
  file = join(folder, 'keys', 'personal.jwks.json');
});
afterEach(() => rm(folder, { recursive: true }));

test('makes missing keys in development, readable by their owner alone, and keeps them', async () => {
  const sealed = (await loadCipher(file, 'development')).seal('a@b.example', place);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect((await loadCipher(file, 'production')).open(sealed, place)).toBe('a@b.example');
});

test('refuses missing keys in production, naming the variable and the command that makes them', async () => {
  await expect(loadCipher(file, 'production')).rejects.toThrow(
    new RegExp(`PERSONAL_KEY_FILE.*does not exist.*npm run personal -- new-file ${file}`),
  );
  expect(readPersonalKeys(file)).toBeNull();
});

test('leaves an existing file alone', async () => {
  expect(await createPersonalKeyFile(file)).toBe(true);
  const before = readFileSync(file, 'utf8');
  expect(await createPersonalKeyFile(file)).toBe(false);
  expect(readFileSync(file, 'utf8')).toBe(before);
});

const key = (kid: string) => ({ kty: 'oct', alg: 'A256GCM', kid, k: 'A'.repeat(43) });
const index = { kty: 'oct', alg: 'HS256', k: 'A'.repeat(43) };

test.each([
  ['text', 'secret words', 'no JWKS'],
  ['a short key', JSON.stringify({ keys: [{ ...key('a'), k: 'AAAA' }, index] }), 'no JWKS'],
  ['no key that encrypts', JSON.stringify({ keys: [index] }), 'no key with alg A256GCM'],
  ['no index key', JSON.stringify({ keys: [key('a')] }), 'exactly one key with alg HS256'],
  ['two keys of one name', JSON.stringify({ keys: [key('a'), key('a'), index] }), 'two keys of one kid'],
])('refuses a file with %s, without quoting it', async (_, content, reason) => {
  await createPersonalKeyFile(file);
  writeFileSync(file, content);
  const failure = loadCipher(file, 'production');
  await expect(failure).rejects.toThrow(`PERSONAL_KEY_FILE: ${file} cannot be used: it`);
  await expect(failure).rejects.toThrow(reason);
  await expect(failure).rejects.not.toThrow(/secret words|AAAA/);
});

test('puts a new key first and keeps the older ones; a dropped key is gone', async () => {
  const sealed = (await loadCipher(file, 'development')).seal('a@b.example', place);
  const [first] = readPersonalKeys(file)?.encryption ?? [];
  const added = await addPersonalKey(file);
  const rotated = await loadCipher(file, 'production');
  expect(rotated.activeKey).toBe(added);
  expect(rotated.open(sealed, place)).toBe('a@b.example');
  await dropPersonalKey(file, first?.kid ?? '');
  const without = await loadCipher(file, 'production');
  expect(() => without.open(sealed, place)).toThrow(`key ${first?.kid} is not in PERSONAL_KEY_FILE`);
  expect(without.digest('phone', '1')).toBe(rotated.digest('phone', '1'));
});
