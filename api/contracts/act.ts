import { z } from 'zod';
import type { Act, ActBody } from '../../domain/act';
import { stages } from '../../domain/vocabulary';
import { oneOf, says } from './label';
import { act, reason } from './actSchema';
import { confer, followUp } from './conferenceAct';
import { callSuspension, callVisit, lifeActs, reportIncident, requestExit } from './lifeAct';
import { siteActs, siteCaseActs } from './siteAct';
import { staffActs } from './staffAct';
import { supportActs, waiveSupport } from './supportAct';
import { date, distinct, line, planKey, prose, unifiedCode } from './text';

const decisionResult = z
  .enum(['granted', 'refused'])
  .meta(says('准予（granted）或不予（refused）', 'The result: granted or refused'));

const answers = z
  .array(
    z.strictObject({
      finding: planKey.meta(says('审查发现编号', 'Id of the finding')),
      answer: prose(2_000).meta(says('答复', 'The answer')),
    }),
  )
  .max(200)
  .readonly()
  .optional()
  .meta(says('对审查发现的答复', 'Answers to findings'));

const days = z.int().min(1).max(366);
const account = line(200).meta(says('账号（sub）', 'Account, by its sub'));
const stage = oneOf(stages).meta(says('退回到的环节', 'The stage to return to'));
const letter = line(64).meta(says('文号', 'Number of the letter'));

const withdraw = act('withdraw', { reason: reason.optional().meta(says('撤回原因', 'The reason')) });
const remand = act('remand', { to: stage, reason });

/** What a person may answer a work item with. The push is confirmed by the system alone. */
export const WorkItemAct = z
  .discriminatedUnion('act', [
    act('accept', {}),
    act('decline', { reason }),
    act('requestCorrection', {
      missing: z
        .array(
          z.strictObject({
            text: prose(1_000).meta(says('须补正的内容', 'What is missing')),
            material: planKey.optional().meta(says('对应的材料编号', 'The paper it concerns')),
          }),
        )
        .min(1)
        .max(100)
        .readonly()
        .meta(says('一次性告知的全部补正内容', 'All that is missing, told at once')),
    }),
    act('correct', {
      answers: z
        .array(
          z.strictObject({
            no: z.int().min(1).max(100).meta(says('补正清单序号', 'Number on the list')),
            answer: prose(2_000).meta(says('补正说明', 'How it was mended')),
          }),
        )
        .min(1)
        .max(100)
        .readonly()
        .meta(says('逐项补正', 'Numbers of the list that are mended')),
    }),
    act('claim', {}),
    act('release', {}),
    act('delegate', { to: account }),
    act('signOff', {
      opinion: z.enum(['agree', 'object']).meta(says('同意（agree）或异议（object）', 'Agree or object')),
      reason: reason.optional().meta(says('意见；提出异议须填写', 'The reason; needed for an objection')),
      answers,
    }),
    act('answerObjection', {
      answer: prose(2_000).meta(says('对异议的答复', 'The answer to the objection')),
    }),
    act('order', {
      procedure: z
        .enum(['inspect', 'test', 'appraise'])
        .meta(says('检查、检测或专家评审', 'Inspection, test or appraisal by experts')),
      days: days.meta(says('所需天数，告知申请人', 'The time needed, told to the applicant')),
      reason,
    }),
    act('schedule', {
      on: date.meta(says('日期', 'The day')),
      place: line(200).meta(says('地点', 'The place')),
      presider: account.optional().meta(says('听证主持人账号', 'Who presides over the hearing')),
    }),
    act('recordResult', {
      result: z.enum(['passed', 'failed']).meta(says('通过或不通过', 'Passed or failed')),
      heldOn: date.meta(says('进行日期', 'The day on which it took place')),
      report: prose(10_000).meta(says('结果记录', 'The report')),
    }),
    act('callOff', { reason }),
    act('offerHearing', { reason }),
    act('requestHearing', {}),
    act('waiveHearing', {}),
    act('draft', {
      result: decisionResult,
      grounds: prose(10_000).meta(says('事实和理由', 'The facts and grounds')),
      answers,
    }),
    act('returnDraft', { reason }),
    act('decide', { result: decisionResult }),
    act('requestExtension', { days: days.meta(says('延长天数', 'For how many days')), reason }),
    act('forwardExtension', { opinion: prose(2_000).meta(says('转报意见', 'What the office says to it')) }),
    act('grantExtension', {}),
    act('declineExtension', { reason }),
    act('consult', {
      whom: z
        .enum(['head', 'office'])
        .meta(
          says(
            '本单位负责人（head）或领导小组办公室（office）',
            "The unit's head, or the leading group's office",
          ),
        ),
      question: prose(2_000).meta(says('请示内容', 'The question')),
    }),
    act('advise', { advice: prose(2_000).meta(says('答复意见', 'The advice')) }),
    remand,
    act('endorse', { documentNo: line(100).meta(says('同意文件文号', 'Number of the approval document')) }),
    act('declineEndorsement', { reason }),
    act('register', {
      unifiedCode: unifiedCode.meta(says('统一社会信用代码', 'Unified social credit code, 18 characters')),
      registeredOn: date.meta(says('登记日期', 'Date of registration')),
    }),
    act('declineRegistration', { reason }),
    act('reapply', { answer: prose(2_000).meta(says('整改说明', 'What was mended')) }),
    act('file', { materials: distinct(planKey, 100).meta(says('备案材料', 'The papers filed')) }),
    act('issueReceipt', {}),
    act('confirm', {}),
    act('findNonConforming', { reason }),
    act('issue', {}),
    withdraw,
    act('amend', { reason }),
    act('serve', {
      how: z.enum(['paper', 'post']).meta(says('当面交付或邮寄', 'Handed over on paper, or by post')),
      on: date.meta(says('送达日期', 'The day of service')),
      to: line(100).meta(says('签收人', 'Who took it')),
    }),
    act('confirmRepair', {}),
    act('declineRepair', { reason }),
    ...lifeActs,
    ...siteActs,
    followUp,
    ...supportActs,
  ])
  .meta({
    id: 'WorkItemAct',
    ...says('对待办事项的操作', 'An act on a work item'),
  }) satisfies z.ZodType<ActBody>;
