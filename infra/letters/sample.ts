import { dateInWords, momentInWords } from '../../domain/dateInWords';
import type { NoticeTemplate } from '../../domain/notice';
import { complaintResults, incidentKinds, incidentResults } from '../../domain/supervision';
import { letterKinds } from '../../domain/vocabulary';
import type { Warned } from './digest';
import type { NoticeFacts } from './notice';

const subdistrict = { zh: '石桥街道', en: 'Shiqiao Subdistrict' };
const fire = { zh: '区消防救援大队', en: 'District Fire Rescue Brigade' };
const health = { zh: '区卫健局', en: 'District Health Bureau' };

const sampleItem: Warned['workItem'] = {
  id: 'XCTY-2026-000001.1.review-fire',
  step: { zh: '会签', en: 'Sign off' },
  unit: fire,
  due: dateInWords('2026-10-16'),
  dueOn: '2026-10-16',
  passed: true,
};

/** What the preview tells: a case that never was. */
const facts: NoticeFacts = {
  caseId: 'XCTY-2026-000001',
  addressee: { kind: 'applicant', name: { zh: '示例托育有限公司', en: '示例托育有限公司' } },
  institution: '示例托育园',
  receivedOn: dateInWords('2026-09-21'),
  acceptedOn: dateInWords('2026-09-28'),
  decidedOn: dateInWords('2026-10-23'),
  decisionNo: '下石桥托〔2026〕1号',
  accepting: subdistrict,
  deciding: subdistrict,
  registrar: { zh: '区民政局', en: 'District Civil Affairs Bureau' },
  filing: health,
  decisionLimit: {
    zh: '自受理之日起20个工作日（行政许可法 第四十二条）',
    en: '20 working days of acceptance (行政许可法 第四十二条)',
  },
  acceptanceDue: dateInWords('2026-09-29'),
  reason: '经现场查看和材料审查，示例事由：二层安全出口宽度与所附图纸不一致，应急照明未按图纸设置。',
  remedyBody: { zh: '（复议机关）', en: '(the review body)' },
  remedyLimit: { zh: '自收到本决定之日起六十日内', en: 'within sixty days of receiving it' },
  unifiedCode: '52330103MA9000003R',
  receiptNo: 'XCTY-R-2026-000001',
  certificateNo: 'XCTY-C-2026-000001',
  verifyUrl: 'https://onewindow.example/verify/XCTY-C-2026-000001',
  letterNo: '',
  writer: subdistrict,
  missing: [
    { no: 1, text: '法定代表人身份证明复印件未加盖公章' },
    { no: 2, text: '房屋租赁合同缺少附页（面积及平面图）' },
    { no: 3, text: '保育人员健康证明缺两份' },
  ],
  correctionDue: dateInWords('2026-10-12'),
  procedure: { zh: '现场检查', en: 'Inspect' },
  days: 10,
  on: dateInWords('2026-10-20'),
  place: '石桥街道办事处三楼会议室',
  stage: { zh: '联审', en: 'Joint review' },
  counter: subdistrict,
  workItem: sampleItem,
  year: '2027',
  score: '82.5',
  rating: { zh: '良好', en: 'Good' },
  leadsTo: { zh: '保持', en: 'Keep' },
  measure: { zh: '撤销许可', en: 'Annulment' },
  amount: { zh: '，10000 元', en: ', 10000 yuan' },
  result: { zh: '通过', en: 'passed' },
  answer: '已核实并采纳部分意见。',
  without: [fire],
  suspendedFor: 30,
  condition: '消防设施经检测合格',
  danger: '',
  incident: incidentKinds.injury,
  happenedAt: momentInWords('2026-10-08T06:30:00.000Z'),
  hurt: 1,
  late: true,
  report: '户外活动时跌倒，已送医，家长已到院。',
  documents: { zh: '保育人员m12的健康合格证明', en: 'Health certificate of Carer m12' },
  complaint: 'XCTY-T-2026-000001',
  handling: subdistrict,
  handlingDue: dateInWords('2026-10-30'),
};

/** What the preview's mail of a day gathers. */
export const sampleWarned: readonly Warned[] = [
  { caseId: facts.caseId, institution: facts.institution, workItem: sampleItem, daysLate: 2 },
  {
    caseId: 'XCTY-2026-000002',
    institution: '示例托育点',
    workItem: {
      ...sampleItem,
      id: 'XCTY-2026-000002.1.review-fire',
      due: dateInWords('2026-10-22'),
      dueOn: '2026-10-22',
      passed: false,
    },
    daysLate: -2,
  },
];

/** The sample as a template would be told it. */
export function sampleFacts(template: NoticeTemplate): NoticeFacts {
  if (template === 'incidentReported') return { ...facts, addressee: { kind: 'colleagues', name: health } };
  if (template === 'incidentConcluded') return { ...facts, result: incidentResults.noFault };
  if (template === 'warning') return { ...facts, addressee: { kind: 'colleagues', name: fire } };
  if (template === 'complaintReceived' || template === 'complaintAnswered') {
    const result = complaintResults.founded;
    return {
      ...facts,
      result,
      addressee: { kind: 'complainant', name: { zh: '投诉人', en: 'whoever complained' } },
    };
  }
  return template in letterKinds ? { ...facts, letterNo: facts.decisionNo } : facts;
}
