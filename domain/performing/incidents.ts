import type { ActBody } from '../act';
import type { CaseFile } from '../caseFile';
import { supervisedBy } from '../changes/supervised';
import { instantInShanghai } from '../civilDate';
import { demandVisited } from './complaints';
import { type ActContext, demand, demandPast, type Performed, type Performing, withWords } from './performed';

type Body<A extends ActBody['act']> = Extract<ActBody, { act: A }>;

const HOUR_MS = 3_600_000;

/** An incident, as soon as it has happened; one that is reported later than the plan asks is noted as late. */
export function reportIncident(file: CaseFile, body: Body<'reportIncident'>, { now }: ActContext): Performed {
  const { kind, hurt, report } = body;
  const happenedAt = instantInShanghai(body.happenedOn, body.happenedAt);
  demandPast(happenedAt, '/happenedAt', now);
  const late = Date.parse(now) - Date.parse(happenedAt) > supervisedBy(file).incidents.withinHours * HOUR_MS;
  return withWords({ type: 'incidentReported', kind, happenedAt, hurt, late }, { report });
}

/** Concluded once the visits that were called on it are made; a fault counts as a finding. */
export const concludeIncident: Performing<Body<'concludeIncident'>> = (file, item, body) => {
  const { result, severity = null, report } = body;
  demand((result === 'fault') === (severity !== null), 'severityNeeded', '/severity');
  demandVisited(file, item);
  return withWords({ type: 'incidentConcluded', item: item.id, result, severity }, { report });
};
