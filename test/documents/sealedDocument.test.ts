import { CompactSign, decodeProtectedHeader } from 'jose';
import { join } from 'node:path';
import { rotateKeyFile } from '../../infra/documents/keyFile';
import { seal, SealFault, verifyStatement } from '../../infra/documents/sealedDocument';
import type { SigningKey } from '../../infra/documents/signingKey';
import { loadSigningKey } from '../../infra/documents/signingKey';
import { qrTextOf, statementInText, verifyUrlOf } from '../../infra/documents/statementCarrier';
import { newFolder, newSigningKey, statement } from './sample';

let key: SigningKey;
beforeAll(async () => {
  key = await newSigningKey();
});

async function faultOf(jws: string, by = key): Promise<string> {
  const fault: unknown = await verifyStatement(jws, by.publicKeys).catch((error: unknown) => error);
  return fault instanceof SealFault ? fault.code : 'verified';
}

/** Signs anything at all with the documents' key. */
function signed(payload: unknown, header: object = {}): Promise<string> {
  return new CompactSign(Buffer.from(JSON.stringify(payload)))
    .setProtectedHeader({ alg: 'EdDSA', typ: 'ow-doc', kid: key.kid, ...header })
    .sign(key.privateKey);
}

const payloadOf = (jws: string): Record<string, unknown> =>
  JSON.parse(Buffer.from(jws.split('.')[1] ?? '', 'base64url').toString()) as Record<string, unknown>;

test('a sealed statement verifies and says the same', async () => {
  const { jws } = await seal(statement, key);
  expect(await verifyStatement(jws, key.publicKeys)).toEqual(statement);
});

test('a family-mode site has neither registrar nor code nor places', async () => {
  const family = {
    ...statement,
    serviceMode: 'family',
    places: 0,
    unifiedCode: null,
    registrar: null,
  } as const;
  const { jws } = await seal(family, key);
  expect(await verifyStatement(jws, key.publicKeys)).toEqual(family);
});

test('the same statement gives the same JWS', async () => {
  expect(await seal(statement, key)).toEqual(await seal({ ...statement }, key));
});

test.each([
  ['the places', (claims: Record<string, unknown>) => ({ ...claims, p: 300 })],
  ['the name', (claims: Record<string, unknown>) => ({ ...claims, i: '别家幼托园' })],
])('%s changed after signing is a bad signature', async (_, change) => {
  const { jws } = await seal(statement, key);
  const [header, , signature] = jws.split('.');
  const payload = Buffer.from(JSON.stringify(change(payloadOf(jws)))).toString('base64url');
  expect(await faultOf([header, payload, signature].join('.'))).toBe('badSignature');
});

test('a key that was never published is unknown', async () => {
  const { jws } = await seal(statement, await newSigningKey());
  expect(await faultOf(jws)).toBe('unknownKey');
});

test('a forger who names the published key has a bad signature', async () => {
  const forger = { ...(await newSigningKey()), kid: key.kid };
  expect(await faultOf((await seal(statement, forger)).jws)).toBe('badSignature');
});

test('what was sealed before a rotation still verifies, and after it too', async () => {
  const file = join(await newFolder(), 'signing-key.json');
  const before = await loadSigningKey(file, 'development');
  const old = await seal(statement, before);
  await rotateKeyFile(file);
  const after = await loadSigningKey(file, 'production');
  const fresh = await seal(statement, after);
  expect(await faultOf(old.jws, after)).toBe('verified');
  expect(await faultOf(fresh.jws, after)).toBe('verified');
  expect(await faultOf(fresh.jws, before)).toBe('unknownKey');
});

test.each(['', 'eyJ', 'a.b.c', 'eyJhbGciOiJub25lIn0.e30.', 'https://onewindow.example/'])(
  '%j is malformed',
  async (text) => {
    expect(await faultOf(text)).toBe('malformed');
  },
);

test('a signature that the same key made for something else is no document', async () => {
  const { jws } = await seal(statement, key);
  expect(await faultOf(await signed(payloadOf(jws), { typ: 'JWT' }))).toBe('malformed');
  expect(await faultOf(await signed({ head: 'f00d' }))).toBe('malformed');
  expect(await faultOf(await signed({ ...payloadOf(jws), z: 1 }))).toBe('malformed');
  expect(await faultOf(await signed(payloadOf(jws)))).toBe('verified');
});

test('an unsigned token (alg none) is malformed, whatever it says', async () => {
  const { jws } = await seal(statement, key);
  const header = { ...decodeProtectedHeader(jws), alg: 'none' };
  const unsigned = `${Buffer.from(JSON.stringify(header)).toString('base64url')}.${jws.split('.')[1]}.`;
  expect(await faultOf(unsigned)).toBe('malformed');
});

test.each(['', 'XC C', 'XC<1>', 'XC/1', '&amp;'])('a statement numbered %j is not sealed', async (no) => {
  await expect(seal({ ...statement, no }, key)).rejects.toThrow();
});

test('the QR code opens the page and carries the JWS behind #', async () => {
  const { jws } = await seal(statement, key);
  const text = qrTextOf(verifyUrlOf('https://onewindow.example/', statement.no), jws);
  expect(text).toBe(`https://onewindow.example/verify/XC-C-2026-000009#${jws}`);
  expect(statementInText(text)).toEqual({ jws, claimedNo: 'XC-C-2026-000009' });
});

test('a name of 60 characters still leaves a QR code that a phone reads (1,200 characters: 0.4 mm modules)', async () => {
  const institution = '托'.repeat(60);
  const { jws } = await seal({ ...statement, institution, address: '路'.repeat(60) }, key);
  expect(qrTextOf(verifyUrlOf('https://onewindow.example', statement.no), jws).length).toBeLessThan(1200);
});

test('where the names are too long for the QR code, it opens the page alone', async () => {
  const { jws } = await seal({ ...statement, institution: '托'.repeat(200), address: '路'.repeat(200) }, key);
  const url = verifyUrlOf('https://onewindow.example', statement.no);
  expect(qrTextOf(url, jws)).toBe(url);
});
