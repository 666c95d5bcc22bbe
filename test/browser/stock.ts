import { join } from 'node:path';
import { seal } from '../../infra/documents/sealedDocument';
import { loadSigningKey } from '../../infra/documents/signingKey';
import { statement } from '../documents/sample';
import { apply, certify } from './cases';
import type { Town } from './town';

/** What the screens show: a case in every state that looks its own way. */
export interface Stock {
  readonly certificateNo: string;
  /** The receipt of the same case. */
  readonly receiptNo: string;
  /** A certificate whose kept signature is not by the published key. */
  readonly forgedNo: string;
  /** A case that waits for its acceptance. */
  readonly openCase: string;
  /** A case that came to its certificate. */
  readonly closedCase: string;
}

export async function stockUp(town: Town): Promise<Stock> {
  const openCase = await apply(town, 12);
  const { caseId, certificateNo } = await certify(town, 13);
  await town.asWorker(town.activities.deliverNotices, { caseId });
  const servicePoint = await certify(town, 1);
  await forge(town, servicePoint.caseId, servicePoint.certificateNo);
  const { facts } = await town.database.db
    .selectFrom('event')
    .select('facts')
    .where('case_id', '=', caseId)
    .where('type', '=', 'receiptIssued')
    .executeTakeFirstOrThrow();
  return {
    certificateNo,
    receiptNo: String(facts.no),
    forgedNo: servicePoint.certificateNo,
    openCase,
    closedCase: caseId,
  };
}

/** Keeps a document that somebody else signed, as if the database had been tampered with. */
async function forge({ database, folder }: Town, caseId: string, no: string): Promise<void> {
  const otherKey = await loadSigningKey(join(folder, 'other-key.json'), 'development');
  const forged = { ...statement, no, caseId };
  await database.db
    .insertInto('document')
    .values({
      no,
      case_id: caseId,
      kind: 'certificate',
      statement: JSON.stringify(forged),
      jws: (await seal(forged, otherKey)).jws,
      pdf: Buffer.from('%PDF-'),
      sealed_at: new Date(),
    })
    .execute();
}
