import { mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings, SettingsError } from '../../infra/settings';

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'onewindow-settings-'))));
afterAll(() => rm(folder, { recursive: true }));

function problems(environment: Record<string, string>): SettingsError['problems'] {
  try {
    readSettings(environment);
    return [];
  } catch (error) {
    if (error instanceof SettingsError) return error.problems;
    throw error;
  }
}

const about = (variable: string, environment: Record<string, string>) =>
  problems(environment).filter((problem) => problem.variable === variable);

test('production demands the keys of personal data, naming the variable', () => {
  expect(about('PERSONAL_KEY_FILE', { MODE: 'production' })).toEqual([
    expect.objectContaining({ given: null, rule: { zh: '必须给出', en: 'must be given' } }),
  ]);
  const file = join(folder, 'keys.json');
  writeFileSync(file, '');
  expect(about('PERSONAL_KEY_FILE', { MODE: 'production', PERSONAL_KEY_FILE: file })).toEqual([]);
});

test('development does without, and refuses a file that is not there', () => {
  expect(readSettings({}).personalKeyFile).toBeNull();
  expect(about('PERSONAL_KEY_FILE', { PERSONAL_KEY_FILE: join(folder, 'none') })).toHaveLength(1);
});

test('a session lasts 30 minutes without a request and 8 hours in all, unless it is said otherwise', () => {
  expect(readSettings({}).session).toEqual({ idleMinutes: 30, hours: 8 });
  expect(readSettings({ SESSION_IDLE_MINUTES: '10', SESSION_HOURS: '4' }).session).toEqual({
    idleMinutes: 10,
    hours: 4,
  });
  for (const [variable, given] of [
    ['SESSION_IDLE_MINUTES', '0'],
    ['SESSION_IDLE_MINUTES', '1.5'],
    ['SESSION_HOURS', '1000'],
    ['SESSION_HOURS', 'eight'],
  ] as const)
    expect(about(variable, { [variable]: given })[0]?.rule.en).toMatch(/^a whole number from 1 to \d+$/);
});

test('nothing is past its retention until the district has said how long it is', () => {
  expect(readSettings({}).retentionDays).toBeNull();
  expect(readSettings({ PERSONAL_RETENTION_DAYS: '3650' }).retentionDays).toBe(3_650);
  expect(about('PERSONAL_RETENTION_DAYS', { PERSONAL_RETENTION_DAYS: '-1' })).toHaveLength(1);
});
