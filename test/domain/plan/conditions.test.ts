import { conditionsOf } from '../../../domain/condition';
import { valuesOf } from '../../../domain/label';
import { serviceModes } from '../../../domain/vocabulary';
import { xiacheng } from './plans';

const { standards } = xiacheng.plan;

describe('the basic conditions that go with a filing receipt (国卫办人口发〔2019〕25号)', () => {
  it('say what each standard of the mode asks, number and basis', () => {
    const told = conditionsOf(standards, 'private');
    expect(told.map(({ rule }) => rule.zh)).toEqual(
      expect.arrayContaining([
        '乳儿班（6–12个月）每班不超过 10 人',
        '托大班（24–36个月）每名保育人员照护不超过 7 人',
        '婴幼儿用房不高于第 3 层，不使用地下室或半地下室',
        '监控录像保存不少于 90 日',
        '负责人具有大专以上学历，并有不少于 3 年工作经历',
      ]),
    );
    expect(told.map(({ basis }) => basis)).toEqual(standards.map(({ basis }) => basis));
  });

  it('say it in Chinese and in English, whatever the kind of standard', () => {
    for (const { rule } of conditionsOf(standards, 'private')) {
      expect(rule.zh).toMatch(/[\u4e00-\u9fff]/);
      expect(rule.en).toMatch(/^[^\u4e00-\u9fff]+$/);
    }
  });

  it('leave out what does not bind the mode', () => {
    expect(conditionsOf(standards, 'family')).toEqual([]);
    for (const mode of valuesOf(serviceModes)) {
      const binding = standards.filter(({ modes }) => modes.includes(mode));
      expect(conditionsOf(standards, mode)).toHaveLength(binding.length);
    }
  });
});
