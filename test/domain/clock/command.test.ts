import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../../../infra/commands/deadline';

function run(...args: string[]) {
  const [out, err]: [string[], string[]] = [[], []];
  const code = main(args, { out: (text) => void out.push(text), err: (text) => void err.push(text) });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

const acceptance = ['--from', '2026-09-28', '--limit', '5', '--unit', 'workingDay'];

describe('npm run deadline', () => {
  it('prints one JSON object with the due date and every day', () => {
    const { code, out, err } = run(...acceptance, '--json');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const printed = JSON.parse(out) as { days: unknown[] };
    expect(printed).toMatchObject({
      due: '2026-10-10',
      dueAt: '2026-10-10T16:00:00.000Z',
      provisional: false,
    });
    expect(printed.days).toHaveLength(13);
    expect(printed.days.at(-1)).toMatchObject({
      date: '2026-10-10',
      n: 5,
      counted: true,
      reason: 'makeUpDay',
    });
  });

  it('prints the due date first in Chinese, then in English, then the days', () => {
    const { code, out } = run(...acceptance);
    expect(code).toBe(0);
    const [zh, en] = out.split('\n');
    expect(zh).toBe('期限 5 个工作日，自 2026-09-28（周一）次日起计算，于 2026-10-10（周六）届满。');
    expect(en).toBe('5 working days, counted from the day after 2026-09-28 (Mon): due on 2026-10-10 (Sat).');
    expect(out).toMatch(
      /^2026-10-10 +周六 Sat +5 +国庆节（调休上班） +National Day \(make-up working day\)$/m,
    );
    expect(out).not.toContain('Provisional');
  });

  it('aligns its columns where Chinese characters take two places', () => {
    const lines = run(...acceptance).out.split('\n');
    const table = lines.slice(lines.findIndex((line) => line.startsWith('日期')));
    const reasons = ['Reason', 'Day of the start', 'Working day', 'National Day'];
    const columns = table.map((line) => {
      const at = reasons.map((reason) => line.indexOf(reason)).find((index) => index >= 0) ?? -1;
      const before = line.slice(0, at);
      return before.length + before.replace(/[ -~]/g, '').length;
    });
    expect(table).toHaveLength(14);
    expect(new Set(columns).size).toBe(1);
  });

  it('says one day in the singular', () => {
    expect(run('--from', '2026-09-28', '--limit', '1', '--unit', 'workingDay').out).toContain(
      '1 working day,',
    );
  });

  it('takes extensions and pauses, each as often as they came', () => {
    const decision = ['--from', '2026-03-02', '--limit', '20', '--unit', 'workingDay'];
    const pauses = ['--pause', '2026-03-09..2026-03-12', '--pause', '2026-03-11..2026-03-13'];
    const { out } = run(...decision, ...pauses, '--extend', '4', '--extend', '6', '--json');
    expect(JSON.parse(out)).toMatchObject({ due: '2026-04-20' });
  });

  it('says that a date is provisional, and which days were assumed', () => {
    const { out } = run('--from', '2026-12-28', '--limit', '5', '--unit', 'workingDay');
    expect(out).toContain('暂定：');
    expect(out).toContain('Provisional: ');
    expect(out).toMatch(/^2027-01-01 .*元旦（放假）：推定/m);
  });

  it("takes the calendar's overrides from the plan file that is named", () => {
    const plan = readFileSync(join(__dirname, '../../../domain/plans/xiacheng.yaml'), 'utf8');
    const file = join(mkdtempSync(join(tmpdir(), 'onewindow-clock-')), 'plan.yaml');
    const day =
      'calendar:\n  - date: 2026-09-29\n    kind: holiday\n    name: { zh: 区庆, en: District day }';
    expect(plan).toContain('\ncalendar: []');
    writeFileSync(file, plan.replace('calendar: []', day));
    const { code, out } = run(...acceptance, '--plan', file, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ due: '2026-10-12' });
  });

  it('exits 1 where the plan file cannot be read, naming it', () => {
    const { code, err } = run(...acceptance, '--plan', '/no/such/plan.yaml');
    expect(code).toBe(1);
    expect(err).toContain('/no/such/plan.yaml');
  });

  it('explains itself', () => {
    const { code, out } = run('--help');
    expect(code).toBe(0);
    for (const option of ['--from', '--limit', '--unit', '--extend', '--pause', '--plan', '--json']) {
      expect(out).toContain(option);
    }
  });
});

describe('npm run deadline with wrong options exits 2', () => {
  it.each([
    ['no options at all', [], ['--from: missing', '--limit: missing', '--unit: missing', '--from：未给出']],
    [
      'a date that does not exist',
      ['--from', '2026-02-30'],
      ['--from: "2026-02-30" was given; must be a date that exists'],
    ],
    ['a date before the fixed +08:00', ['--from', '1990-06-01'], ['--from: "1990-06-01"', 'from 1992-01-01']],
    [
      'a limit of nothing',
      ['--limit', '0'],
      ['--limit: "0" was given; must be a whole number from 1 to 3660'],
    ],
    ['a limit beyond ten years', ['--limit', '3661'], ['--limit: "3661"', 'from 1 to 3660']],
    ['half a day', ['--limit', '2.5'], ['--limit: "2.5"']],
    ['a unit that is none', ['--unit', 'days'], ['workingDay (working days), calendarDay (calendar days)']],
    ['a name of every object as unit', ['--unit', 'toString'], ['--unit: "toString"']],
    [
      'an extension that is no number',
      ['--extend', 'ten'],
      ['--extend: "ten" was given; must be a whole number from 1'],
    ],
    ['an extension past ten years', ['--extend', '3656'], ['--extend: "3656"', 'at most 3660']],
    [
      'a pause without an end',
      ['--pause', '2026-10-01'],
      ['--pause: "2026-10-01" was given; must be STOPPED..RESUMED'],
    ],
    ['a pause backwards', ['--pause', '2026-10-09..2026-10-08'], ['the second not before the first']],
    ['a pause of three dates', ['--pause', '2026-10-08..2026-10-09..2026-10-10'], ['--pause: "2026-10-08..']],
    ['an option that is none', ['--form', '2026-09-28'], ["Unknown option '--form'", '--from DATE']],
    ['a word too many', ['2026-09-28'], ["Unexpected argument '2026-09-28'"]],
  ])('%s', (_, args, said) => {
    const complete = args.length === 0 ? [] : [...acceptance, ...args];
    const { code, out, err } = run(...complete);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    for (const words of said) expect(err).toContain(words);
  });
});
