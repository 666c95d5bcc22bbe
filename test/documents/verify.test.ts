import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { verify } from '../../infra/commands/verify';
import type { SealedDocument } from '../../infra/documents/pdf';
import { renderDocument } from '../../infra/documents/pdf';
import { qrTextOf } from '../../infra/documents/statementCarrier';
import { newFolder, newSigningKey, sealed, statement } from './sample';

let folder: string;
let jwks: string;
let document: SealedDocument;
let pdf: Buffer;

beforeAll(async () => {
  const key = await newSigningKey();
  folder = await newFolder();
  document = await sealed(key);
  pdf = await renderDocument(document);
  jwks = await inFolder('jwks.json', JSON.stringify(key.publicKeys));
});

async function inFolder(name: string, content: string | Buffer): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, content);
  return file;
}

async function run(...args: string[]): Promise<{ code: number; output: string }> {
  const printed: string[] = [];
  const code = await verify(args, (text) => printed.push(text));
  return { code, output: printed.join('\n') };
}

test('a PDF verifies offline, by itself and the public keys, and its fields are printed', async () => {
  const { code, output } = await run(await inFolder('certificate.pdf', pdf), '--jwks', jwks);
  expect(code).toBe(0);
  expect(output).toMatch(/^有效.*\nVALID/);
  expect(output).toContain('托育机构备案证书 Certificate of Filing for a Childcare Institution');
  expect(output).toContain('机构名称 Institution: 长庆街道初本幼托园');
  expect(output).toContain('服务模式 Service mode: 社区服务模式 (Community)');
});

test('a JWS, a file that holds one and the QR code’s address verify alike', async () => {
  for (const subject of [
    document.jws,
    await inFolder('statement.jws', `${document.jws}\n`),
    qrTextOf(document.verifyUrl, document.jws),
  ]) {
    const { code, output } = await run(subject, '--jwks', jwks, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(output)).toEqual({ valid: true, statement });
  }
});

test('a PDF whose statement was altered is invalid', async () => {
  const [header, payload = '', signature] = document.jws.split('.');
  const claims = Buffer.from(payload, 'base64url').toString().replace('"p":30', '"p":90');
  const altered = [header, Buffer.from(claims).toString('base64url'), signature].join('.');
  const forged = Buffer.from(pdf.toString('latin1').replaceAll(document.jws, altered), 'latin1');
  const { code, output } = await run(await inFolder('altered.pdf', forged), '--jwks', jwks);
  expect(code).toBe(1);
  expect(output).toMatch(/^无效：签名不符.*\nINVALID \(badSignature\)/);
});

test('another office’s key does not verify it', async () => {
  const other = await inFolder('other.json', JSON.stringify((await newSigningKey()).publicKeys));
  const { code, output } = await run(document.jws, '--jwks', other, '--json');
  expect(code).toBe(1);
  expect(JSON.parse(output)).toMatchObject({ valid: false, code: 'unknownKey' });
});

test('an address that names another document than its signature is invalid', async () => {
  const address = qrTextOf(document.verifyUrl.replace('000009', '000001'), document.jws);
  const { code, output } = await run(address, '--jwks', jwks, '--json');
  expect(code).toBe(1);
  expect(JSON.parse(output)).toMatchObject({ valid: false, code: 'otherNumber' });
});

test('a PDF with no statement, or with two, is invalid', async () => {
  const second = `\n% onewindow-statement:${document.jws.slice(0, -4)}AAAA\n`;
  for (const content of ['%PDF-1.7\n%%EOF\n', Buffer.concat([pdf, Buffer.from(second)])]) {
    const { code, output } = await run(await inFolder('other.pdf', content), '--jwks', jwks, '--json');
    expect(code).toBe(1);
    expect(JSON.parse(output)).toMatchObject({ valid: false, code: 'noStatement' });
  }
});

test.each([
  ['no document', []],
  ['two documents', ['a.pdf', 'b.pdf']],
  ['an unknown option', ['a.pdf', '--online']],
])('%s is a usage error', async (_, args) => {
  const { code, output } = await run(...args);
  expect(code).toBe(2);
  expect(output).toContain('用法 Usage');
});

test('missing files are usage errors that name the file', async () => {
  const noKeys = await run(document.jws, '--jwks', join(folder, 'none.json'));
  expect(noKeys.code).toBe(2);
  expect(noKeys.output).toMatch(/没有公钥文件 No public keys: .*none\.json/);
  const noDocument = await run(join(folder, 'none.pdf'), '--jwks', jwks);
  expect(noDocument.code).toBe(2);
  expect(noDocument.output).toMatch(/Cannot read .*none\.pdf/);
});

test('makes and rotates a key, printing public halves only, and never overwrites one', async () => {
  const file = join(folder, 'made.json');
  const made = await run('--new-key', file);
  expect(made.code).toBe(0);
  expect((await run('--new-key', file)).code).toBe(2);
  const rotated = await run('--rotate-key', file);
  const [, older] = (JSON.parse(rotated.output) as { keys: unknown[] }).keys;
  expect(JSON.parse(made.output)).toEqual({ keys: [older] });
  expect(made.output + rotated.output).not.toContain('"d"');
  expect(await readFile(file, 'utf8')).toContain('"d"');
  expect((await run('--rotate-key', join(folder, 'none.json'))).code).toBe(2);
});

test('runs as a command of its own and exits with its verdict', async () => {
  const root = resolve(__dirname, '../..');
  const command = [join(root, 'node_modules/tsx/dist/cli.mjs'), join(root, 'infra/commands/verify.ts')];
  const start = (subject: string) =>
    promisify(execFile)(process.execPath, [...command, subject, '--json'], { cwd: folder });
  const { stdout } = await start(document.jws);
  expect(JSON.parse(stdout)).toEqual({ valid: true, statement });
  await expect(start(`${document.jws.slice(0, -4)}AAAA`)).rejects.toMatchObject({ code: 1 });
}, 60_000);
