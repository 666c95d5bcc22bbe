import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exitCodeOf, faultsHarness } from '../../infra/commands/faults';
import type { Fault } from '../../infra/faults/evidence';
import { runIn } from '../commands/runIn';

const run = (...args: string[]) => runIn(faultsHarness, args);

test('runs five minutes of seed 1 with sixteen clients, if nothing else is asked', () => {
  expect(faultsHarness.parse([])).toEqual({
    minutes: 5,
    seed: 1,
    cases: 1_000_000,
    clients: 16,
    keep: null,
    json: false,
  });
});

test('takes every option', () => {
  const asked = '--minutes 0.5 --seed 7 --cases 12 --clients 3 --keep traces --json'.split(' ');
  expect(faultsHarness.parse(asked)).toEqual({
    minutes: 0.5,
    seed: 7,
    cases: 12,
    clients: 3,
    keep: 'traces',
    json: true,
  });
});

test('says how it is used, and ends well', async () => {
  const { code, out } = await run('--help');
  expect(code).toBe(0);
  expect(out).toContain('npm run faults -- --minutes N');
});

test.each([
  [['--minutes', '0'], '--minutes：须为 0.1 至 120 must be from 0.1 to 120, not 0'],
  [['--minutes', 'ten'], '--minutes：须为 0.1 至 120 must be from 0.1 to 120, not ten'],
  [['--minutes', ''], '--minutes：须为 0.1 至 120'],
  [
    ['--seed', '1.5'],
    '--seed：须为 0 至 2147483648 的整数 must be a whole number from 0 to 2147483648, not 1.5',
  ],
  [['--seed=-1'], '--seed'],
  [['--cases', '0'], '--cases：须为 1 至 1000000 的整数'],
  [['--clients', '65'], '--clients：须为 1 至 64 的整数'],
  [['--kill', 'all'], '--kill'],
  [['seven'], 'seven'],
])('%j is wrong usage, and it is said why', async (args, why) => {
  const { code, out, err } = await run(...args);
  expect(code).toBe(2);
  expect(out).toBe('');
  expect(err).toContain(why);
  expect(err).toContain('npm run faults -- --minutes N');
});

test('writes what it keeps into a new folder only', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'onewindow-keep-'));
  try {
    const { code, err } = await run('--keep', folder);
    expect(code).toBe(2);
    expect(err).toContain(`--keep：${folder} 已存在，须为新目录 exists: name a new folder`);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('ends well where nothing was found, and with 1 where anything was', () => {
  const fault: Fault = { kind: 'lost', about: 'mail', where: 'here', text: 'did not arrive' };
  expect(exitCodeOf({ faults: [] })).toBe(0);
  expect(exitCodeOf({ faults: [fault] })).toBe(1);
});

/** Settings with which an installation would start. */
const production = {
  MODE: 'production',
  PUBLIC_URL: 'https://onewindow.example',
  DATABASE_URL: 'postgresql://onewindow:secret@database.example/onewindow',
  TEMPORAL_ADDRESS: 'temporal.example:7233',
  OIDC_ISSUER: 'https://issuer.example',
  OIDC_CLIENT_ID: 'onewindow',
  OIDC_CLIENT_SECRET: 'a-secret-that-is-long-enough-to-be-one',
  OIDC_AUDIENCE: 'onewindow',
  SESSION_SECRET: 'another-secret-that-is-long-enough-to-be-one',
  SMTP_URL: 'smtp://mail.example:25',
  MAIL_FROM: 'no-reply@onewindow.example',
  PUSH_URL: 'https://platform.example/registrations',
  PUSH_SECRET: 'a-third-secret-that-is-long-enough-to-be-one',
  SIGNING_KEY_FILE: __filename,
  CLAMD_URL: 'tcp://clamd.example:3310',
};

test('refuses to run in production', async () => {
  const before = { ...process.env };
  Object.assign(process.env, production);
  try {
    const { code, err } = await run();
    expect(code).toBe(1);
    expect(err).toContain('npm run faults belongs to development');
  } finally {
    process.env = before;
  }
});

test('begins nothing where it was stopped before it began', async () => {
  const { code, err } = await runIn(faultsHarness, [], AbortSignal.abort());
  expect(code).toBe(130);
  expect(err).toContain('Stopped, and cleaned up.');
});

test('makes no folder for a run that is refused', async () => {
  const folder = join(tmpdir(), 'onewindow-never-made');
  expect((await run('--keep', folder, '--minutes', '0')).code).toBe(2);
  expect(existsSync(folder)).toBe(false);
});
