import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runPlanCommand } from '../../infra/commands/plan';
import { fictionalFile, xiachengFile } from '../domain/plan/plans';

async function run(...args: string[]) {
  const printed = { out: '', err: '' };
  const code = await runPlanCommand(args, {
    out: (text) => (printed.out += `${text}\n`),
    err: (text) => (printed.err += `${text}\n`),
  });
  return { code, ...printed };
}

describe('npm run plan', () => {
  const directory = mkdtempSync(join(tmpdir(), 'onewindow-plan-'));
  const broken = join(directory, 'broken.yaml');
  const changed = join(directory, 'changed.yaml');
  const given = process.env.DATABASE_URL;

  beforeAll(() => {
    delete process.env.DATABASE_URL;
    const text = readFileSync(xiachengFile, 'utf8');
    writeFileSync(broken, text.replace('silence: deemedAccepted', 'silence: accepted'));
    writeFileSync(changed, text.replace('limit: 45', 'limit: 40'));
  });
  afterAll(() => {
    rmSync(directory, { recursive: true });
    if (given !== undefined) process.env.DATABASE_URL = given;
  });

  it('checks a plan and says what it holds', async () => {
    const { code, out } = await run('check', xiachengFile);
    expect(code).toBe(0);
    expect(out).toContain('单位 29');
    expect(out).toContain('14 sites');
  });

  it('fails a broken plan, naming the line and the allowed values', async () => {
    const { code, out, err } = await run('check', broken);
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(err).toMatch(/broken\.yaml:\d+:14 clocks\[0\]\.silence \(notAllowed\)/);
    expect(err).toContain('Allowed: deemedAccepted, leadMayProceed, lapses, overdue');
  });

  it('tries points on the rules for the annual evaluation, and explains the score', async () => {
    const { code, out } = await run('score', fictionalFile, 'safety=80', 'visits=45.5');
    expect(code).toBe(0);
    expect(out).toContain('（bigBureau，权重 weight 60）：80 × 60% = 48.00');
    expect(out).toContain('得分 Score: 66.20；已评权重 weights scored: 100%');
    expect(out).toContain('等级 Rating: 合格 Fit（自 50 分起 from 50）→ 保持 Keep');
  });

  it('leaves out who did not score, and rates nobody by too little', async () => {
    const { code, out } = await run('score', fictionalFile, 'visits=45');
    expect(code).toBe(0);
    expect(out).toContain('未评分，不计入 silent, left out');
    expect(out).toContain('得分 Score: 45.00；已评权重 weights scored: 40%');
    expect(out).toContain('Not rated: less than 50 % of the weights were scored');
    expect((await run('score', fictionalFile)).out).toContain('得分 Score: —');
  });

  it.each([
    [['noise=3'], /there is no indicator “noise”；可用 there are: safety, visits/],
    [['safety=101'], /safety：须为 0 至 100 的分数 must be points from 0 to 100, not “101”/],
    [['safety'], /safety：须为 0 至 100/],
    [['safety=1', 'safety=2'], /safety：只能评一次/],
  ])('refuses the points %j as wrong usage', async (given, message) => {
    const { code, err } = await run('score', fictionalFile, ...given);
    expect(code).toBe(2);
    expect(err).toMatch(message);
  });

  it('tells the differences of two files in Chinese and English', async () => {
    const { code, out } = await run('diff', xiachengFile, changed);
    expect(code).toBe(0);
    expect(out).toBe('时限 decisionJoint: 45 → 40 个工作日\n  Clock decisionJoint: 45 → 40 working days\n');
  });

  it('says so where two files do not differ', async () => {
    expect(await run('diff', xiachengFile, xiachengFile)).toMatchObject({
      code: 0,
      out: '没有差异 No difference\n',
    });
  });

  it('will not publish without a database, and names the variable', async () => {
    const { code, err } = await run('publish', fictionalFile, '--from', '2030-02-01');
    expect(code).toBe(1);
    expect(err).toContain('DATABASE_URL');
  });

  it('prints its usage when asked', async () => {
    const { code, out } = await run('--help');
    expect(code).toBe(0);
    expect(out).toContain('publish FILE --from DATE');
  });

  it.each([
    ['no command', []],
    ['an unknown command', ['burn', xiachengFile]],
    ['an unknown option', ['check', xiachengFile, '--hard']],
    ['too few operands', ['diff', xiachengFile]],
    ['no date', ['publish', fictionalFile]],
    ['a date that does not exist', ['publish', fictionalFile, '--from', '2030-02-30']],
    ['a date without its day', ['publish', fictionalFile, '--from', '2030-02']],
  ])('answers %s with its usage', async (_, args) => {
    const { code, err } = await run(...args);
    expect(code).toBe(2);
    expect(err).toContain('npm run plan -- check FILE');
  });
});
