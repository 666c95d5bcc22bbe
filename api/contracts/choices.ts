import type { ActBody } from '../../domain/act';
import type { Repair } from '../../domain/event';
import type { Labels } from '../../domain/label';
import {
  type Checked,
  checkResults,
  type ExitMeasure,
  exitMeasures,
  severities,
  type Severity,
  type VisitGround,
  visitGrounds,
} from '../../domain/supervision';

type Of<A extends ActBody['act'], F extends string> =
  Extract<ActBody, { act: A }> extends infer B ? (F extends keyof B ? B[F] : never) : never;

/** What fields of acts may say, where no vocabulary of the domain names it. */
export const choices = {
  agree: { zh: '同意', en: 'Agree' },
  object: { zh: '提出异议', en: 'Object' },
  granted: { zh: '准予', en: 'Grant' },
  refused: { zh: '不予', en: 'Refuse' },
  passed: { zh: '通过', en: 'Passed' },
  failed: { zh: '不通过', en: 'Failed' },
  head: { zh: '本单位负责人', en: "The unit's head" },
  office: { zh: '领导小组办公室', en: "The leading group's office" },
  resent: { zh: '重发失败的邮件', en: 'Send failed mails again' },
  restarted: { zh: '按记录重启流程', en: 'Restart the workflow from the record' },
  recomputed: { zh: '按现行日历重算期限', en: 'Compute the limits anew by the calendar in force' },
  move: { zh: '移动到另一环节', en: 'Move to another stage' },
  correctDate: { zh: '更正日期', en: 'Correct a date' },
  extend: { zh: '延长区级期限', en: 'Extend a district clock' },
  ...visitGrounds,
  ...checkResults,
  ...severities,
  ...exitMeasures,
} as const satisfies Labels<
  | Of<'signOff', 'opinion'>
  | Of<'decide', 'result'>
  | Of<'recordResult', 'result'>
  | Of<'consult', 'whom'>
  | Of<'intervene', 'kind'>
  | Repair['kind']
  | VisitGround
  | Severity
  | Checked['result']
  | ExitMeasure
>;

/** The dates of a case that an administrator may correct. */
export const caseDates = {
  receipt: { zh: '收到申请之日', en: 'Receipt of the application' },
  acceptance: { zh: '受理之日', en: 'Acceptance' },
  decision: { zh: '作出决定之日', en: 'Decision' },
  registration: { zh: '登记之日', en: 'Registration' },
  filingReceived: { zh: '收到备案材料之日', en: 'Receipt of the filing papers' },
} as const satisfies Labels<Extract<Repair, { kind: 'correctDate' }>['date']>;
