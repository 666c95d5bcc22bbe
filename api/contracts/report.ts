import { z } from 'zod';
import { valuesOf } from '../../domain/label';
import { courts } from '../../domain/report/court';
import { turns } from '../../domain/report/itemCourse';
import { outcomes, serviceModes, stages } from '../../domain/vocabulary';
import { Label, oneOf, says } from './label';
import { listOf, planKey } from './text';
import { UnitName } from './unit';

const cases = z.int().min(0);

const Spread = z
  .strictObject({
    median: z.number().meta(says('中位', 'Median')),
    longest: z.int().meta(says('最长', 'Longest')),
  })
  .meta({ id: 'Spread', ...says('工作日的中位和最长', 'Median and longest of working days') });

const ReportedUnit = z
  .strictObject({
    unit: UnitName.meta(says('单位', 'The unit')),
    ...Object.fromEntries(
      valuesOf(turns).map((turn) => [turn, cases.meta(says(turns[turn].zh, turns[turn].en))]),
    ),
    stillOpen: cases.meta(says('期末仍逾期未办', 'Passed and unanswered at the end of the period')),
    rate: z.number().nullable().meta(says('按期率，百分数', 'Answered in time, in percent')),
    days: Spread.nullable().meta(says('已办事项的用时', 'What its answered work items took')),
  })
  .meta({ id: 'ReportedUnit', ...says('一个单位的期限遵守情况（考核）', 'How a unit kept its limits') });

export const Report = z
  .strictObject({
    period: z
      .strictObject({
        id: z.string().meta(says('2026-10 或 2026', '2026-10 or 2026')),
        firstDay: z.iso.date().meta(says('首日', 'First day')),
        lastDay: z.iso.date().meta(says('末日', 'Last day')),
      })
      .meta(says('期间', 'The period')),
    provisional: z.boolean().meta(says('期间未满，截至现在', 'The period is not over: up to now')),
    title: Label.meta(says('标题', 'Title')),
    received: cases.meta(says('收件', 'Cases received')),
    receivedByMode: z
      .partialRecord(oneOf(serviceModes), cases)
      .meta(says('其中各服务模式', 'Of these, by service mode')),
    receivedBySubdistrict: listOf(z.strictObject({ unit: UnitName, cases })).meta(
      says('其中各街道', 'Of these, by subdistrict'),
    ),
    closed: z.partialRecord(oneOf(outcomes), cases).meta(says('办结', 'Cases closed, by outcome')),
    reopened: cases.meta(
      says('此前办结、本期更正后重开', 'Closed before the period and opened again in it by an amendment'),
    ),
    open: z.partialRecord(oneOf(stages), cases).meta(says('期末在办', 'Open at its end, by stage')),
    days: z
      .record(oneOf(courts), Spread)
      .nullable()
      .meta(says('办结件用时，按等待对象', 'Working days of the closed cases, by whose court they were in')),
    stages: z
      .partialRecord(oneOf(stages), Spread)
      .meta(says('各环节用时，各单位的工作日', "The offices' working days at each stage")),
    findings: listOf(
      z.strictObject({
        unit: UnitName.meta(says('单位', 'The unit')),
        minor: cases.meta(says('轻微', 'Minor ones, found in the period')),
        serious: cases.meta(says('一般', 'Serious ones')),
        grave: cases.meta(says('严重', 'Grave ones')),
        closed: cases.meta(says('本期了结', 'Settled or rectified in the period')),
        inTime: cases.meta(says('其中按期整改', 'Of these, reported as rectified in time')),
        open: cases.meta(says('期末未了结', 'Open at its end')),
      }),
    ).meta(says('监管发现的问题，按单位', 'Findings of supervision, by unit')),
    ratings: listOf(
      z.strictObject({
        year: z.int().meta(says('评估年度', 'The year that was evaluated')),
        rating: planKey.nullable().meta(says('等级编号；未评定为 null', 'Id of the rating; null: not rated')),
        institutions: cases.meta(says('机构数', 'How many institutions')),
      }),
    ).meta(says('本期评定的等级', 'Ratings confirmed in the period')),
    places: z
      .strictObject({
        institutions: cases.meta(says('期末在办机构', 'Institutions that are open at its end')),
        places: cases.meta(says('托位数', 'Places on their certificates')),
        underThree: cases
          .nullable()
          .meta(says('3岁以下人口；方案未填为 null', 'Children under 3; null while the plan has no number')),
        perThousand: z
          .number()
          .nullable()
          .meta(says('每千名3岁以下婴幼儿托位数', 'Places for each 1,000 children under 3')),
      })
      .meta(says('托位', 'Places')),
    units: listOf(ReportedUnit).meta(says('各单位', 'The units, first who kept fewest limits')),
  })
  .meta({ id: 'Report', ...says('月报、年报', 'The report of a month or a year') });
