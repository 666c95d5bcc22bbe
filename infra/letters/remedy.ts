import type { NoticeFacts } from './notice';

/** Where and until when a decision can be reviewed (救济途径), as the plan file words it. */
export function remedy(facts: NoticeFacts) {
  return {
    zh: `如不服本决定，可${facts.remedyLimit.zh}向${facts.remedyBody.zh}申请行政复议。`,
    en: `You may apply to ${facts.remedyBody.en} for administrative review ${facts.remedyLimit.en}.`,
  };
}
