import { z } from 'zod';
import {
  checkResults,
  complaintResults,
  exitMeasures,
  incidentKinds,
  incidentResults,
  severities,
  visitGrounds,
} from '../../domain/supervision';
import { act, reason } from './actSchema';
import { oneOf, says } from './label';
import { date, line, planKey, prose, reference, timeOfDay } from './text';

const report = prose(10_000).meta(says('情况记录', 'The report'));
const visitedOn = date.meta(says('检查日期', 'The day of the visit'));
const measure = oneOf(exitMeasures).meta(says('退出方式', 'By which legal act'));
const count = z.int().min(0).max(100_000);
const grounds = prose(10_000).meta(says('事实和理由', 'The facts and grounds'));
const suspension = {
  grounds,
  days: z
    .int()
    .min(1)
    .max(366)
    .optional()
    .meta(says('暂停期限（天），自送达起算', 'For how many days, from its service')),
  condition: prose(2_000)
    .optional()
    .meta(
      says('恢复条件；期限和条件至少写一项', 'On which condition it ends; days or a condition must be given'),
    ),
};
const answer = prose(2_000)
  .optional()
  .meta(says('对陈述申辩的答复；有陈述申辩时须填写', 'The answer, where the institution contested'));

export const callVisit = act('callVisit', {
  ground: oneOf(visitGrounds).meta(says('事由', 'Why')),
  about: reference
    .optional()
    .meta(says('所据的投诉或事故事项编号', 'The work item of the complaint or incident it is called on')),
  units: z
    .array(planKey)
    .max(20)
    .readonly()
    .optional()
    .meta(says('一同检查的单位，各自记录', 'Units that come along; each records its own part')),
  reason,
});
export const reportIncident = act('reportIncident', {
  kind: oneOf(incidentKinds).meta(says('事故类别', 'What kind of incident')),
  happenedOn: date.meta(says('发生日期', 'The day on which it happened')),
  happenedAt: timeOfDay.meta(says('发生时间，如 14:30', 'The time, like 14:30')),
  hurt: count.meta(says('受伤害人数', 'How many were hurt')),
  report: prose(10_000).meta(says('经过和已采取的措施', 'What happened, and what was done')),
});
export const callSuspension = act('callSuspension', { reason });
export const requestExit = act('requestExit', { reason });

/** What is answered in the life of an institution: supervision, rectification, exit, annual evaluation. */
export const lifeActs = [
  act('recordVisit', {
    visitedOn,
    report,
    findings: z
      .array(
        z.strictObject({
          severity: oneOf(severities).meta(says('严重程度', 'How grave')),
          text: prose(2_000).meta(says('发现的问题', 'What was found')),
          clause: line(200).optional().meta(says('依据条款', 'The clause that is broken')),
          line: planKey.optional().meta(says('对应的检查项目', 'The line of the checklist')),
        }),
      )
      .max(100)
      .readonly()
      .meta(says('检查发现；没有则为空', 'What was found; empty where nothing was')),
    checked: z
      .array(
        z.strictObject({
          line: planKey.meta(says('检查项目编号', 'Id of the line')),
          result: oneOf(checkResults).meta(says('检查情况', 'What was seen')),
        }),
      )
      .max(100)
      .readonly()
      .optional()
      .meta(
        says('检查表逐项情况；没有检查表的不填', 'Each line of the checklist; left out where there is none'),
      ),
  }),
  act('answerComplaint', {
    result: oneOf(complaintResults).meta(says('处理结果', 'What became of it')),
    severity: oneOf(severities)
      .optional()
      .meta(says('严重程度；属实的须填写', 'How grave; needed where founded')),
    answer: prose(4_000).meta(says('给投诉人的答复', 'The answer to whoever complained')),
  }),
  act('concludeIncident', {
    result: oneOf(incidentResults).meta(says('认定', 'What it comes to')),
    severity: oneOf(severities)
      .optional()
      .meta(says('严重程度；有责任的须填写', 'How grave; needed for a fault')),
    report,
  }),
  act('settleFindings', { reason }),
  act('orderRectification', {
    days: z.int().min(1).max(366).meta(says('整改期限（天）', 'The days that are given')),
    demands: prose(10_000).meta(says('整改要求', 'What is to be rectified')),
  }),
  act('reportRectification', { report }),
  act('recordReinspection', {
    result: z.enum(['passed', 'failed']).meta(says('通过或不通过', 'Passed or failed')),
    visitedOn,
    report,
  }),
  act('proposeSuspension', suspension),
  act('proposeImmediateSuspension', {
    danger: prose(2_000).meta(
      says('何种紧急危险，为何不能事先听取意见', 'What the danger is, and why nobody can be heard before'),
    ),
    ...suspension,
  }),
  act('declineSuspension', { reason }),
  act('returnSuspension', { reason }),
  act('decideSuspension', { answer }),
  act('liftSuspension', { grounds }),
  act('proposeExit', { measure, grounds }),
  act('declineExit', { reason }),
  act('returnExit', { reason }),
  act('decideExit', { measure, answer }),
  act('reportPlacement', {
    childrenLeft: count.meta(says('尚未安置的婴幼儿人数', 'Children who have nowhere to go yet')),
    staffLeft: count.meta(says('尚未安置的人员人数', 'Members of staff who have nowhere to go yet')),
    report,
  }),
  act('deregister', { deregisteredOn: date.meta(says('注销登记日期', 'Date of deregistration')) }),
  act('closeFiling', {}),
  act('selfAssess', { report }),
  act('score', {
    points: z
      .array(
        z.strictObject({
          indicator: planKey.meta(says('指标编号', 'Id of the indicator')),
          points: z.number().min(0).max(100).meta(says('分值（0–100）', 'Points from 0 to 100')),
          evidence: prose(2_000).meta(says('评分依据', 'What they rest on')),
        }),
      )
      .min(1)
      .max(100)
      .readonly()
      .meta(says('本单位负责的全部指标', 'Every indicator of the unit')),
  }),
  act('proposeRating', { grounds: prose(10_000).meta(says('评定说明', 'What is said to it')) }),
  act('contest', { statement: prose(10_000).meta(says('陈述申辩内容', 'The statement')) }),
  act('waiveContest', {}),
  act('returnRating', { reason }),
  act('confirmRating', {
    rating: planKey.nullable().meta(says('等级编号；未评定为 null', 'Id of the rating; null: not rated')),
    answer,
  }),
] as const;
