import type { ActBody } from '../../domain/act';
import type { CaseFile, WorkItem } from '../../domain/caseFile';
import type { LicensingAct } from '../world/licensing';
import { straightAnswer, UNIFIED_CODE } from '../world/answers';
import { official } from '../world/people';

const TODAY = '2026-09-28';
const reason = '按规定';

/** Every act of licensing in a shape of its own, made for one work item, whether or not it is the straight path's. */
export function examples(file: CaseFile, item: WorkItem): Record<LicensingAct, ActBody> {
  const { stage, unit } = item;
  return {
    accept: { act: 'accept' },
    decline: { act: 'decline', reason },
    requestCorrection: { act: 'requestCorrection', missing: [{ text: '租赁合同缺页' }] },
    correct: { act: 'correct', answers: [{ no: 1, answer: '已补正' }] },
    claim: { act: 'claim' },
    release: { act: 'release' },
    delegate: { act: 'delegate', to: official(unit, 'caseOfficer', 2).sub },
    signOff: { act: 'signOff', opinion: 'agree' },
    answerObjection: { act: 'answerObjection', answer: '已采纳' },
    order: { act: 'order', procedure: 'test', days: 3, reason },
    schedule: { act: 'schedule', on: '2026-10-30', place: '机构现场', presider: 'somebody-else' },
    recordResult: { act: 'recordResult', result: 'passed', heldOn: TODAY, report: '符合要求' },
    callOff: { act: 'callOff', reason },
    offerHearing: { act: 'offerHearing', reason },
    requestHearing: { act: 'requestHearing' },
    waiveHearing: { act: 'waiveHearing' },
    draft: straightAnswer(file, { step: 'draft', unit: item.unit }, TODAY),
    returnDraft: { act: 'returnDraft', reason },
    decide: { act: 'decide', result: file.draft?.result ?? 'granted' },
    requestExtension: { act: 'requestExtension', days: 5, reason },
    forwardExtension: { act: 'forwardExtension', opinion: '情况属实' },
    grantExtension: { act: 'grantExtension' },
    declineExtension: { act: 'declineExtension', reason },
    consult: { act: 'consult', whom: 'head', question: '可否' },
    advise: { act: 'advise', advice: '按规定办理' },
    remand: { act: 'remand', to: stage === 'jointReview' ? 'acceptance' : 'jointReview', reason },
    endorse: { act: 'endorse', documentNo: '示例〔2026〕1号' },
    declineEndorsement: { act: 'declineEndorsement', reason },
    register: { act: 'register', unifiedCode: UNIFIED_CODE, registeredOn: TODAY },
    declineRegistration: { act: 'declineRegistration', reason },
    reapply: { act: 'reapply', answer: '已整改' },
    confirmPush: { act: 'confirmPush', receiptNo: 'none' },
    file: straightAnswer(file, { step: 'file', unit: 'applicant' }, TODAY),
    issueReceipt: { act: 'issueReceipt' },
    confirm: { act: 'confirm' },
    findNonConforming: { act: 'findNonConforming', reason },
    issue: { act: 'issue' },
    withdraw: { act: 'withdraw' },
    amend: { act: 'amend', reason },
    serve: { act: 'serve', how: 'paper', on: TODAY, to: '举办者' },
    acknowledge: { act: 'acknowledge', letter: file.letters.at(-1)?.no ?? '无' },
    confirmService: { act: 'confirmService', letter: '无' },
    reportUndeliverable: { act: 'reportUndeliverable', letter: '无' },
    reassign: { act: 'reassign', workItem: item.id, to: null, reason },
    proposeRepair: { act: 'proposeRepair', repair: { kind: 'move', to: stage }, reason },
    confirmRepair: { act: 'confirmRepair' },
    declineRepair: { act: 'declineRepair', reason },
    intervene: { act: 'intervene', kind: 'recomputed', reason },
  };
}
