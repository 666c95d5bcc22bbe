import { type Difference, differenceKinds } from './difference';
import type { Reconciliation } from './reconcile';

/** One difference, in both languages. */
export function lineOf({ kind, caseId, about }: Difference): string {
  const { what, mend } = differenceKinds[kind];
  const cure = mend ? `\n    --mend：${mend.zh} ${mend.en}` : '';
  return `✗ ${caseId}  ${what.zh}  ${what.en}\n    ${about}${cure}`;
}

export function summaryOf({ cases, differences }: Reconciliation): string {
  return differences.length === 0
    ? `✓ ${cases} 件，全部一致 ${cases} cases, all agree`
    : `✗ ${cases} 件，${differences.length} 处不一致 ${cases} cases, ${differences.length} differences`;
}
