import type { CheckResult } from './examination';
import { type Condition, type Finding, marks } from './finding';

/** A finding as it is printed: its mark, what was found, and below what to do; Chinese, then English. */
export function lineOf({ condition, what, mend }: Finding): string {
  const found = `${marks[condition]} ${what.zh}${what.en ? `  ${what.en}` : ''}`;
  return mend ? `${found}\n    做法 ${mend.zh}  Do: ${mend.en}` : found;
}

export function summaryOf(results: readonly CheckResult[]): string {
  const count = (condition: Condition) =>
    results.flatMap(({ findings }) => findings).filter((finding) => finding.condition === condition).length;
  const [ill, doubtful] = [count('ill'), count('doubtful')];
  if (ill + doubtful === 0) return '全部正常。 All is well.';
  return `须处理 ${ill} 处，须留意 ${doubtful} 处。 ${ill} to mend, ${doubtful} to look at.`;
}

export function isWell(results: readonly CheckResult[]): boolean {
  return results.every(({ findings }) => findings.every(({ condition }) => condition !== 'ill'));
}

/** For programs: every finding with the name of its check. */
export function jsonOf(results: readonly CheckResult[]) {
  return {
    ok: isWell(results),
    findings: results.flatMap(({ check, findings }) => findings.map((finding) => ({ check, ...finding }))),
  };
}
