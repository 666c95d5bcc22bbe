import { z } from 'zod';
import { act, reason } from './actSchema';
import { says } from './label';
import { date, planKey, prose, reference } from './text';

const report = prose(10_000).meta(says('验收情况', 'What was seen'));
const visitedOn = date.meta(says('验收日期', 'The day of the visit'));
const completion = date.meta(says('新的建成时间', 'The new day of completion'));
const grounds = prose(10_000).meta(says('事实和理由', 'The facts and grounds'));

/** What is done to a demonstration site's case itself, by the leading group's office. */
export const siteCaseActs = [
  act('reschedule', { completion, reason }),
  act('linkLicence', { licence: reference.meta(says('申报办件编号', 'Number of the application')) }),
  act('discontinue', { reason }),
  act('raiseLoss', { reason }),
] as const;

/** What is answered in the case of a demonstration site: milestones, acceptance, its name. */
export const siteActs = [
  act('reportMilestone', {
    reachedOn: date
      .nullable()
      .meta(says('完成日期；尚未完成为 null', 'The day it was reached; null while it is not')),
    remark: prose(2_000).meta(says('进度说明', 'How it stands')),
  }),
  act('examineSite', {
    result: z.enum(['passed', 'failed']).meta(says('通过或不通过', 'Passed or failed')),
    visitedOn,
    report,
  }),
  act('acceptSite', { visitedOn, report }),
  act('returnSite', {
    visitedOn,
    report,
    milestones: z
      .array(planKey)
      .min(1)
      .max(50)
      .readonly()
      .meta(says('须整改的建设节点', 'The milestones to be reached anew')),
    completion,
  }),
  act('proposeName', { grounds }),
  act('returnName', { reason }),
  act('declineName', { reason }),
  act('signName', {}),
  act('proposeLoss', { grounds }),
  act('declineLoss', { reason }),
  act('signLoss', {
    answer: prose(2_000)
      .optional()
      .meta(says('对陈述申辩的答复；有陈述申辩时须填写', 'The answer, where the institution contested')),
  }),
] as const;
