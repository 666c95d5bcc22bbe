import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { noticeTemplates } from '../../domain/notice';
import { letterKinds } from '../../domain/vocabulary';
import { main } from '../../infra/commands/letters';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'onewindow-letters-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

async function run(...args: string[]) {
  const told = { out: '', err: '' };
  const code = await main(args, {
    out: (text) => (told.out += `${text}\n`),
    err: (text) => (told.err += `${text}\n`),
  });
  return { code, ...told };
}

test('the preview writes every template as mail and every letter as PDF, and lists them', async () => {
  const { code, out } = await run('--preview', folder);
  expect(code).toBe(0);
  const wanted = [...noticeTemplates, 'digest'].flatMap((template) => [
    `${template}.html`,
    `${template}.txt`,
    ...(template in letterKinds ? [`${template}.pdf`] : []),
  ]);
  expect(readdirSync(folder).sort()).toEqual([...wanted].sort());
  for (const name of wanted) {
    expect(out).toContain(name);
    const content = readFileSync(join(folder, name));
    if (name.endsWith('.pdf')) expect(content.subarray(0, 5).toString()).toBe('%PDF-');
    else expect(content.toString()).not.toMatch(/undefined|null|NaN|\[object/);
  }
});

test('in the preview no mail leaves a gap where a fact belongs', async () => {
  await run('--preview', folder);
  for (const template of [...noticeTemplates, 'digest']) {
    const text = readFileSync(join(folder, `${template}.txt`), 'utf8');
    expect(text).not.toMatch(/“”|于前|为，|  |（）|\(\)| ,/);
  }
});

test.each([
  [[], /--preview/],
  [['--preview', 'a', 'b'], /只能给出一个目录/],
  [['--colour'], /--colour/],
])('the arguments %j are wrong usage', async (args, told) => {
  const { code, err } = await run(...args);
  expect(code).toBe(2);
  expect(err).toMatch(told);
});

test('help is given to who asks for it', async () => {
  expect(await run('--help')).toMatchObject({ code: 0, out: expect.stringContaining('DATA_DIR/letters') });
});

describe('the folder of the seals', () => {
  const before = process.env.SEAL_DIR;
  afterEach(() => {
    if (before === undefined) delete process.env.SEAL_DIR;
    else process.env.SEAL_DIR = before;
  });

  test('must be a folder, and the preview says so', async () => {
    process.env.SEAL_DIR = join(folder, 'none');
    const { code, err } = await run('--preview', folder);
    expect(code).toBe(1);
    expect(err).toMatch(/SEAL_DIR[\s\S]*a folder that exists/);
  });

  test('may lack the seal of a unit: its place then stays free', async () => {
    writeFileSync(join(folder, 'another.png'), '');
    process.env.SEAL_DIR = folder;
    expect((await run('--preview', join(folder, 'out'))).code).toBe(0);
  });
});
