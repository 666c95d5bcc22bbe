import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Application, ApplicationFacts, Premises, Staff } from '../../domain/application';
import type { DemonstrationSite, Plan } from '../../domain/plan';
import { materialsDue } from '../../domain/materials';
import type { Ownership, ServiceForm } from '../../domain/vocabulary';
import type { SideRoad } from './sideRoads';

/** What Annex 2 does not say of a site; made up, and marked so in its file. */
export interface SampleSite {
  readonly no: number;
  readonly ownership: Ownership;
  readonly subdistrict: string;
  readonly serviceForms: readonly ServiceForm[];
  readonly existingRegistration: ApplicationFacts['existingRegistration'];
  readonly unifiedCode: string | null;
  readonly classes: ApplicationFacts['classes'];
  readonly premises: Omit<Premises, 'areaSquareMetres'>;
  readonly staff: Staff;
  readonly meals: boolean;
  /** What its case takes besides the straight way. */
  readonly sideRoads: readonly SideRoad[];
}

interface Sample {
  readonly contact: { readonly person: string; readonly phone: string; readonly locale: 'zh' | 'en' };
  readonly sites: readonly SampleSite[];
}

const sample = parse(readFileSync(join(__dirname, 'sample.yaml'), 'utf8')) as Sample;

/** @throws RangeError for a site that the sample does not know */
export function sampleOf(no: number): SampleSite {
  const found = sample.sites.find((site) => site.no === no);
  if (!found) throw new RangeError(`sample.yaml has no site ${no}`);
  return found;
}

/** The application of a site of Annex 2: the annex's own words, and sample data for the rest. */
export function applicationOf(plan: Plan, site: DemonstrationSite, email: string): Application {
  const { no: _no, unifiedCode: _code, sideRoads: _roads, premises, ...rest } = sampleOf(site.no);
  const facts: ApplicationFacts = {
    ...rest,
    serviceMode: site.mode,
    places: site.places ?? 0,
    premises: { ...premises, areaSquareMetres: areaOf(site) },
    materials: [],
  };
  return {
    facts: { ...facts, materials: papers(plan, facts, 'acceptance') },
    institution: {
      name: site.name,
      nameIsProvisional: site.nameIsProvisional,
      address: site.printed.address,
    },
    contact: { ...sample.contact, organisation: site.name, email },
  };
}

/** Every paper that a stage asks for. */
function papers(plan: Plan, facts: ApplicationFacts, stage: 'acceptance' | 'filing'): string[] {
  return materialsDue(plan.materials, facts)
    .filter((material) => material.stage === stage)
    .map((material) => material.id);
}

/** Where the annex prints an area a class, the smaller figure for each class. */
function areaOf(site: DemonstrationSite): number | null {
  if (site.areaSquareMetres !== null) return site.areaSquareMetres;
  return site.areaPerClass && site.classes !== null ? site.areaPerClass.min * site.classes : null;
}
