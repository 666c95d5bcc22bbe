import type { ProcedureResult } from './event';
import type { Labels } from './label';

/** What a person asks the record of a demonstration site to hold, in the imperative: see `ActBody`. */
export type SiteActBody =
  | { readonly act: 'reportMilestone'; readonly reachedOn: string | null; readonly remark: string }
  | { readonly act: 'reschedule'; readonly completion: string; readonly reason: string }
  | { readonly act: 'linkLicence'; readonly licence: string }
  | { readonly act: 'discontinue'; readonly reason: string }
  | {
      readonly act: 'examineSite';
      readonly result: ProcedureResult;
      readonly visitedOn: string;
      readonly report: string;
    }
  | { readonly act: 'acceptSite'; readonly visitedOn: string; readonly report: string }
  | {
      readonly act: 'returnSite';
      readonly visitedOn: string;
      readonly report: string;
      readonly milestones: readonly string[];
      readonly completion: string;
    }
  | { readonly act: 'proposeName'; readonly grounds: string }
  | { readonly act: 'returnName'; readonly reason: string }
  | { readonly act: 'declineName'; readonly reason: string }
  | { readonly act: 'signName' }
  | { readonly act: 'raiseLoss'; readonly reason: string }
  | { readonly act: 'proposeLoss'; readonly grounds: string }
  | { readonly act: 'declineLoss'; readonly reason: string }
  | { readonly act: 'signLoss'; readonly answer?: string | undefined };

export const siteActs = {
  reportMilestone: { zh: '报告建设进度', en: 'Report the milestone' },
  reschedule: { zh: '调整建成时间', en: 'Set another day of completion' },
  linkLicence: { zh: '关联申报办件', en: 'Link with the application' },
  discontinue: { zh: '终止建设', en: 'Discontinue the construction' },
  examineSite: { zh: '提出验收意见', en: 'Give an opinion on the site' },
  acceptSite: { zh: '验收通过', en: 'Accept the site' },
  returnSite: { zh: '验收不通过', en: 'Send the site back to be mended' },
  proposeName: { zh: '拟定命名', en: 'Propose the name' },
  returnName: { zh: '退回命名拟稿', en: 'Return the proposal' },
  declineName: { zh: '不予命名', en: 'Decline the name' },
  signName: { zh: '签发命名决定', en: 'Sign the naming' },
  raiseLoss: { zh: '提请取消命名', en: 'Ask whether it should lose its name' },
  proposeLoss: { zh: '拟定取消命名', en: 'Propose the loss of the name' },
  declineLoss: { zh: '维持命名', en: 'Leave it its name' },
  signLoss: { zh: '签发取消命名决定', en: 'Sign the loss of the name' },
} as const satisfies Labels<SiteActBody['act']>;
