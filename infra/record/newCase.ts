import { applicationOf, kindOf } from '../../domain/itinerary';
import { unitsIn } from '../../domain/permission';
import type { Tx } from '../db/connect';
import { GENESIS } from './chain';
import type { Entry } from './entry';

/** Gives a case that has begun its row, before its events are written. */
export async function insertCase(tx: Tx, { file, receivedAt }: Entry, institution: string): Promise<void> {
  const { itinerary } = file;
  await tx
    .insertInto('case_file')
    .values({
      case_id: file.caseId,
      kind: kindOf(itinerary),
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
