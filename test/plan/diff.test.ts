import { readFileSync } from 'node:fs';
import { planDifferences } from '../../infra/plan/diff';
import { pathInWords } from '../../infra/plan/diffWords';
import { parsePlan } from '../../infra/plan/file';
import { fictional, fictionalFile, xiacheng, xiachengFile } from '../domain/plan/plans';

const files = {
  xiacheng: { text: readFileSync(xiachengFile, 'utf8'), plan: xiacheng.plan },
  fictional: { text: readFileSync(fictionalFile, 'utf8'), plan: fictional.plan },
};

function differencesAfter(file: keyof typeof files, from: string, to: string) {
  const { text, plan } = files[file];
  const changed = text.replace(from, to);
  expect(changed).not.toBe(text);
  return planDifferences(plan, parsePlan(changed, 'plan.yaml'));
}

describe('the differences of two plans in words', () => {
  it('finds none between a plan and itself, whatever the comments and the order of lists of entries', () => {
    const { text, plan } = files.fictional;
    const north = /^ {2}- \{ id: north.*\n/m.exec(text)?.[0] ?? '';
    const moved = text.replace(north, '').replace('  - { id: counter', `# moved\n${north}  - { id: counter`);
    expect(moved).not.toBe(text);
    expect(planDifferences(plan, parsePlan(moved, 'plan.yaml'))).toEqual([]);
  });

  it("tells a clock's new limit with its unit", () => {
    expect(differencesAfter('xiacheng', '    limit: 5\n', '    limit: 7\n')).toEqual([
      { zh: '时限 acceptance: 5 → 7 个工作日', en: 'Clock acceptance: 5 → 7 working days' },
    ]);
  });

  it("tells a clock's new unit", () => {
    expect(differencesAfter('xiacheng', 'unit: calendarDay', 'unit: workingDay')).toEqual([
      {
        zh: '时限 registrationNonProfit: 60 日 → 60 个工作日',
        en: 'Clock registrationNonProfit: 60 calendar days → 60 working days',
      },
    ]);
  });

  it('names units, and the subdistrict of the site', () => {
    expect(
      differencesAfter('xiacheng', 'consulted: [women, subdistrict]', 'consulted: [women, police]'),
    ).toEqual([
      {
        zh: '服务模式 family 配合单位: 区妇联、属地街道 → 区妇联、区公安分局',
        en: "Mode family consulted: Women's Federation, the site's subdistrict → Women's Federation, Police",
      },
    ]);
  });

  it('tells that a number was confirmed', () => {
    expect(
      differencesAfter('xiacheng', 'source: copy, confirmed: false', 'source: copy, confirmed: true'),
    ).toEqual([
      { zh: '时限 acceptance 依据 已确认: 否 → 是', en: 'Clock acceptance basis confirmed: no → yes' },
    ]);
  });

  it('tells what was added and what was removed', () => {
    const unit = '  - { id: west, name: { zh: 西街道, en: West }, kind: subdistrict, duties: 监管 }\n';
    const { plan, text } = files.fictional;
    const larger = parsePlan(text.replace('units:\n', `units:\n${unit}`), 'plan.yaml');
    expect(planDifferences(plan, larger)).toEqual([{ zh: '单位 west: 新增', en: 'Unit west: added' }]);
    expect(planDifferences(larger, plan)).toEqual([{ zh: '单位 west: 移除', en: 'Unit west: removed' }]);
  });

  it('tells what became blank', () => {
    expect(differencesAfter('fictional', 'consulted: [counter]', 'consulted: []')).toEqual([
      {
        zh: '服务模式 kindergarten 配合单位: 行政审批局 → （空）',
        en: 'Mode kindergarten consulted: Permits Counter → (blank)',
      },
    ]);
  });

  it('tells a vocabulary value by its label', () => {
    expect(
      differencesAfter('fictional', 'serviceForms: [fullDay, carePoint]', 'serviceForms: [fullDay]'),
    ).toEqual([
      { zh: '服务形式: 全日制、看护点 → 全日制', en: 'Service forms: Full day, Care point → Full day' },
    ]);
  });

  it('has a word for every entry that a plan can have', () => {
    const pathsOf = (value: unknown, path: readonly string[]): (readonly string[])[] => {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return [path];
      return [path, ...Object.entries(value).flatMap(([key, entry]) => pathsOf(entry, [...path, key]))];
    };
    const listed = ['units', 'clocks', 'materials', 'standards', 'calendar', 'demonstrationSites'] as const;
    const withIds: readonly string[] = [...listed, 'modes', 'registrars'];
    const paths = [xiacheng.plan, fictional.plan].flatMap((plan) => [
      ...pathsOf(plan, []),
      ...listed.flatMap((section) => plan[section].flatMap((entry) => pathsOf(entry, [section, 'an-id']))),
    ]);
    const silent = ['id', 'no', 'date', 'value'];
    const wordless = paths.filter((path) => {
      const key = path.at(-1);
      const isId = path.length === 2 && withIds.includes(path[0] ?? '');
      return key !== undefined && !isId && !silent.includes(key) && pathInWords(path).zh.endsWith(key);
    });
    expect(paths.length).toBeGreaterThan(500);
    expect(wordless).toEqual([]);
  });
});
