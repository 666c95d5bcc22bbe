import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Basis, ClockRule } from '../../domain/plan';
import { unconfirmed } from '../../infra/plan/unconfirmed';
import { xiacheng } from '../domain/plan/plans';

const { plan } = xiacheng;
const annexes = readFileSync(join(__dirname, 'annexes.txt'), 'utf8');

describe('附件1, the units and their duties', () => {
  /** `（一）区卫健局：负责……`, each line of the annex. */
  const lines = [...annexes.matchAll(/^（[一二三四五六七八九十]+）(.+?)：(.+)$/gm)].map(
    ([, name = '', duties = '']) => ({ name, duties }),
  );

  it('has the 20 units in the order and the words of the annex', () => {
    const departments = plan.units.filter((unit) => unit.kind === 'department');
    expect(departments).toHaveLength(20);
    expect(departments.map(({ name, duties }) => ({ name: name.zh, duties }))).toEqual(lines.slice(0, 20));
  });

  it('gives each of the eight subdistricts the duty of 各街道', () => {
    const subdistricts = plan.units.filter((unit) => unit.kind === 'subdistrict');
    expect(subdistricts.map((unit) => unit.name.zh)).toEqual(
      ['天水', '武林', '长庆', '潮鸣', '朝晖', '文晖', '东新', '石桥'].map((name) => `${name}街道`),
    );
    expect(lines).toHaveLength(21);
    for (const { duties } of subdistricts) expect({ name: '各街道', duties }).toEqual(lines[20]);
  });

  it('has the district government, to which the annex gives no duty', () => {
    expect(plan.units.filter((unit) => unit.kind === 'government')).toMatchObject([
      { id: 'government', duties: '' },
    ]);
  });
});

describe('附件2, the demonstration sites', () => {
  const keys = [
    'mode',
    'name',
    'address',
    'area',
    'scale',
    'completion',
    'responsibleUnit',
    'remark',
  ] as const;
  const rows = annexes
    .slice(annexes.indexOf('备注'))
    .trimEnd()
    .split('\n\n')
    .slice(1)
    .map((row) =>
      `\n${row}`
        .split('\n\t')
        .slice(1)
        .map((cell) => cell.replace(/\n/g, '')),
    );

  it('has as many sites as the annex', () => {
    expect(rows).toHaveLength(14);
    expect(plan.demonstrationSites).toHaveLength(14);
  });

  test.each(plan.demonstrationSites.map((site) => [site.no, site] as const))(
    'keeps site %i as printed, and a blank stays blank',
    (no, site) => {
      const cells = rows[no - 1] ?? [];
      expect(cells[0]).toBe(String(no));
      expect(site.printed).toEqual(
        Object.fromEntries(keys.map((key, index) => [key, cells[index + 1] ?? ''])),
      );
    },
  );

  test.each([
    [1, 'family', '天水武林社区卫生服务中心', null, null, null, null, '2019-05', 'health'],
    [2, 'kindergarten', '新华实验幼托园', 60, null, 4, 80, '2019-09', 'education'],
    [3, 'kindergarten', '安吉路幼儿园锦绣园区', 100, null, 1, 20, '2019-09', 'education'],
    [4, 'kindergarten', '西园实验幼儿园白石园区', 110, null, 1, 20, '2019-09', 'education'],
    [5, 'kindergarten', '市府机关幼儿园灯芯园区', 100, null, 1, 20, '2019-09', 'education'],
    [6, 'kindergarten', '观成幼托园', null, { min: 95, max: 100 }, 3, 60, '2019-09', 'education'],
    [7, 'kindergarten', '麒麟幼儿园', 30, null, 1, 15, '2019-09', 'education'],
    [8, 'kindergarten', '育苗幼儿园', 123.6, null, 2, 40, '2019-09', 'education'],
    [9, 'community', '长庆街道初本幼托园', 219, null, null, 30, '2019-10', 'changqing'],
    [10, 'employer', '浙江工业大学幼儿园', null, { min: 60, max: 80 }, 3, 60, '2019-09', 'union'],
    [11, 'employer', '公交公司幼儿园', 80, null, 1, 20, '2019-09', 'union'],
    [12, 'private', '星原托育', 1000, null, 7, 140, '2019-03', 'health'],
    [13, 'private', '童伴社区亲子服务中心', 500, null, 2, 40, '2019-09', 'health'],
    [14, 'private', '石桥街道维安宝贝', 300, null, null, 60, '2019-07', 'shiqiao'],
  ] as const)('reads site %i', (no, mode, name, area, areaPerClass, classes, places, completion, unit) => {
    expect(plan.demonstrationSites[no - 1]).toMatchObject({
      no,
      mode,
      name,
      nameIsProvisional: no === 9 || no === 12,
      areaSquareMetres: area,
      areaPerClass,
      classes,
      places,
      completion,
      responsibleUnit: unit,
    });
  });

  it('has responsible units that are not the lead of the mode, at sites 12 and 13 alone', () => {
    const differing = plan.demonstrationSites.filter(({ mode, responsibleUnit }) => {
      const { lead } = plan.modes[mode];
      const kind = plan.units.find((unit) => unit.id === responsibleUnit)?.kind;
      return lead === 'subdistrict' ? kind !== 'subdistrict' : lead !== responsibleUnit;
    });
    expect(differing.map((site) => site.no)).toEqual([12, 13]);
  });
});

