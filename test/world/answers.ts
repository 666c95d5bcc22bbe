import type { ActBody } from '../../domain/act';
import type { CaseFile } from '../../domain/caseFile';
import type { Step } from '../../domain/vocabulary';

export const UNIFIED_CODE = '52330103MA9000003R';

/** The act that takes a case one step further on the straight path. */
export function straightAnswer(file: CaseFile, step: Step, today: string): ActBody {
  const { findings, materials } = file.itinerary;
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
  };
  return answers[step];
}
