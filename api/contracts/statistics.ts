import { z } from 'zod';
import { classKinds, serviceModes, stages } from '../../domain/vocabulary';
import { Label, oneOf, says } from './label';
import { date, listOf } from './text';
import { UnitName } from './unit';

const count = z.int().min(0);
const few = (zh: string, en: string) =>
  count.nullable().meta(says(`${zh}；过少时为 null`, `${en}; null where they are too few`));

export const Statistics = z
  .strictObject({
    asOf: date.meta(says('统计日期', 'The day on which it was drawn up')),
    institutions: listOf(
      z.strictObject({
        mode: oneOf(serviceModes).meta(says('服务模式', 'Service mode')),
        institutions: count.meta(says('机构数', 'Institutions')),
        places: count.meta(says('托位数', 'Places')),
      }),
    ).meta(says('在办机构，按服务模式', 'The institutions that are open, by service mode')),
    places: listOf(
      z.strictObject({
        subdistrict: UnitName.meta(says('街道', 'Subdistrict')),
        institutions: count.meta(says('机构数', 'Institutions')),
        places: count.meta(says('托位数', 'Places')),
        classes: z
          .partialRecord(oneOf(classKinds), count)
          .meta(says('各班型托位数', 'Places by kind of class')),
      }),
    ).meta(says('托位，按街道和班型', 'Places by subdistrict and kind of class')),
    ratings: z
      .strictObject({
        year: z.int().meta(says('评估年度', 'The year of the evaluation')),
        modes: listOf(
          z.strictObject({
            mode: oneOf(serviceModes).meta(says('服务模式', 'Service mode')),
            rating: Label.meta(says('等级', 'The rating')),
            institutions: count.meta(says('机构数', 'Institutions')),
          }),
        ).meta(says('已公布的等级，按服务模式', 'The ratings that are published, by service mode')),
      })
      .nullable()
      .meta(says('最近年度的评估等级；尚无为 null', 'The newest ratings; null while there are none')),
    cases: z
      .strictObject({
        year: z.int().meta(says('年度', 'The year, up to now')),
        atLeast: z
          .int()
          .meta(says('少于此数的不公布', 'Figures of fewer cases or answers are not published')),
        closed: few('办结', 'Cases closed'),
        open: z
          .partialRecord(oneOf(stages), count.nullable())
          .meta(says('在办，按阶段；过少时为 null', 'Open, by stage; null where they are too few')),
        days: z
          .strictObject({
            offices: z.number().meta(says('各单位', 'Offices')),
            applicant: z.number().meta(says('举办者', 'Applicants')),
          })
          .nullable()
          .meta(
            says(
              '办结件用时的中位数，工作日；过少时为 null',
              'The median of the working days of closed cases; null where they are too few',
            ),
          ),
        punctuality: z
          .number()
          .nullable()
          .meta(
            says('按期率，百分数；过少时为 null', 'Limits kept, in percent; null where they are too few'),
          ),
      })
      .nullable()
      .meta(
        says('本年办件；方案未设公开口径时为 null', 'The year’s cases; null where the plan publishes none'),
      ),
  })
  .meta({ id: 'Statistics', ...says('公开数据', 'Public figures') });
export type Statistics = z.infer<typeof Statistics>;
