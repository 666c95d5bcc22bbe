import type { Act } from './act';
import type { Label } from './label';

/** An act that is possible for this actor now, and on which work item (null: on the case). */
export interface AllowedAct {
  readonly act: Act;
  readonly workItem: string | null;
}

export const refusals = {
  caseClosed: { zh: '本件已办结，不能再办理', en: 'The case is closed' },
  itemNotOpen: { zh: '该事项已办结或已被替代', en: 'The work item is not open any more' },
  wrongStep: { zh: '该环节不能进行此操作', en: 'This act does not answer this step' },
  wrongStage: {
    zh: '本件已过可以进行此操作的环节',
    en: 'The case has passed the stages in which this is possible',
  },
  notYourUnit: { zh: '该事项不属于您所在单位', en: "The work item is another unit's" },
  notYourCase: { zh: '本件不是您所代表的举办者提交的', en: 'Another applicant submitted this case' },
  roleMissing: { zh: '您没有办理此操作的岗位权限', en: 'Your account lacks the role for this act' },
  fourEyes: { zh: '拟稿人与签发人必须是两个人', en: 'Draft and signature need two people' },
  resultDiffers: {
    zh: '签发结果与拟稿不一致，请先退回拟稿',
    en: 'The signature differs from the draft: return the draft first',
  },
  findingsUnanswered: {
    zh: '仍有未答复的审查发现，须逐项答复',
    en: 'Findings are still unanswered: each needs an answer',
  },
  unknownFinding: { zh: '没有这一项审查发现', en: 'The case has no such finding' },
  reasonMissing: { zh: '提出异议须说明理由', en: 'An objection needs a reason' },
  materialsMissing: { zh: '备案材料不齐', en: 'Papers for the filing are missing' },
  dateInFuture: { zh: '日期不能晚于今天', en: 'The date lies in the future' },
  nothingOpen: {
    zh: '您没有本件的待办事项，不能查看联系人信息',
    en: 'You have no open work item on this case, so its contact is not shown',
  },
  dateTooEarly: { zh: '日期早于前一环节', en: 'The date lies before the step that leads here' },
} as const satisfies Readonly<Record<string, Label>>;
export type RefusalCode = keyof typeof refusals;

/** The record refuses an act: says why, where, and what is allowed instead. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  constructor(
    readonly code: RefusalCode,
    readonly details: { readonly pointer?: string; readonly expected?: readonly string[] } = {},
    readonly allowed: readonly AllowedAct[] = [],
  ) {
    super(`${code}: ${refusals[code].en}`);
  }
}
