import { timingSafeEqual } from 'node:crypto';
import { sql } from 'kysely';
import { publicActor } from '../../domain/actor';
import { dateInShanghai, yearOf } from '../../domain/civilDate';
import type { Complaint } from '../../domain/complaint';
import { supervisionId } from '../../domain/supervision';
import type { Tx } from '../db/connect';
import { sealedFor } from '../personal/blindIndex';
import type { FieldCipher } from '../personal/cipher';
import { Entry } from './entry';
import type { Ground } from './ground';
import { formatNumber, nextNumber } from './serialNumber';
import { takenOverBy } from './takeOver';

/** A complaint on the record: its number, and the code that lets whoever made it read what becomes of it. */
export interface ReceivedComplaint {
  readonly no: string;
  readonly queryCode: string;
  readonly receivedOn: string;
}

/**
 * Takes up a complaint of the public: its words beside the record, and in the supervision that there was one, which
 * asks the unit of the plan to handle it. In the caller's transaction.
 * @returns null where no institution with such a certificate is supervised
 */
export async function receiveComplaint(
  tx: Tx,
  ground: Ground,
  { certificateNo, text, contact }: Complaint,
): Promise<ReceivedComplaint | null> {
  const supervision = await supervisionOf(tx, certificateNo);
  if (supervision === null) return null;
  const entry = await Entry.open(tx, ground, supervision);
  if (entry.file.outcome !== null) return null;
  const receivedOn = dateInShanghai(entry.at);
  const prefix = `${supervision.split('-')[0]}-T`;
  const year = yearOf(receivedOn);
  const no = formatNumber(prefix, year, await nextNumber(tx, prefix, year));
  entry.append(publicActor, { type: 'complaintReceived', complaint: no, on: receivedOn });
  const step = `handleComplaint-${entry.file.seq}`;
  await entry.settle();
  await tx
    .insertInto('complaint')
    .values({
      no,
      case_id: supervision,
      work_item: entry.file.current[step] ?? '',
      text,
      contact: JSON.stringify(await sealedFor(tx, ground.personal, 'complaint', [no], contact)),
      received_at: entry.receivedAt,
    })
    .execute();
  await entry.write('wakeWorkflow');
  return { no, queryCode: codeOf(ground.personal, no), receivedOn };
}

/** Whether a code is that of a complaint. */
export function isCodeOf(personal: FieldCipher, no: string, code: string): boolean {
  const own = Buffer.from(codeOf(personal, no));
  const given = Buffer.from(code);
  return own.length === given.length && timingSafeEqual(own, given);
}

const CODE_LENGTH = 16;

/** It follows from the number by a key that the database does not hold. */
function codeOf(personal: FieldCipher, no: string): string {
  return personal
    .digest('complaintCode', no)
    .replace(/[^A-Za-z0-9]/g, '')
    .slice(0, CODE_LENGTH);
}

/** By the number of a certificate of ours, or by one that an institution was known by when it was taken over. */
async function supervisionOf(tx: Tx, certificateNo: string): Promise<string | null> {
  const before = await takenOverBy(tx, certificateNo);
  if (before !== null) return supervisionId(before.caseId);
  const row = await tx
    .selectFrom('event')
    .innerJoin('case_file as own', 'own.case_id', 'event.case_id')
    .innerJoin('case_file', 'case_file.institution_id', 'own.institution_id')
    .select('case_file.case_id')
    .where('event.type', '=', 'licenceIssued')
    .where(sql`event.facts ->> 'no'`, '=', certificateNo)
    .where('case_file.kind', '=', 'supervision')
    .executeTakeFirst();
  return row?.case_id ?? null;
}
