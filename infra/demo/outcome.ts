import type { DemonstrationSite, Plan, UnitId } from '../../domain/plan';
import { unitNameOf } from '../../domain/unitName';
import type { ServiceMode, Stage } from '../../domain/vocabulary';
import type { CaseView } from '../client/wire';
import type { SideRoad } from './sideRoads';

/** What became of one site; units by their Chinese names, as the plan prints them. */
export interface SiteOutcome {
  readonly no: number;
  readonly name: string;
  readonly mode: ServiceMode;
  readonly lead: string;
  readonly responsibleUnit: string;
  readonly consulted: readonly string[];
  /** Null where the site registers nowhere. */
  readonly registrar: string | null;
  /** The ids of what was found against the standards; each was answered before the decision. */
  readonly findings: readonly string[];
  readonly caseId: string;
  readonly stage: Stage;
  readonly certificateNo: string | null;
  /** By its record. */
  readonly sideRoads: readonly SideRoad[];
}

/** Sums up a site's case as it stands at the end. */
export function outcomeOf(
  plan: Plan,
  site: DemonstrationSite,
  file: CaseView,
  sideRoads: readonly SideRoad[],
): SiteOutcome {
  const { itinerary, caseId, stage, certificateNo } = file;
  const name = (unit: UnitId): string => unitNameOf(plan, unit).zh;
  return {
    no: site.no,
    name: site.name,
    mode: site.mode,
    lead: name(itinerary.lead),
    responsibleUnit: name(site.responsibleUnit),
    consulted: itinerary.consulted.map(name),
    registrar: itinerary.registrar === null ? null : name(itinerary.registrar),
    findings: itinerary.findings.map(({ id }) => id),
    caseId,
    stage,
    certificateNo,
    sideRoads,
  };
}
