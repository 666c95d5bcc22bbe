import type { ActBody } from '../../../domain/act';
import type { CaseFile, WorkItem } from '../../../domain/caseFile';
import { addDays } from '../../../domain/civilDate';
import type { Repair } from '../../../domain/event';
import { openItems } from '../../../domain/process';
import { UNIFIED_CODE } from '../../world/answers';
import { licensingStages, type LicensingAct } from '../../world/licensing';

const reason = '情况有变';
const everyStage = licensingStages;
const repairs = (today: string): Repair[] => [
  ...everyStage.map((to): Repair => ({ kind: 'move', to })),
  { kind: 'correctDate', date: 'receipt', to: addDays(today, -3) },
  { kind: 'correctDate', date: 'decision', to: today },
  { kind: 'extend', clock: 'review', days: 3 },
  { kind: 'extend', clock: 'advice', days: 2 },
];

type Bodies = (file: CaseFile, today: string, item: WorkItem | null) => readonly ActBody[];

/** What somebody might send for each act: what the case itself allows, and some that it refuses. */
export const bodies: Readonly<Record<LicensingAct, Bodies>> = {
  accept: () => [{ act: 'accept' }],
  decline: () => [{ act: 'decline', reason }],
  requestCorrection: () => [{ act: 'requestCorrection', missing: [{ text: '签名' }, { text: '日期' }] }],
  correct: ({ correction }) => {
    const open = (correction?.nos ?? []).filter((no) => !correction?.closed.includes(no));
    const answers = open.map((no) => ({ no, answer: '已补正' }));
    return [
      { act: 'correct', answers: answers.slice(0, 1) },
      { act: 'correct', answers },
    ];
  },
  claim: () => [{ act: 'claim' }],
  release: () => [{ act: 'release' }],
  delegate: (_file, _today, item) => [{ act: 'delegate', to: `${item?.unit}-caseOfficer-2` }],
  signOff: () => [
    { act: 'signOff', opinion: 'agree' },
    { act: 'signOff', opinion: 'object', reason: '疏散通道不足' },
  ],
  answerObjection: () => [{ act: 'answerObjection', answer: '已采纳' }],
  order: () => [
    { act: 'order', procedure: 'inspect', days: 2, reason },
    { act: 'order', procedure: 'appraise', days: 10, reason },
  ],
  schedule: (_file, today) => [
    { act: 'schedule', on: today, place: '现场' },
    { act: 'schedule', on: addDays(today, 8), place: '二楼会议室', presider: 'presider-1' },
  ],
  recordResult: (_file, today) => [
    { act: 'recordResult', result: 'passed', heldOn: today, report: '符合要求' },
    { act: 'recordResult', result: 'failed', heldOn: today, report: '不符合要求' },
  ],
  callOff: () => [{ act: 'callOff', reason }],
  offerHearing: () => [{ act: 'offerHearing', reason }],
  requestHearing: () => [{ act: 'requestHearing' }],
  waiveHearing: () => [{ act: 'waiveHearing' }],
  draft: ({ itinerary }) => {
    const answers = itinerary.findings.map(({ id }) => ({ finding: id, answer: '已现场核实' }));
    return [
      { act: 'draft', result: 'granted', grounds: '符合条件', answers },
      { act: 'draft', result: 'refused', grounds: '不符合条件', answers },
    ];
  },
  returnDraft: () => [{ act: 'returnDraft', reason }],
  decide: ({ draft }) => [{ act: 'decide', result: draft?.result ?? 'granted' }],
  requestExtension: () => [{ act: 'requestExtension', days: 3, reason }],
  forwardExtension: () => [{ act: 'forwardExtension', opinion: '情况属实' }],
  grantExtension: () => [{ act: 'grantExtension' }],
  declineExtension: () => [{ act: 'declineExtension', reason }],
  consult: () => [
    { act: 'consult', whom: 'head', question: '面积如何认定' },
    { act: 'consult', whom: 'office', question: '面积如何认定' },
  ],
  advise: () => [{ act: 'advise', advice: '按规定办理' }],
  remand: () => everyStage.map((to) => ({ act: 'remand', to, reason })),
  endorse: () => [{ act: 'endorse', documentNo: '示例〔2026〕1号' }],
  declineEndorsement: () => [{ act: 'declineEndorsement', reason }],
  register: (_file, today) => [{ act: 'register', unifiedCode: UNIFIED_CODE, registeredOn: today }],
  declineRegistration: () => [{ act: 'declineRegistration', reason }],
  reapply: () => [{ act: 'reapply', answer: '已整改' }],
  confirmPush: () => [{ act: 'confirmPush', receiptNo: 'HB-1' }],
  file: ({ itinerary }) => [{ act: 'file', materials: itinerary.materials.map(({ id }) => id) }],
  issueReceipt: () => [{ act: 'issueReceipt' }],
  confirm: () => [{ act: 'confirm' }],
  findNonConforming: () => [{ act: 'findNonConforming', reason }],
  issue: () => [{ act: 'issue' }],
  withdraw: () => [{ act: 'withdraw', reason: '改变计划' }, { act: 'withdraw' }],
  amend: () => [{ act: 'amend', reason }],
  serve: (_file, today) => [{ act: 'serve', how: 'paper', on: today, to: '举办者' }],
  acknowledge: ({ letters }) => letters.map(({ no }) => ({ act: 'acknowledge', letter: no })),
  confirmService: ({ letters }) => letters.map(({ no }) => ({ act: 'confirmService', letter: no })),
  reportUndeliverable: ({ letters }) => letters.map(({ no }) => ({ act: 'reportUndeliverable', letter: no })),
  reassign: (file) =>
    openItems(file).flatMap(({ id, unit }): ActBody[] => [
      { act: 'reassign', workItem: id, to: `${unit}-reviewer-2`, reason },
      { act: 'reassign', workItem: id, to: null, reason },
    ]),
  proposeRepair: (_file, today) => repairs(today).map((repair) => ({ act: 'proposeRepair', repair, reason })),
  confirmRepair: () => [{ act: 'confirmRepair' }],
  declineRepair: () => [{ act: 'declineRepair', reason }],
  intervene: () => [{ act: 'intervene', kind: 'resent', reason }],
};
