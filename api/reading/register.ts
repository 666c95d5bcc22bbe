import { sql } from 'kysely';
import { z } from 'zod';
import type { CaseFile } from '../../domain/caseFile';
import { dateInShanghai } from '../../domain/civilDate';
import type { Plan } from '../../domain/plan';
import { publishedName } from '../../domain/publication';
import { suspendedOn } from '../../domain/supervision';
import { openingOutcomes, publicNoOf } from '../../domain/takeOver';
import { hasExpired } from '../../domain/term';
import type { StoredApplication } from '../../infra/personal/storedApplication';
import { ownerships, serviceModes } from '../../domain/vocabulary';
import type { RegisterEntry, RegisterFilter } from '../contracts/registerEntry';
import { reference } from '../contracts/text';
import { pageAnswer, pageOf } from '../http/paging';
import type { Services } from '../services';
import { unitName } from './workItems';

const position = z.tuple([reference]);

/** The institutions with a certificate and those taken over, for anybody to look up, those that left among them; newer ones first. */
export async function registerList(services: Services, filter: RegisterFilter, address: string) {
  const { limit, after } = pageOf(filter, position);
  let query = services.ground.db
    .selectFrom('case_file')
    .innerJoin('application', 'application.case_id', 'case_file.application_id')
    .leftJoin('case_file as life', (join) =>
      join.onRef('life.institution_id', '=', 'case_file.institution_id').on('life.kind', '=', 'supervision'),
    )
    .leftJoin('case_file as site', (join) =>
      join
        .onRef('site.institution_id', '=', 'case_file.institution_id')
        .on('site.kind', '=', 'construction')
        .on('site.outcome', 'is', null),
    )
    .select(['case_file.case_id', 'case_file.state', 'case_file.plan_version', 'application.body'])
    .select('site.state as site')
    .select('life.state as life')
    .where('case_file.kind', '=', 'licensing')
    .where('case_file.outcome', 'in', openingOutcomes)
    .where(isInForce)
    .orderBy('case_file.case_id', 'desc')
    .limit(limit + 1);
  if (after) query = query.where('case_file.case_id', '<', after[0]);
  if (filter.name)
    query = query.where(sql<boolean>`case_file.institution_name ilike ${containing(filter.name)}`);
  if (filter.subdistrict) query = query.where('case_file.subdistrict', '=', filter.subdistrict);
  if (filter.mode) query = query.where('case_file.service_mode', '=', filter.mode);
  const rows = await query.execute();
  const today = dateInShanghai(await services.ground.clock.now());
  const plans = await services.plans.versions(rows.map((row) => row.plan_version));
  return pageAnswer(
    rows,
    limit,
    (row) => [row.case_id],
    (row) => ({
      ...entryView(row.state, row.body, plans(row.plan_version), services.publicUrl),
      validUntil: row.state.validUntil ?? null,
      expired: hasExpired(row.state.validUntil, today),
      suspendedOn: row.life?.outcome === null ? suspendedOn(row.life.supervision) : null,
      exitedOn: row.life?.supervision?.exit?.closedOn ?? null,
      demonstrationSite: row.site && siteNo(row.site),
    }),
    address,
  );
}

/** An institution stands there by its newest certificate; numbers of applications rise with time. */
export const isInForce = sql<boolean>`not exists (
  select 1 from case_file later
   where later.institution_id = case_file.institution_id and later.kind = 'licensing'
     and later.outcome = 'certified' and later.case_id > case_file.case_id)`;

/** The number of a site that bears its name. */
function siteNo(file: CaseFile): number | null {
  const { life } = file.itinerary;
  return publishedName(file) && life?.kind === 'construction' ? life.site.no : null;
}

/** A pattern of the words as they stand: what is special in a pattern is not special here. */
export function containing(words: string): string {
  return `%${words.replace(/[\\%_]/g, '\\$&')}%`;
}

function entryView(
  file: CaseFile,
  application: StoredApplication,
  plan: Plan,
  publicUrl: string,
): Omit<RegisterEntry, 'validUntil' | 'expired' | 'suspendedOn' | 'exitedOn' | 'demonstrationSite'> {
  const { itinerary } = file;
  const certificateNo = publicNoOf(file) ?? '';
  const takenOver = file.outcome === 'takenOver';
  return {
    certificateNo,
    institution: application.institution.name,
    address: application.institution.address,
    serviceMode: itinerary.serviceMode,
    serviceModeLabel: serviceModes[itinerary.serviceMode],
    ownership: itinerary.ownership,
    ownershipLabel: ownerships[itinerary.ownership],
    subdistrict: unitName(plan, itinerary.subdistrict),
    places: application.facts.places,
    unifiedCode: file.unifiedCode ?? application.facts.existingRegistration?.unifiedCode ?? null,
    takenOver,
    // The certificate ends the case: its day is the day of the last event.
    issuedOn: takenOver ? (file.dates.filingReceived ?? '') : dateInShanghai(file.lastAt),
    verify: `${publicUrl}/verify/${encodeURIComponent(certificateNo)}`,
  };
}
