import type { UnitId } from './plan';
import type { Labels } from './label';

/** What the audit log holds beside the record of the cases. */
export const auditTypes = {
  signedIn: { zh: '登录', en: 'Signed in' },
  signedOut: { zh: '退出登录', en: 'Signed out' },
  signInFailed: { zh: '登录失败', en: 'Failed sign-in' },
  sessionsEnded: { zh: '全部会话已结束', en: 'All sessions ended' },
  doneAtCounter: { zh: '窗口代办', en: 'Done for an applicant at the counter' },
  refused: { zh: '操作被拒绝', en: 'Refused act' },
  personalDataShown: { zh: '查看个人信息', en: 'Personal data shown' },
  personalDataExported: { zh: '导出个人信息', en: 'Personal data exported' },
  personalDataErased: { zh: '清除个人信息', en: 'Personal data erased' },
  institutionTakenOver: { zh: '纳管机构', en: 'Institution taken over' },
  keyAdded: { zh: '新增个人信息密钥', en: 'Key of personal data added' },
  keyDropped: { zh: '停用个人信息密钥', en: 'Key of personal data dropped' },
  personalDataRotated: { zh: '个人信息已换用新密钥', en: 'Personal data re-encrypted' },
  accountAdded: { zh: '新增账号', en: 'Account added' },
  accountChanged: { zh: '变更账号', en: 'Account changed' },
  accountDeactivated: { zh: '停用账号', en: 'Account deactivated' },
  responsibleNamed: { zh: '指定监管负责人和替补人', en: 'Responsible persons named' },
  absenceStated: { zh: '填报不在岗', en: 'Absence stated' },
} as const satisfies Labels<string>;
export type AuditType = keyof typeof auditTypes;

/** What an entry is about. */
export interface AuditSubject {
  readonly kind: 'case' | 'workItem' | 'draft' | 'document' | 'complaint' | 'staff' | 'account' | 'unit';
  readonly id: string;
}

/** An entry before it is chained. No personal value stands in it: people are opaque ids, `details` are codes and words. */
export interface AuditEntry {
  readonly type: AuditType;
  /** Null where nobody is known, as in a sign-in that failed. */
  readonly actor: { readonly sub: string; readonly unit: UnitId | null } | null;
  readonly subject: AuditSubject | null;
  /** The request's id, which its log lines carry too; null for a command. */
  readonly requestId: string | null;
  readonly details: Readonly<Record<string, unknown>>;
}
