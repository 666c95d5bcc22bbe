import type { ActBody } from '../../domain/act';
import type { Labels } from '../../domain/label';
import type { Step } from '../../domain/vocabulary';

/** What a case of the demonstration takes besides the straight way, once each. */
export const sideRoads = {
  papers: { zh: '上传材料', en: 'uploaded papers' },
  correction: { zh: '补正', en: 'a correction' },
  objection: { zh: '异议及答复', en: 'an answered objection' },
  inspection: { zh: '现场检查（停止计时）', en: 'an inspection that stopped the clock' },
  extension: { zh: '延长期限', en: 'an extension' },
  remand: { zh: '退回', en: 'a remand' },
  failingPush: { zh: '推送失败后重试', en: 'a push that failed at first' },
} as const satisfies Labels<string>;
export type SideRoad = keyof typeof sideRoads;

/** Where a case turns off, and by which act in place of the straight one. */
interface Turn {
  readonly road: TurningRoad;
  readonly step: Step;
  readonly body: ActBody;
}

const turns: readonly Turn[] = [
  {
    road: 'correction',
    step: 'accept',
    body: {
      act: 'requestCorrection',
      missing: [{ text: '租赁合同缺页（示例）' }, { text: '平面图未注明比例（示例）' }],
    },
  },
  {
    road: 'objection',
    step: 'review',
    body: { act: 'signOff', opinion: 'object', reason: '疏散通道宽度不足（示例）' },
  },
  {
    road: 'inspection',
    step: 'draft',
    body: { act: 'order', procedure: 'inspect', days: 5, reason: '核实场地整改情况（示例）' },
  },
  {
    road: 'extension',
    step: 'draft',
    body: { act: 'requestExtension', days: 10, reason: '涉及多个部门，需进一步论证（示例）' },
  },
  {
    road: 'remand',
    step: 'decide',
    body: { act: 'remand', to: 'jointReview', reason: '申请人变更了班级设置，请重新会签（示例）' },
  },
];

/** The side roads that begin with an act in place of the straight one. */
export const turningRoads = ['correction', 'objection', 'inspection', 'extension', 'remand'] as const;
export type TurningRoad = (typeof turningRoads)[number];

/** The turn that a case takes at a step, of the roads that are still before it; null where it goes straight on. */
export function turnAt(step: Step, ahead: ReadonlySet<SideRoad>): Turn | null {
  return turns.find((turn) => turn.step === step && ahead.has(turn.road)) ?? null;
}
