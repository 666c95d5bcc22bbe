import type { VisitFinding } from '../lifeAct';
import type { Checked, CheckLine } from '../supervision';
import { demand } from './performed';

/**
 * A visit says of each line of its checklist once what it saw; what is not as it should be is a finding, and a finding
 * on a line says so there.
 * @throws Refusal naming the lines
 */
export function checkChecklist(
  lines: readonly CheckLine[],
  checked: readonly Checked[],
  findings: readonly VisitFinding[],
): void {
  const known = lines.map(({ id }) => id);
  const said = checked.map(({ line }) => line);
  said.forEach((line, index) => {
    const isOnce = known.includes(line) && said.indexOf(line) === index;
    demand(isOnce, 'unknownLine', `/checked/${index}/line`, known);
  });
  const unsaid = known.filter((line) => !said.includes(line));
  demand(unsaid.length === 0, 'linesMissing', '/checked', unsaid);
  const unfit = checked.filter(({ result }) => result === 'unfit').map(({ line }) => line);
  findings.forEach(({ line }, index) => {
    demand(line === undefined || unfit.includes(line), 'lineFit', `/findings/${index}/line`, unfit);
  });
  const unfounded = unfit.filter((line) => !findings.some((finding) => finding.line === line));
  demand(unfounded.length === 0, 'lineUnfounded', '/findings', unfounded);
}
