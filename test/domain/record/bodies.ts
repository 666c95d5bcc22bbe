import type { Act, ActBody } from '../../../domain/act';
import type { CaseFile } from '../../../domain/caseFile';
import { UNIFIED_CODE } from '../../world/answers';

/** What somebody might send for each act on a case without findings, complete as far as the case is concerned. */
export const bodies: Readonly<Record<Act, (file: CaseFile, today: string) => readonly ActBody[]>> = {
  accept: () => [{ act: 'accept' }],
  decline: () => [{ act: 'decline', reason: '不属于本机关职权' }],
  signOff: () => [
    { act: 'signOff', opinion: 'agree' },
    { act: 'signOff', opinion: 'object', reason: '疏散通道不足' },
  ],
  draft: () => [
    { act: 'draft', result: 'granted', grounds: '符合条件' },
    { act: 'draft', result: 'refused', grounds: '不符合条件' },
  ],
  returnDraft: () => [{ act: 'returnDraft', reason: '理由不清' }],
  decide: ({ draft }) => [{ act: 'decide', result: draft?.result ?? 'granted' }],
  endorse: () => [{ act: 'endorse', documentNo: '示例〔2026〕1号' }],
  register: (_, today) => [{ act: 'register', unifiedCode: UNIFIED_CODE, registeredOn: today }],
  confirmPush: () => [{ act: 'confirmPush', receiptNo: 'HB-1' }],
  file: ({ itinerary }) => [{ act: 'file', materials: itinerary.materials.map(({ id }) => id) }],
  issueReceipt: () => [{ act: 'issueReceipt' }],
  confirm: () => [{ act: 'confirm' }],
  issue: () => [{ act: 'issue' }],
  withdraw: () => [{ act: 'withdraw', reason: '改变计划' }, { act: 'withdraw' }],
};
