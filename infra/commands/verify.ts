import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { documentKinds } from '../documents/documentStatement';
import { createKeyFile, readKeyFile, rotateKeyFile } from '../documents/keyFile';
import type { Verdict } from '../documents/offlineCheck';
import { checkDocument } from '../documents/offlineCheck';
import type { PublicKeys } from '../documents/publicKeys';
import { publicKeysOf } from '../documents/publicKeys';
import { fieldsOf } from '../documents/statementFields';

const usage = `用法 Usage:
  npm run verify -- FILE|JWS|ADDRESS [--jwks FILE] [--json]
      离线核验 PDF、含 JWS 的文件、JWS 或二维码中的网址；公钥默认取当前目录的 jwks.json（由 /jwks.json 下载）
      Checks a PDF, a file holding a JWS, a JWS or a QR code's address, offline;
      public keys come from ./jwks.json, as downloaded from /jwks.json
  npm run verify -- --new-key FILE
      新建签名密钥文件，并打印公钥  Makes a signing key file and prints its public keys
  npm run verify -- --rotate-key FILE
      换用新密钥签名，旧公钥保留供核验  A new key signs from the next start on, older ones still verify

退出码 Exit code: 0 有效 valid, 1 无效 invalid, 2 用法有误 usage`;

/** What the command was asked cannot be done; the message says why and how. */
class UsageError extends Error {}

/** Runs the command and answers its exit code. `print` takes what goes to standard output. */
export async function verify(args: readonly string[], print: (text: string) => void): Promise<number> {
  try {
    return await run(args, print);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    print(`${error.message}\n\n${usage}`);
    return 2;
  }
}

async function run(args: readonly string[], print: (text: string) => void): Promise<number> {
  const { values, positionals } = parse(args);
  if (values['new-key'] !== undefined) return newKey(values['new-key'], print);
  if (values['rotate-key'] !== undefined) return rotateKey(values['rotate-key'], print);
  const [subject] = positionals;
  if (subject === undefined || positionals.length > 1) {
    throw new UsageError('请给出一份文书  Give one document');
  }
  const published = await readPublicKeys(values.jwks);
  const verdict = await checkDocument(await readCarrier(subject), published);
  print(values.json ? JSON.stringify(verdict) : describe(verdict));
  return verdict.valid ? 0 : 1;
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        jwks: { type: 'string', default: 'jwks.json' },
        json: { type: 'boolean', default: false },
        'new-key': { type: 'string' },
        'rotate-key': { type: 'string' },
      },
    });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

/** The argument itself where it is an address or a JWS, else the file that it names. */
async function readCarrier(subject: string): Promise<Buffer> {
  if (/^(https?:\/\/|eyJ[\w-]+\.)/.test(subject)) return Buffer.from(subject);
  return readFile(subject).catch((error: unknown) => {
    throw new UsageError(`无法读取 Cannot read ${subject}: ${(error as Error).message}`);
  });
}

async function readPublicKeys(file: string): Promise<PublicKeys> {
  const mend = `请用 --jwks 指定由 /jwks.json 下载的公钥文件  Name a file downloaded from /jwks.json with --jwks`;
  const keys = await readKeyFile(file).catch((error: unknown) => {
    throw new UsageError(
      `公钥文件无法使用 Unusable public keys: ${file}: ${(error as Error).message}\n${mend}`,
    );
  });
  if (keys === null) throw new UsageError(`没有公钥文件 No public keys: ${file}\n${mend}`);
  return publicKeysOf(keys);
}

async function newKey(file: string, print: (text: string) => void): Promise<number> {
  if (!(await createKeyFile(file))) {
    throw new UsageError(`${file} 已存在，未作改动  exists already and was left alone`);
  }
  return printPublicKeys(file, print);
}

async function rotateKey(file: string, print: (text: string) => void): Promise<number> {
  await rotateKeyFile(file).catch((error: unknown) => {
    throw new UsageError(`无法换用新密钥 Cannot rotate: ${(error as Error).message}`);
  });
  return printPublicKeys(file, print);
}

async function printPublicKeys(file: string, print: (text: string) => void): Promise<number> {
  print(JSON.stringify(await publicKeysOf((await readKeyFile(file)) ?? []), null, 2));
  return 0;
}

function describe(verdict: Verdict): string {
  if (!verdict.valid) {
    const { zh, en } = verdict.reason;
    return `无效：${zh}\nINVALID (${verdict.code}): ${en}`;
  }
  const { kind, no } = verdict.statement;
  const fields = Object.values(fieldsOf(verdict.statement));
  return [
    '有效：签名属实。请核对文书所载与下列内容一致，签名只保证下列内容。',
    'VALID: the signature holds. Compare the document with what follows: only this is signed.',
    '',
    `${documentKinds[kind].zh} ${documentKinds[kind].en}`,
    `编号 No.: ${no}`,
    ...fields.map(({ label, zh, en }) => `${label.zh} ${label.en}: ${en === null ? zh : `${zh} (${en})`}`),
  ].join('\n');
}

if (require.main === module) {
  void verify(process.argv.slice(2), (text) => console.log(text)).then((code) => {
    process.exitCode = code;
  });
}
