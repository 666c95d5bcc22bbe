import { z } from 'zod';
import { gapKinds } from '../../domain/responsible';
import { Candidate } from './candidate';
import { Label, oneOf, says } from './label';
import { date, line, listOf } from './text';
import { UnitName } from './unit';

const sub = z.string().meta(says('账号', 'The account, by its sub'));

export const Absence = z
  .strictObject({
    from: date.meta(says('首日', 'The first day')),
    until: date.meta(says('末日', 'The last day')),
  })
  .meta({ id: 'Absence', ...says('不在岗的日期', 'Days on which somebody is away') });
export type Absence = z.infer<typeof Absence>;

const NamedPerson = z
  .strictObject({
    sub,
    name: Label.nullable().meta(says('称谓；账号已不存在为 null', 'Name; null where the account is gone')),
    absence: Absence.nullable().meta(says('不在岗的日期', 'When they are away')),
    fit: z.boolean().meta(says('账号在用且属于本单位', 'The account is in use and of the unit')),
  })
  .meta({ id: 'NamedPerson', ...says('单位指定的人', 'Somebody whom a unit has named') });
export type NamedPerson = z.infer<typeof NamedPerson>;

/** Who answers for a work item today. */
export const AnswersToday = z
  .strictObject({
    sub,
    name: Label.meta(says('称谓', 'Name')),
    standsIn: z.boolean().meta(says('替补人代负责人', 'The replacement stands in')),
  })
  .meta({ id: 'AnswersToday', ...says('今天的负责人', 'Who answers for it today') });
export type AnswersToday = z.infer<typeof AnswersToday>;

const Gap = z
  .strictObject({
    kind: oneOf(gapKinds).meta(says('空缺种类', 'What is amiss')),
    label: Label.meta(says('空缺说明', 'The same in words')),
    since: date.meta(says('自何日起', 'Since when')),
    forConference: z
      .boolean()
      .meta(says('已久，须提交联席会议', 'It has lasted so long that it is for the joint conference')),
  })
  .meta({ id: 'ResponsibleGap', ...says('专人负责的空缺', 'A gap in who answers for a unit') });

export const ResponsibleUnit = z
  .strictObject({
    unit: UnitName.meta(says('单位', 'The unit')),
    responsible: NamedPerson.nullable().meta(says('负责人；未指定为 null', 'Null where nobody is named')),
    replacement: NamedPerson.nullable().meta(says('替补人；未指定为 null', 'Null where nobody is named')),
    answers: AnswersToday.nullable().meta(says('今天由谁负责', 'Who answers today; null: nobody')),
    gap: Gap.nullable().meta(says('空缺', 'What is amiss; null: nothing')),
    candidates: listOf(Candidate).meta(
      says('您可以指定的人；不由您指定的为空', 'Whom you may name; empty where you may not'),
    ),
    mayStateAbsence: z.boolean().meta(says('您可以填报自己不在岗', 'You may say when you are away')),
  })
  .meta({ id: 'ResponsibleUnit', ...says('一个单位的专人负责', 'Who answers for a unit’s supervision') });
export type ResponsibleUnit = z.infer<typeof ResponsibleUnit>;

export const ResponsibleUnits = z
  .strictObject({ units: listOf(ResponsibleUnit).meta(says('各单位', 'The units')) })
  .meta({
    id: 'ResponsibleUnits',
    ...says('各单位的监管负责人和替补人', 'Who answers for supervision in each unit, and who stands in'),
  });

export const NewPair = z
  .strictObject({
    responsible: line(200).meta(says('负责人的账号', 'The responsible person, by sub')),
    replacement: line(200).meta(says('替补人的账号；须是另一人', 'The replacement: somebody else')),
  })
  .meta({ id: 'NewPair', ...says('指定负责人和替补人', 'Whom a unit names') });
