import type { ActBody } from '../../domain/act';
import type { CaseFile } from '../../domain/caseFile';
import { checklistOf } from '../../domain/changes/supervised';
import { indicatorsOf } from '../../domain/evaluation';
import { evaluationRulesIn } from '../../domain/itinerary';
import type { UnitId } from '../../domain/plan';
import { asItShouldBe, type CheckLine } from '../../domain/supervision';
import type { Step } from '../../domain/vocabulary';

export const UNIFIED_CODE = '52330103MA9000003R';

/** A work item, as the record keeps it or as the API shows it. */
interface Answered {
  readonly step: Step;
  readonly unit: UnitId;
  readonly stepId?: string;
  readonly checklist?: readonly CheckLine[];
}

/** The act that takes a case one step further on the straight path. */
export function straightAnswer(file: CaseFile, item: Answered, today: string): ActBody {
  const { step, unit } = item;
  const { findings, materials } = file.itinerary;
  const { nos = [], closed = [] } = file.correction ?? {};
  const open = nos.filter((no) => !closed.includes(no));
  const answers: Record<Step, ActBody> = {
    accept: { act: 'accept' },
    review: { act: 'signOff', opinion: 'agree' },
    draft: {
      act: 'draft',
      result: 'granted',
      grounds: '符合条件',
      answers: findings.map(({ id }) => ({ finding: id, answer: '已现场核实' })),
    },
    decide: { act: 'decide', result: file.draft?.result ?? 'granted' },
    endorse: { act: 'endorse', documentNo: '示例〔2026〕1号' },
    register: { act: 'register', unifiedCode: UNIFIED_CODE, registeredOn: today },
    push: { act: 'confirmPush', receiptNo: 'none' },
    file: {
      act: 'file',
      materials: materials.filter(({ stage }) => stage === 'filing').map(({ id }) => id),
    },
    receipt: { act: 'issueReceipt' },
    conformity: { act: 'confirm' },
    issue: { act: 'issue' },
    correct: { act: 'correct', answers: open.map((no) => ({ no, answer: '已补正' })) },
    answer: { act: 'answerObjection', answer: '已采纳' },
    inspect: result(today),
    test: result(today),
    appraise: result(today),
    requestHearing: { act: 'waiveHearing' },
    hear: result(today),
    forwardExtension: { act: 'forwardExtension', opinion: '情况属实' },
    grantExtension: { act: 'grantExtension' },
    advise: { act: 'advise', advice: '按规定办理' },
    reapply: { act: 'reapply', answer: '已整改' },
    serve: { act: 'serve', how: 'paper', on: today, to: '举办者' },
    confirmRepair: { act: 'confirmRepair' },
    visit: {
      act: 'recordVisit',
      visitedOn: today,
      report: '符合要求',
      findings: [],
      checked: seen(file, item),
    },
    handleComplaint: { act: 'answerComplaint', result: 'unfounded', answer: '经核实不属实' },
    followUpIncident: { act: 'concludeIncident', result: 'noFault', report: '经核实机构无责任' },
    orderRectification: { act: 'orderRectification', days: 15, demands: '限期整改' },
    rectify: { act: 'reportRectification', report: '已整改' },
    reinspect: { act: 'recordReinspection', result: 'passed', visitedOn: today, report: '已整改到位' },
    sanction: { act: 'declineExit', reason: '已整改，予以保留' },
    decideExit: { act: 'decideExit', measure: file.supervision?.exit?.measure ?? 'revoke' },
    suspend: { act: 'declineSuspension', reason: '已当场改正' },
    decideSuspension: { act: 'decideSuspension' },
    lift: { act: 'liftSuspension', grounds: '复查通过' },
    contest: { act: 'waiveContest' },
    place: { act: 'reportPlacement', childrenLeft: 0, staffLeft: 0, report: '均已安置' },
    deregister: { act: 'deregister', deregisteredOn: today },
    closeFiling: { act: 'closeFiling' },
    selfAssess: { act: 'selfAssess', report: '自评良好' },
    score: { act: 'score', points: pointsOf(file, unit) },
    rate: { act: 'proposeRating', grounds: '综合各单位评分' },
    confirmRating: { act: 'confirmRating', rating: file.evaluation?.proposal?.rating ?? null },
    build: { act: 'reportMilestone', reachedOn: today, remark: '已完成' },
    examineSite: { act: 'examineSite', result: 'passed', visitedOn: today, report: '符合要求' },
    acceptSite: { act: 'acceptSite', visitedOn: today, report: '验收合格' },
    proposeName: { act: 'proposeName', grounds: '示范作用明显' },
    signName: { act: 'signName' },
    considerLoss: { act: 'declineLoss', reason: '予以保留' },
    signLoss: { act: 'signLoss' },
    followUp: { act: 'followUp', report: '已落实' },
    submitSupport: { act: 'submitSupport' },
    examineSupport: { act: 'examineSupport', result: 'passed', report: '符合条件' },
    opineSupport: { act: 'opineSupport', result: 'passed', report: '预算内可以安排' },
    draftSupport: {
      act: 'draftSupport',
      result: 'granted',
      yuan: paidIn(file) ? 10_000 : null,
      grounds: '符合条件',
    },
    signSupport: { act: 'signSupport', result: file.support?.draft?.result ?? 'granted' },
    paySupport: {
      act: 'paySupport',
      paidOn: today,
      yuan: file.support?.granted?.yuan ?? 0,
      remark: '已拨付',
    },
    recheckSupport: { act: 'recheckSupport', result: 'passed', report: '仍符合条件' },
    considerSupportEnd: { act: 'keepSupport', reason: '予以保留' },
    signSupportEnd: { act: 'signSupportEnd' },
  };
  return answers[step];
}

function paidIn({ itinerary: { life } }: CaseFile): boolean {
  return life?.kind === 'support' && life.measure.paid;
}

function pointsOf({ itinerary }: CaseFile, unit: UnitId) {
  const rules = evaluationRulesIn(itinerary);
  return (rules ? indicatorsOf(rules, unit) : []).map(({ id }) => ({
    indicator: id,
    points: 85,
    evidence: '现场核实',
  }));
}

/** Every line of the checklist is as it should be. */
function seen(file: CaseFile, { checklist, stepId = '', ...item }: Answered) {
  return asItShouldBe(checklist ?? checklistOf(file, { ...item, stepId }));
}

function result(today: string): ActBody {
  return { act: 'recordResult', result: 'passed', heldOn: today, report: '符合要求' };
}
