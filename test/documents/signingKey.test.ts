import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { calculateJwkThumbprint } from 'jose';
import { createKeyFile, rotateKeyFile } from '../../infra/documents/keyFile';
import { loadSigningKey } from '../../infra/documents/signingKey';
import { newFolder } from './sample';

async function newFile(): Promise<string> {
  return join(await newFolder(), 'keys', 'signing-key.json');
}

test('makes a missing key in development, readable by its owner alone, and keeps it', async () => {
  const file = await newFile();
  const made = await loadSigningKey(file, 'development');
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect((await loadSigningKey(file, 'development')).kid).toBe(made.kid);
  expect((await loadSigningKey(file, 'production')).kid).toBe(made.kid);
});

test('publishes no private half, and names each key by its RFC 7638 thumbprint', async () => {
  const { kid, publicKeys } = await loadSigningKey(await newFile(), 'development');
  const [key] = publicKeys.keys;
  expect(publicKeys.keys).toEqual([{ kty: 'OKP', crv: 'Ed25519', x: key?.x, kid, alg: 'EdDSA', use: 'sig' }]);
  expect(kid).toBe(await calculateJwkThumbprint({ kty: 'OKP', crv: 'Ed25519', x: key?.x ?? '' }));
});

test('refuses a missing key in production, naming the variable and the command that makes one', async () => {
  const file = await newFile();
  await expect(loadSigningKey(file, 'production')).rejects.toThrow(
    new RegExp(`SIGNING_KEY_FILE.*does not exist.*npm run verify -- --new-key ${file}`),
  );
  await expect(stat(file)).rejects.toThrow('ENOENT');
});

test.each([
  ['text', 'not a key'],
  ['another curve', JSON.stringify({ kty: 'EC', crv: 'P-256', x: 'a', y: 'b' })],
  ['no keys', JSON.stringify({ keys: [] })],
])('refuses a file that holds %s, and leaves it alone', async (_, content) => {
  const file = join(await newFolder(), 'signing-key.json');
  await writeFile(file, content);
  await expect(loadSigningKey(file, 'development')).rejects.toThrow(/SIGNING_KEY_FILE.*not a JWK or JWKS/);
  expect(await readFile(file, 'utf8')).toBe(content);
});

test('refuses a file whose first key is public', async () => {
  const file = join(await newFolder(), 'signing-key.json');
  const { publicKeys } = await loadSigningKey(await newFile(), 'development');
  await writeFile(file, JSON.stringify(publicKeys));
  await expect(loadSigningKey(file, 'production')).rejects.toThrow(/no private half/);
});

test('two processes that start together end up with one key', async () => {
  const file = await newFile();
  const loaded = await Promise.all([1, 2, 3, 4].map(() => loadSigningKey(file, 'development')));
  expect(new Set(loaded.map(({ kid }) => kid)).size).toBe(1);
});

test('signs with a new key after rotation and still publishes the older one', async () => {
  const file = await newFile();
  const before = await loadSigningKey(file, 'development');
  await rotateKeyFile(file);
  const after = await loadSigningKey(file, 'production');
  expect(after.publicKeys.keys.map(({ kid }) => kid)).toEqual([after.kid, before.kid]);
  expect(after.kid).not.toBe(before.kid);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});

test('never makes a key over one that exists', async () => {
  const file = await newFile();
  const { kid } = await loadSigningKey(file, 'development');
  expect(await createKeyFile(file)).toBe(false);
  expect((await loadSigningKey(file, 'production')).kid).toBe(kid);
});
