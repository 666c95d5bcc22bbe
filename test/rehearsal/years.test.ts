import { readPlanFile } from '../../infra/plan/file';
import { seedPlanFile } from '../../infra/development/accounts';
import type { Ending, Life } from '../../worker/rehearsal/years';
import { missingEndings } from '../../worker/rehearsal/yearsText';
import { rehearse } from './rehearsing';

const GIVE_UP_MS = 360_000;

describe('npm run rehearse -- --years, of one site of each behaviour', () => {
  let lives: readonly Life[];
  beforeAll(async () => {
    const { code, out } = await rehearse(['--years', '1', '--sites', '1,2,9', '--json'], GIVE_UP_MS);
    ({ lives } = JSON.parse(out) as { lives: Life[] });
    expect(code).toBe(0);
  }, GIVE_UP_MS + 60_000);

  const site = (no: number): Life => {
    const found = lives.find((each) => each.site === no);
    if (!found) throw new RangeError(`site ${no}`);
    return found;
  };
  const lines = (no: number): string =>
    site(no)
      .years.flatMap((year) => year.lines)
      .join('\n');

  it('keeps the sound one, which every unit visits, and which nobody has to be warned about', () => {
    const { ending, certificate, years } = site(1);
    expect([ending, certificate]).toEqual(['kept', 'valid']);
    const visited = years.flatMap(({ visits }) => visits.map(({ of }) => of.zh));
    const { supervision } = readPlanFile(seedPlanFile);
    expect(new Set(visited)).toEqual(new Set(supervision.visits.map(({ name }) => name.zh)));
    expect(years.map(({ warnings, late }) => [warnings, late])).toEqual(years.map(() => [0, []]));
  });

  it('keeps the forgetful one, which is warned and late, once it has rectified and was evaluated again', () => {
    expect(site(2).ending).toBe('rectified');
    expect(lines(2)).toMatch(
      /整改并复评[^]*已责令整改[^]*已报告整改.*逾期 late[^]*通过 passed[^]*-2\n[^]*年度评估已结束.*保持 Keep/,
    );
    const late = site(2).years.flatMap((year) => year.late.map(({ of }) => of.en));
    expect(late).toEqual(expect.arrayContaining(['Assess oneself', 'Rectify']));
    expect(site(2).years.reduce((sum, { warnings }) => sum + warnings, 0)).toBeGreaterThan(0);
  });

  it('ends the failing one: heard, children placed first, deregistered, filing closed, certificate revoked', () => {
    expect([site(9).ending, site(9).certificate]).toEqual(['exited', 'revoked']);
    expect(lines(9)).toMatch(
      /启动退出程序[^]*已申请听证[^]*已作出退出决定[^]*children 4[^]*children 0[^]*已注销登记[^]*已注销备案/,
    );
  });

  it('explains each score by points and weights', () => {
    const [score = '', explained = ''] = /([\d.]+) = (.*?)（/.exec(lines(1))?.slice(1) ?? [];
    const terms = [...explained.matchAll(/(\d+)×([\d.]+)%/g)].map(([, points, share]) => [
      Number(points),
      Number(share),
    ]);
    const sum = terms.reduce((total, [points = 0, share = 0]) => total + (points * share) / 100, 0);
    expect(terms).toHaveLength(10);
    expect(sum).toBeCloseTo(Number(score), 2);
  });

  it('measures a history of its own for each calendar year', () => {
    const supervision = site(1).histories.filter(({ caseId }) => caseId.endsWith('-S'));
    const [first, ...later] = supervision.map(({ from }) => from);
    const newYears = later.map((_from, index) => `${Number(first?.slice(0, 4)) + 1 + index}-01-01`);
    expect(later.length).toBeGreaterThan(0);
    expect(later).toEqual(newYears);
    for (const { events, bytes } of site(1).histories) expect(bytes).toBeGreaterThan(events);
  });
});

describe('npm run rehearse -- --years', () => {
  it.each([
    [['--years', '0'], '--years'],
    [['--sites', '1'], '--sites'],
    [['--years', '1', '--sites', '15'], '--sites'],
    [['--years', '1', '--mode', 'family'], '--mode'],
  ])('refuses %j and says why', async (args, named) => {
    const { code, err } = await rehearse(args, GIVE_UP_MS);
    expect([code, err]).toEqual([2, expect.stringContaining(named)]);
  });

  it('is only content where one was kept, one rectified, and one left', () => {
    const ended = (...endings: Ending[]) => endings.map((ending) => ({ ending })) as unknown as Life[];
    expect(missingEndings(ended('kept', 'rectified', 'exited'))).toEqual([]);
    expect(missingEndings(ended('kept', 'unsettled'))).toEqual(['rectified', 'exited']);
  });
});
