import { systemActor } from '../../domain/actor';
import { applicationOf, institutionOf, kindOf } from '../../domain/itinerary';
import { openingOf } from '../../domain/opening';
import { unitsIn } from '../../domain/permission';
import type { Tx } from '../db/connect';
import { GENESIS } from './chain';
import type { Entry } from './entry';

/**
 * Takes up a case by its first event: its first stage opens at once, whether or not the engine is up, what time has
 * done since is noted, and it gets its row. Its events are still to be written.
 */
export async function takeUp(tx: Tx, entry: Entry, institution: string): Promise<void> {
  const [first] = entry.file.itinerary.stages;
  const kinds = first?.steps.map(({ step }) => step) ?? [];
  const opening = first && openingOf(entry.file, first.stage, kinds, await entry.moment());
  if (opening) entry.append(systemActor, opening);
  await entry.settle();
  await insertCase(tx, entry, institution);
}

async function insertCase(tx: Tx, { file, receivedAt }: Entry, institution: string): Promise<void> {
  const { itinerary } = file;
  await tx
    .insertInto('case_file')
    .values({
      case_id: file.caseId,
      kind: kindOf(itinerary),
      institution_id: institutionOf(file),
      application_id: applicationOf(file),
      year: itinerary.life?.kind === 'evaluation' ? itinerary.life.year : null,
      plan_version: itinerary.planVersion,
      state: JSON.stringify(file),
      seq: 0,
      last_at: file.lastAt,
      last_hash: GENESIS,
      stage: file.stage,
      outcome: null,
      service_mode: itinerary.serviceMode,
      ownership: itinerary.ownership,
      subdistrict: itinerary.subdistrict,
      organisation: file.organisation,
      lead: itinerary.lead,
      institution_name: institution,
      units: unitsIn(file),
      received_on: file.dates.receipt,
      opened_at: receivedAt,
      closed_at: null,
    })
    .execute();
}
