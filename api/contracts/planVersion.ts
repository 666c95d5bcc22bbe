import { z } from 'zod';
import { caseKinds } from '../../domain/vocabulary';
import { Label, oneOf, says } from './label';
import { Concerned, movedLimit } from './repair';
import { date, listOf, unfinished } from './text';

const version = z.string().meta(says('方案版本编号', 'Id of a version of the plan'));
const differences = listOf(Label).meta(says('差异，逐条说明', 'What differs, a sentence each'));

const PublishedPlan = z.strictObject({
  id: version,
  number: z.int().meta(says('版本序号', 'Its number')),
  effectiveFrom: z.iso.date().meta(says('施行日期', 'In force from')),
  publishedAt: z.iso.datetime().meta(says('公布时间', 'When it was published')),
  publishedBy: z
    .string()
    .nullable()
    .meta(says('公布人账号；未写明时为 null', 'The account of who had it published; null where not said')),
  before: version
    .nullable()
    .meta(
      says(
        '所比较的上一版本；首版为 null',
        'The version before, with which it is compared; null for the first',
      ),
    ),
  differences,
  openCases: z.int().min(0).meta(says('按本版办理的未结办件数', 'How many open cases run by it')),
});

export const PlanVersions = z
  .strictObject({ versions: listOf(PublishedPlan).meta(says('各版本，新的在前', 'The newest first')) })
  .meta({ id: 'PlanVersions', ...says('已公布的方案版本', 'The published versions of the plan') });
export type PlanVersions = z.infer<typeof PlanVersions>;

const candidate = {
  file: unfinished(200_000).meta(says('方案文件全文（YAML）', 'The whole text of a plan file (YAML)')),
  from: date.meta(says('拟自何日起施行', 'From which day it is to be in force')),
};

export const PlanCandidate = z
  .strictObject(candidate)
  .meta({ id: 'PlanCandidate', ...says('拟公布的方案', 'A plan that somebody thinks of publishing') });

const ChangedDay = z.strictObject({
  date: z.iso.date().meta(says('日期', 'The date')),
  was: Label.meta(says('按现行日历', 'By the calendar in force')),
  now: Label.meta(says('按新日历', 'By the new calendar')),
});

const PinnedCases = z.strictObject({
  planVersion: version,
  kind: oneOf(caseKinds).meta(says('办件类别', 'What they are about')),
  cases: z.int().meta(says('件数', 'How many')),
});

export const PlanComparison = z
  .strictObject({
    before: version
      .nullable()
      .meta(
        says('所比较的版本；首版为 null', 'The version that it would follow; null where it is the first'),
      ),
    differences,
    days: listOf(ChangedDay).meta(says('新日历改变的日子', 'The days that its calendar counts otherwise')),
    unconfirmed: z.int().meta(says('待确认的条目数', 'How many of its entries nobody has confirmed')),
    pinned: listOf(PinnedCases).meta(
      says('未结办件：保留各自版本的规则', 'Open cases: they keep the rules of their version'),
    ),
  })
  .meta({
    id: 'PlanComparison',
    ...says('拟公布的方案与现有版本的差异', 'How a candidate differs from what is there'),
  });
export type PlanComparison = z.infer<typeof PlanComparison>;

export const WantedDryRun = z
  .strictObject({
    ...candidate,
    after: z.string().max(40).optional().meta(says('从哪一件之后接着看', 'The case after which to go on')),
  })
  .meta({ id: 'WantedDryRun', ...says('试算一个方案', 'A dry run of a plan') });

export const moveReasons = {
  calendar: { zh: '日历改变了其间的日子', en: 'The calendar counts days between otherwise' },
  newYear: {
    zh: '监管自新年度起按届时施行的方案',
    en: 'Supervision takes the plan then in force with its new year',
  },
} as const;

const ForeseenCase = z.strictObject({
  caseId: z.string().meta(says('办件编号', 'The case')),
  kind: oneOf(caseKinds).meta(says('办件类别', 'What it is about')),
  planVersion: version,
  closes: listOf(Concerned).meta(says('将被关闭的事项', 'The work items that will close')),
  opens: listOf(Concerned).meta(says('将开始的事项', 'The work items that will open')),
  moves: listOf(
    z.strictObject({
      ...movedLimit,
      why: oneOf(moveReasons).meta(says('原因', 'Why')),
      reason: Label.meta(says('原因说明', 'Why, in words')),
      days: listOf(ChangedDay).meta(says('其间改变的日子', 'The days between that count otherwise')),
      on: z.iso
        .date()
        .nullable()
        .meta(
          says(
            '何日起变动；随下一次办理或重算变动时为 null',
            'From which day; null: with the next act or recomputation',
          ),
        ),
    }),
  ).meta(says('将变动的期限', 'The limits that will move')),
});

export const PlanDryRun = z
  .strictObject({
    cases: listOf(ForeseenCase).meta(says('将有变动的办件', 'The cases that will change')),
    examined: z.int().meta(says('本次看了多少件', 'How many open cases were looked at')),
    next: z
      .string()
      .nullable()
      .meta(says('从这一件之后接着看；看完时为 null', 'Go on after this one; null once there are no more')),
  })
  .meta({ id: 'PlanDryRun', ...says('试算结果（只看不改）', 'What would move; nothing is changed') });
export type PlanDryRun = z.infer<typeof PlanDryRun>;