export type WorkItemAct = z.infer<typeof WorkItemAct>;

const repair = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('move'), to: stage }),
  z.strictObject({
    kind: z.literal('correctDate'),
    date: z.enum(['receipt', 'acceptance', 'decision', 'registration', 'filingReceived']),
    to: date.meta(says('更正后的日期', 'The right date')),
  }),
  z.strictObject({
    kind: z.literal('extend'),
    clock: line(80).meta(says('期限编号', 'Id of the clock')),
    days: days.meta(says('增加的天数', 'How many days more')),
  }),
]);
export const Repair = repair.meta({
  id: 'Repair',
  ...says(
    '更改：移动环节、更正日期或延长区级期限',
    'A repair: move, correct a date, extend a district clock',
  ),
});

/** What may be done to the case itself. */
export const CaseAct = z
  .discriminatedUnion('act', [
    withdraw,
    remand,
    act('acknowledge', { letter }),
    act('reassign', {
      workItem: line(120).meta(says('待办事项编号', 'The work item')),
      to: account.nullable().meta(says('改派给；null 为退回本单位', 'To whom; null: back to the unit')),
      reason,
    }),
    act('proposeRepair', { repair: Repair, reason }),
    callVisit,
    callSuspension,
    requestExit,
    reportIncident,
    ...staffActs,
    ...siteCaseActs,
    confer,
    waiveSupport,
    act('intervene', {
      kind: z
        .enum(['resent', 'restarted', 'recomputed'])
        .meta(
          says(
            '重发失败的邮件（resent）、按记录重启流程（restarted）、按现行日历重算期限（recomputed）',
            'Send failed mails again, restart the workflow from the record, or compute the limits anew',
          ),
        ),
      reason,
    }),
  ])
  .meta({
    id: 'CaseAct',
    ...says('对办件本身的操作', 'An act on the case itself'),
  }) satisfies z.ZodType<ActBody>;
export type CaseAct = z.infer<typeof CaseAct>;

/** The system's own acts: no request asks for them. */
export const ownActs = [
  'confirmPush',
  'confirmService',
  'reportUndeliverable',
] as const satisfies readonly Act[];

/** Every other act of the domain has its schema here. */
type Unspoken = Exclude<Act, WorkItemAct['act'] | CaseAct['act'] | (typeof ownActs)[number]>;
export const everyActHasSchema: [Unspoken] extends [never] ? true : Unspoken = true;
