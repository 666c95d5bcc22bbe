import type { Plan } from '../../domain/plan';
import { changeFaults } from './changes';
import { clockFaults } from './clockReferences';
import { constructionFaults } from './construction';
import { evaluationFaults } from './evaluation';
import { type Fault, fault } from './problem';
import { renewalFaults } from './renewal';
import { repeated } from './repeated';
import { siteFaults } from './siteReferences';
import { supervisionFaults } from './supervision';
import { supportFaults } from './support';
import { unitFaults } from './unitReferences';

/** What the entries of a plan say against one another: unknown ids, doubles, contradictions. */
export function referenceFaults(plan: Plan): Fault[] {
  return [
    ...unitFaults(plan),
    ...clockFaults(plan),
    ...repeated(['materials'], plan.materials, 'id'),
    ...repeated(['standards'], plan.standards, 'id'),
    ...repeated(['calendar'], plan.calendar, 'date'),
    ...repeated(['units'], plan.units, 'mark'),
    ...repeated(['ladder', 'rungs'], plan.ladder.rungs, 'id'),
    ...documentFaults(plan),
    ...siteFaults(plan),
    ...changeFaults(plan),
    ...renewalFaults(plan),
    ...supervisionFaults(plan),
    ...evaluationFaults(plan),
    ...constructionFaults(plan),
    ...supportFaults(plan),
  ];
}

function documentFaults({ document }: Plan): Fault[] {
  if (document.inForceFrom >= document.issuedOn) return [];
  const detail = {
    zh: `早于印发日期 ${document.issuedOn}`,
    en: `before it was issued on ${document.issuedOn}`,
  };
  return [fault('contradiction', ['document', 'inForceFrom'], { detail, found: document.inForceFrom })];
}
