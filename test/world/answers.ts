import type { ActBody } from '../../domain/act';
import type { CaseFile } from '../../domain/caseFile';
import type { Step } from '../../domain/vocabulary';

export const UNIFIED_CODE = '52330103MA9000003R';

/** The act that takes a case one step further on the straight path. */
export function straightAnswer(file: CaseFile, step: Step, today: string): ActBody {
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
  };
  return answers[step];
}

function result(today: string): ActBody {
  return { act: 'recordResult', result: 'passed', heldOn: today, report: '符合要求' };
}
