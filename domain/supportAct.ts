import type { Labels } from './label';

/** What a person asks the record of a support to hold, in the imperative: see `ActBody`. */
export type SupportActBody =
  | { readonly act: 'submitSupport' }
  | { readonly act: 'examineSupport'; readonly result: 'passed' | 'failed'; readonly report: string }
  | { readonly act: 'opineSupport'; readonly result: 'passed' | 'failed'; readonly report: string }
  | {
      readonly act: 'draftSupport';
      readonly result: 'granted' | 'refused';
      readonly grounds: string;
      readonly yuan: number | null;
    }
  | { readonly act: 'returnSupport'; readonly reason: string }
  | { readonly act: 'signSupport'; readonly result: 'granted' | 'refused' }
  | { readonly act: 'paySupport'; readonly paidOn: string; readonly yuan: number; readonly remark: string }
  | { readonly act: 'recheckSupport'; readonly result: 'passed' | 'failed'; readonly report: string }
  | { readonly act: 'proposeSupportEnd'; readonly grounds: string }
  | { readonly act: 'keepSupport'; readonly reason: string }
  | { readonly act: 'signSupportEnd' }
  | { readonly act: 'waiveSupport'; readonly reason: string };

export const supportActs = {
  submitSupport: { zh: '提交申请材料', en: 'Hand in the request with its papers' },
  examineSupport: { zh: '提出审核意见', en: 'Examine the request for support' },
  opineSupport: { zh: '提出财政意见', en: 'Say whether it can be paid' },
  draftSupport: { zh: '拟定扶持决定', en: 'Draft the decision on support' },
  returnSupport: { zh: '退回扶持拟稿', en: 'Return the draft on support' },
  signSupport: { zh: '签发扶持决定', en: 'Sign the decision on support' },
  paySupport: { zh: '记录拨付', en: 'Record the payment' },
  recheckSupport: { zh: '记录复核', en: 'Record the re-check' },
  proposeSupportEnd: { zh: '拟定终止扶持', en: 'Propose the end of support' },
  keepSupport: { zh: '继续扶持', en: 'Go on with the support' },
  signSupportEnd: { zh: '签发终止扶持决定', en: 'Sign the end of support' },
  waiveSupport: { zh: '放弃扶持', en: 'Waive the support' },
} as const satisfies Labels<SupportActBody['act']>;
