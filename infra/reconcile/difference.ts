import type { Label } from '../../domain/label';

/** What can differ, why it matters, and what mending does; null where somebody has to look. */
export const differenceKinds = {
  chainBroken: {
    what: { zh: '事件链断裂：记录被改动', en: 'The chain of events is broken: the record was altered' },
    mend: null,
  },
  stateDiffers: {
    what: { zh: '保存的状态与事件不符', en: 'The state kept is not what its events give' },
    mend: { zh: '按事件重算状态', en: 'fold the events anew' },
  },
  worklistDiffers: {
    what: { zh: '待办清单与状态不符', en: 'The worklist does not show the items of the state' },
    mend: { zh: '按状态重写待办', en: 'write its rows anew' },
  },
  wakeUpMissing: {
    what: { zh: '没有把最新事件通知流程', en: 'The outbox holds no wake-up for the last event' },
    mend: { zh: '补发通知', en: 'leave a wake-up' },
  },
  wakeUpLate: {
    what: { zh: '通知流程未送达', en: 'A wake-up has not been delivered' },
    mend: { zh: '立即重试', en: 'try again at once' },
  },
  workflowMissing: {
    what: { zh: '没有流程在运行', en: 'No workflow conducts it' },
    mend: { zh: '按记录启动流程', en: 'start it from the record' },
  },
  workflowBehind: {
    what: { zh: '流程未读到最新事件', en: 'Its workflow has not read to the end of the record' },
    mend: { zh: '唤醒流程', en: 'wake it' },
  },
  workflowBroken: {
    what: { zh: '流程因程序错误停住', en: 'Its workflow stands still for a bug' },
    mend: null,
  },
  workflowSilent: {
    what: { zh: '流程没有应答', en: 'Its workflow does not answer' },
    mend: null,
  },
  workflowLeft: {
    what: { zh: '已办结，流程仍在运行', en: 'The case is over, its workflow still runs' },
    mend: { zh: '唤醒流程', en: 'wake it' },
  },
  workflowStray: {
    what: {
      zh: '记录中没有此办件，却有流程',
      en: 'A workflow conducts a case that the record does not hold',
    },
    mend: { zh: '终止流程', en: 'end it' },
  },
  noticeMissing: {
    what: { zh: '应发的通知没有记下', en: 'A notice is owed and not written down' },
    mend: { zh: '补记并发送', en: 'write it down and send it' },
  },
  mailLate: {
    what: { zh: '通知逾时未发出', en: 'A notice has not been sent' },
    mend: { zh: '唤醒流程再发', en: 'have it sent' },
  },
  digestLate: {
    what: { zh: '催办汇总逾时未发出', en: 'A digest of warnings has not been sent' },
    mend: null,
  },
  mailRefused: {
    what: { zh: '邮件被拒收', en: 'A mail was refused for good' },
    mend: null,
  },
  pushFailing: {
    what: { zh: '登记信息推送失败', en: 'The push of the registration fails' },
    mend: null,
  },
} as const satisfies Readonly<Record<string, { readonly what: Label; readonly mend: Label | null }>>;

export type DifferenceKind = keyof typeof differenceKinds;

/** Something on which record, outbox, workflows and mails do not agree. */
export interface Difference {
  readonly kind: DifferenceKind;
  /** The case; of a stray workflow what it says it conducts. */
  readonly caseId: string;
  /** Where exactly, and why as far as it is known: `event 7`, `X-1.1.accept`, an error. Never personal data. */
  readonly about: string;
}
