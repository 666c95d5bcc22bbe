import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seedPlanFile } from '../../infra/development/accounts';
import { compareTimelines, type Changed } from '../../worker/rehearsal/comparison';
import type { Timeline } from '../../worker/rehearsal/timeline';
import { rehearse } from './rehearsing';

const GIVE_UP_MS = 360_000;

describe('npm run rehearse, of a plan whose departments have three days less', () => {
  const folder = mkdtempSync(join(tmpdir(), 'onewindow-rehearsal-test-'));
  let timelines: readonly Timeline[];
  let changes: readonly Changed[];
  beforeAll(async () => {
    const changed = join(folder, 'changed.yaml');
    const written = readFileSync(seedPlanFile, 'utf8');
    const shorter = written.replace(/(id: review\n(?:.*\n){1,3}?\s+limit: )10/, '$17');
    expect(shorter).not.toBe(written);
    writeFileSync(changed, shorter);
    const args = ['--mode', 'family', '--plan', changed, '--json'];
    const { code, out, err } = await rehearse(args, GIVE_UP_MS);
    expect([code, err]).toEqual([0, expect.stringContaining('演练')]);
    ({ timelines, changes } = JSON.parse(out) as { timelines: Timeline[]; changes: Changed[] });
  }, GIVE_UP_MS + 60_000);
  afterAll(() => rmSync(folder, { recursive: true }));

  const timeline = (id: string): Timeline => {
    const found = timelines.find((each) => each.id === id);
    if (!found) throw new RangeError(id);
    return found;
  };

  it('shows what happens where nobody ever acts: deemed accepted, warned, overdue, and never decided', () => {
    const { lines, ending } = timeline('family/nobody');
    for (const word of ['视为受理', '已催办', '期限已过']) expect(lines.join('\n')).toContain(word);
    expect(ending.en).toContain('not closed');
  });

  it('shows that a case whose acts come on their last days is never late', () => {
    const { lines, ending } = timeline('family/lastDay');
    expect(ending.en).toBe('Certified');
    expect(lines.filter((line) => /期限已过|视为/.test(line))).toEqual([]);
  });

  it('shows every pause and extension, and that none was barred', () => {
    const { lines, ending, barred } = timeline('family/everyPause');
    expect([ending.en, barred]).toEqual(['Certified', []]);
    const words = [
      '补正',
      '现场检查',
      '检验检测',
      '专家评审',
      '听证',
      '批准延期',
      '退回',
      '不符合',
      '期限暂停',
    ];
    for (const word of words) expect(lines.join('\n')).toContain(word);
  });

  it('explains each limit by its days, its beginning and its clause', () => {
    const [, accept] = timeline('family/lastDay').lines;
    expect(accept).toMatch(
      /受理 Accept ≤ \d{4}-\d\d-\d\d（自 \d{4}-\d\d-\d\d 起 5个工作日 5 working days，行政许可法 第三十二条/,
    );
  });

  it('says which lines differ under the changed plan', () => {
    expect(changes.map(({ id }) => id)).toContain('family/lastDay');
    const { lines } = changes.find(({ id }) => id === 'family/lastDay')!;
    expect(lines).toContainEqual(expect.stringMatching(/^− .*会签 .*10个工作日/));
    expect(lines).toContainEqual(expect.stringMatching(/^\+ .*会签 .*7个工作日/));
  });
});

describe('npm run rehearse', () => {
  it('refuses a mode that does not exist and names those that do', async () => {
    const { code, err } = await rehearse(['--mode', 'hotel'], GIVE_UP_MS);
    expect([code, err]).toEqual([2, expect.stringContaining('family, kindergarten')]);
  });

  it('refuses a plan file that is none', async () => {
    const { code, err } = await rehearse(['--plan', '/nowhere/plan.yaml'], GIVE_UP_MS);
    expect([code, err]).toEqual([1, expect.stringContaining('/nowhere/plan.yaml')]);
  });
});

describe('two timelines', () => {
  const timelineOf = (lines: readonly string[]): Timeline => ({
    id: 'x',
    title: { zh: '', en: '' },
    lines,
    ending: { zh: '已发证', en: 'Certified' },
    barred: [],
  });

  it('that are alike have no differences', () => {
    expect(compareTimelines([timelineOf(['a', 'b'])], [timelineOf(['a', 'b'])])).toEqual([]);
  });

  it('differ in what one has and the other has not, in order', () => {
    const [changed] = compareTimelines([timelineOf(['a', 'b', 'c'])], [timelineOf(['a', 'd', 'c', 'e'])]);
    expect(changed?.lines).toEqual(['− b', '+ d', '+ e']);
  });
});