describe('the service modes, 三（二）3', () => {
  const six = ['civilAffairs', 'health', 'education', 'housing', 'market', 'fire'];
  test.each([
    ['family', 'health', ['women', 'subdistrict']],
    ['kindergarten', 'education', ['health']],
    ['community', 'subdistrict', six],
    ['employer', 'union', ['subdistrict', 'civilAffairs', 'housing', 'fire']],
    ['private', 'subdistrict', six],
  ] as const)('%s: led by %s', (id, lead, consulted) => {
    const mode = plan.modes[id];
    expect(mode).toMatchObject({ lead, consulted, basis: { source: 'plan', confirmed: true } });
    expect(mode.accepts).toMatchObject({ value: lead, basis: { confirmed: false } });
    expect(mode.decides).toMatchObject({ value: lead, basis: { confirmed: false } });
    expect(mode.supervisingAuthority.basis.confirmed).toBe(false);
    expect(mode.reviews.value).toEqual([...consulted, 'hr']);
  });

  it('registers everything but family sites', () => {
    const registering = Object.entries(plan.modes).filter(([, mode]) => mode.registers.value);
    expect(registering.map(([id]) => id)).toEqual(['kindergarten', 'community', 'employer', 'private']);
  });
});

describe('the clocks, as law and plan give them', () => {
  test.each([
    ['acceptance', 5, 'workingDay', 'receipt', 'deemedAccepted', undefined, '第三十二条', 'copy'],
    ['decisionSingle', 20, 'workingDay', 'acceptance', 'overdue', [10, 'unitHead'], '第四十二条', 'copy'],
    [
      'decisionJoint',
      45,
      'workingDay',
      'acceptance',
      'overdue',
      [15, 'governmentHead'],
      '第四十二条',
      'copy',
    ],
    [
      'registrationForProfit',
      3,
      'workingDay',
      'opened',
      'overdue',
      [3, 'unitHead'],
      '市场主体',
      'government',
    ],
    ['registrationNonProfit', 60, 'calendarDay', 'opened', 'overdue', undefined, '第十一条', 'copy'],
    ['registrationPublic', 30, 'workingDay', 'opened', 'overdue', undefined, '事业单位', 'recalled'],
    ['filingReceipt', 5, 'workingDay', 'filingReceived', 'overdue', undefined, '25号', 'government'],
    ['conformity', 15, 'workingDay', 'filingReceived', 'overdue', undefined, '25号', 'government'],
    ['review', 10, 'workingDay', 'opened', 'leadMayProceed', undefined, '区级设定', 'district'],
  ] as const)('%s: %i %s', (id, limit, unit, startsFrom, silence, extension, clause, source) => {
    const clock: ClockRule | undefined = plan.clocks.find((each) => each.id === id);
    expect(clock).toMatchObject({ limit, unit, startsFrom, silence, basis: { source } });
    expect(clock?.basis.clause).toContain(clause);
    expect(clock?.extension).toEqual(extension && { limit: extension[0], by: extension[1] });
  });
});

describe('what may be relied on', () => {
  const bases = (value: unknown): Basis[] => {
    if (typeof value !== 'object' || value === null) return [];
    if ('clause' in value && 'confirmed' in value) return [value as Basis];
    return Object.values(value).flatMap(bases);
  };

  it('leaves every recalled, copied and district entry to be confirmed', () => {
    const open = bases(plan).filter(({ source }) => ['recalled', 'copy', 'district'].includes(source));
    expect(open.length).toBeGreaterThan(20);
    expect(open.filter(({ confirmed }) => confirmed)).toEqual([]);
  });

  it('leaves the whole pack of standards to be confirmed', () => {
    expect(plan.standards.filter(({ basis }) => basis.confirmed)).toEqual([]);
  });

  it('scores by the duties of Annex 1, and leaves indicators, weights and ratings to be confirmed', () => {
    const { indicators, basis } = plan.evaluation;
    expect(indicators.filter((indicator) => indicator.basis.confirmed)).toEqual([]);
    expect(basis.confirmed).toBe(false);
    expect(indicators.every((indicator) => indicator.basis.clause.startsWith('附件1（'))).toBe(true);
  });

  it('lists each unconfirmed entry by its path', () => {
    const listed = unconfirmed(plan);
    expect(listed).toHaveLength(bases(plan).filter(({ confirmed }) => !confirmed).length);
    expect(listed.map(({ path }) => path)).toContain('modes.family.accepts.basis');
    expect(listed.map(({ path }) => path)).toContain('clocks[0].basis');
    expect(listed.map(({ path }) => path)).toContain('remedy.basis');
  });
});
