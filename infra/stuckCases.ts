import type { Label } from '../domain/label';
import type { Plan } from '../domain/plan';
import { OF_CASES, workflowIdOf } from '../workflows/names';

/** Cases that somebody should look at, and the query by which Temporal finds them. */
export interface StuckCases {
  readonly id: string;
  readonly label: Label;
  /** What is the matter, and what to do first. */
  readonly advice: Label;
  readonly query: string;
}

const running = `${OF_CASES} AND ExecutionStatus = 'Running'`;

/** The ways to be stuck that the engine knows of (see docs/stuck-cases.md). */
export const stuckCases: readonly StuckCases[] = [
  {
    id: 'overdue',
    label: { zh: '已逾期', en: 'Overdue' },
    advice: {
      zh: '期限已过而无人办理；催办已逐级发出，可改派。',
      en: 'A limit passed and nobody acted. Warnings have gone up the ladder; the work can be reassigned.',
    },
    query: `${running} AND Overdue = true`,
  },
  {
    id: 'escalated',
    label: { zh: '已催办督办', en: 'Warned of' },
    advice: {
      zh: '已发出催办，尚未办理。',
      en: 'A warning was given; the work is not done yet.',
    },
    query: `${running} AND Escalation IS NOT NULL`,
  },
  {
    id: 'clockStopped',
    label: { zh: '期限暂停', en: 'Clock stopped' },
    advice: {
      zh: '检查、检测、评审、听证或补正期间不计时；长期未恢复的请询问承办人。',
      en: 'An inspection, test, appraisal, hearing or correction is under way. Ask the case officer where it takes long.',
    },
    query: `${running} AND ClockStopped = true`,
  },
  {
    id: 'failingPush',
    label: { zh: '推送失败', en: 'Failing push' },
    advice: {
      zh: '卫健局平台未收下登记信息，系统在重试；请检查对方平台。',
      en: "The health bureau's platform does not take the registration; it is tried again. Check the platform.",
    },
    query: `${running} AND Failing = 'push'`,
  },
  {
    id: 'failingMail',
    label: { zh: '邮件失败', en: 'Failing mail' },
    advice: {
      zh: '邮件服务器未收下通知，系统在重试；请检查 SMTP_URL。',
      en: 'The mail server does not take notices; they are tried again. Check SMTP_URL.',
    },
    query: `${running} AND Failing = 'mail'`,
  },
  {
    id: 'broken',
    label: { zh: '程序错误', en: 'Broken by a bug' },
    advice: {
      zh: '流程连续失败两次，停在原处，不会丢失；升级修复后自动继续，或按记录重启。',
      en: 'The workflow failed twice in a row and stands still; nothing is lost. It goes on once mended, or restart it.',
    },
    query: 'TemporalReportedProblems IS NOT NULL',
  },
];

/** The cases that wait for each unit of a plan. */
export function waitingOn({ units }: Plan): readonly StuckCases[] {
  return units.map(({ id, name }) => ({
    id,
    label: name,
    advice: { zh: `等待${name.zh}`, en: `Waiting for ${name.en}` },
    query: `${running} AND PendingUnits = '${id}'`,
  }));
}

/** Where the Temporal UI shows what a query finds. */
export function temporalUiLink(ui: string, namespace: string, query: string): string {
  return `${workflowsIn(ui, namespace)}?query=${encodeURIComponent(query)}`;
}

/** Where it shows the workflow of a case: its newest run, however often it was started anew. */
export function temporalUiOfCase(ui: string, namespace: string, caseId: string): string {
  return `${workflowsIn(ui, namespace)}/${encodeURIComponent(workflowIdOf(caseId))}`;
}

function workflowsIn(ui: string, namespace: string): string {
  return `${ui.replace(/\/+$/, '')}/namespaces/${encodeURIComponent(namespace)}/workflows`;
}
