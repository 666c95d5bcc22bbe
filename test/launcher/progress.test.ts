import { createProgress } from '../../infra/launcher/progress';

describe('the progress of a start', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('says what is done, and what is still under way every two seconds', async () => {
    const lines: string[] = [];
    const progress = createProgress((line) => lines.push(line));
    let finish: () => void = () => undefined;
    const slow = progress.during(
      { zh: '数据库', en: 'database' },
      () => new Promise<void>((done) => (finish = done)),
    );
    await progress.during({ zh: '方案', en: 'plan' }, () => Promise.resolve());
    expect(lines).toEqual(['✓ 方案 plan (0.0 s)']);
    jest.advanceTimersByTime(4_000);
    expect(lines.slice(1)).toEqual(['… 数据库 database 2 s', '… 数据库 database 4 s']);
    finish();
    await slow;
    expect(lines.at(-1)).toBe('✓ 数据库 database (4.0 s)');
    expect(jest.getTimerCount()).toBe(0);
  });

  it('falls silent where the work fails, whose error is told by others', async () => {
    const lines: string[] = [];
    const failing = createProgress((line) => lines.push(line)).during({ zh: '方案', en: 'plan' }, () =>
      Promise.reject(new Error('no')),
    );
    await expect(failing).rejects.toThrow('no');
    expect(lines).toEqual([]);
    expect(jest.getTimerCount()).toBe(0);
  });
});
