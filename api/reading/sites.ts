import type { z } from 'zod';
import type { CaseFile } from '../../domain/caseFile';
import { buildStep, milestoneDays } from '../../domain/construction';
import { institutionOf } from '../../domain/itinerary';
import { upToDate } from '../../domain/opening';
import { currentItem, standsAt } from '../../domain/process';
import { publishedName } from '../../domain/publication';
import type { DemonstrationSite, Plan } from '../../domain/plan';
import { publicNoOf } from '../../domain/takeOver';
import { outcomes, serviceModes, stages } from '../../domain/vocabulary';
import type { ConstructionView } from '../contracts/lifeView';
import type { NamedSite, SiteStanding } from '../contracts/site';
import { API } from '../paths';
import { todayOf } from '../planning';
import type { Services } from '../services';
import { unitName, type View } from './workItems';

/** How a demonstration site fares, milestone by milestone. */
export function constructionView(
  file: CaseFile,
  { now }: Pick<View, 'now'>,
): z.infer<typeof ConstructionView> | null {
  const { construction, itinerary } = file;
  const { life } = itinerary;
  if (!construction || life?.kind !== 'construction') return null;
  const days = milestoneDays(life.milestones, construction);
  const milestones = life.milestones.map(({ id, name }) => {
    const item = currentItem(file, buildStep(id));
    const isOpen = item?.status === 'open';
    return {
      id,
      name,
      due: days[id] ?? null,
      reachedOn: construction.reached[id] ?? null,
      workItem: item?.id ?? null,
      overdue: isOpen && item.deadline.dueAt <= now.toISOString(),
    };
  });
  const signed = construction.name?.signed ?? null;
  return {
    siteNo: life.site.no,
    printedCompletion: life.site.printedCompletion,
    completion: construction.completion,
    milestones,
    licence: life.institution,
    namedOn: signed?.on ?? null,
    decisionNo: signed?.no ?? null,
    lossProposed: construction.loss !== null,
  };
}

/** A site goes by the name of the annex until its institution is known. */
export function siteNameOf({ itinerary: { life } }: CaseFile): string {
  return life?.kind === 'construction' ? life.site.name : '';
}

/** The case of the demonstration site that the institution of another case is; null where it is none. */
export async function siteCaseOf({ ground }: Services, file: CaseFile): Promise<string | null> {
  if (file.construction) return null;
  const row = await ground.db
    .selectFrom('case_file')
    .select('case_id')
    .where('institution_id', '=', institutionOf(file))
    .where('kind', '=', 'construction')
    .where('outcome', 'is', null)
    .executeTakeFirst();
  return row?.case_id ?? null;
}

/** The sites of the plan in force, each with how far it is. */
export async function siteList(services: Services): Promise<SiteStanding[]> {
  const { plan } = await services.plans.inForce(await todayOf(services));
  const { clock, calendar } = services.ground;
  const [files, now, days] = [await constructions(services), await clock.now(), await calendar()];
  return plan.demonstrationSites.map((site) => {
    const file = files.findLast((each) => siteNoOf(each.file) === site.no && isOf(each.file, plan));
    const standing = file && { ...file, file: upToDate(file.file, now, days) };
    return siteStanding(plan, site, standing, now);
  });
}

/** The named sites, for anybody to look up, in the order of the annex. */
export async function namedSites(services: Services): Promise<NamedSite[]> {
  const named = (await constructions(services)).flatMap(({ file, certificateNo, institution }) => {
    const { life } = file.itinerary;
    const name = publishedName(file);
    if (!name || life?.kind !== 'construction' || certificateNo === null) return [];
    const { serviceMode } = file.itinerary;
    return [
      {
        no: life.site.no,
        institution,
        address: life.site.address,
        serviceMode,
        serviceModeLabel: serviceModes[serviceMode],
        certificateNo,
        namedOn: name.on,
        decisionNo: name.no,
        verify: `${services.publicUrl}/verify/${encodeURIComponent(certificateNo)}`,
      },
    ];
  });
  return named.sort((a, b) => a.no - b.no);
}

interface Kept {
  readonly file: CaseFile;
  /** The name of its institution, or of the site while it has none. */
  readonly institution: string;
  readonly certificateNo: string | null;
}

/** Every construction, the earlier first. */
async function constructions({ ground }: Services): Promise<Kept[]> {
  const rows = await ground.db
    .selectFrom('case_file')
    .leftJoin('case_file as licence', (join) =>
      join.onRef('licence.case_id', '=', 'case_file.application_id').on('licence.kind', '=', 'licensing'),
    )
    .select(['case_file.state', 'case_file.institution_name', 'licence.institution_name as institution'])
    .select('licence.state as licence')
    .where('case_file.kind', '=', 'construction')
    .orderBy('case_file.opened_at')
    .execute();
  return rows.map(({ state, institution_name, institution, licence }) => ({
    file: state,
    institution: institution ?? institution_name,
    certificateNo: licence && publicNoOf(licence),
  }));
}

function siteNoOf({ itinerary: { life } }: CaseFile): number | null {
  return life?.kind === 'construction' ? life.site.no : null;
}

/** Whether a case is one of this district's. */
function isOf({ itinerary: { planVersion } }: CaseFile, { id }: Plan): boolean {
  return planVersion.split('@')[0] === id;
}

function siteStanding(plan: Plan, site: DemonstrationSite, kept: Kept | undefined, now: Date): SiteStanding {
  const { no, name, mode, printed, responsibleUnit } = site;
  const head = {
    no,
    name,
    address: printed.address,
    serviceMode: mode,
    serviceModeLabel: serviceModes[mode],
    responsibleUnit: unitName(plan, responsibleUnit),
    printedCompletion: printed.completion,
  };
  if (!kept) return { ...head, standing: notBegun, case: null, construction: null, certificateNo: null };
  const { file, certificateNo } = kept;
  const { caseId, outcome } = file;
  const standing = outcome === null ? stages[standsAt(file) ?? file.stage] : outcomes[outcome];
  return {
    ...head,
    standing,
    case: { caseId, href: `${API}/cases/${caseId}` },
    construction: constructionView(file, { now }),
    certificateNo,
  };
}

const notBegun = { zh: '未立件', en: 'Not begun' };
