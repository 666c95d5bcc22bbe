import { sql } from 'kysely';
import { z } from 'zod';
import type { Actor } from '../../domain/actor';
import type { CaseFile } from '../../domain/caseFile';
import { currentItem } from '../../domain/process';
import type { Filing } from '../contracts/filing';
import { reference } from '../contracts/text';
import { pageAnswer, pageOf } from '../http/paging';
import type { Services } from '../services';
import { readableBy } from './visibility';

const position = z.tuple([reference]);

interface Filter {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** The filings on the record of cases that somebody may read, newer cases first. */
export async function filingList(services: Services, actor: Actor, filter: Filter, address: string) {
  const { limit, after } = pageOf(filter, position);
  let query = services.ground.db
    .selectFrom('case_file')
    .select(['case_id', 'state', 'institution_name'])
    .where(readableBy(actor))
    .where(sql<boolean>`state #>> '{dates,filingReceived}' is not null`)
    .orderBy('case_id', 'desc')
    .limit(limit + 1);
  if (after) query = query.where('case_id', '<', after[0]);
  return pageAnswer(
    await query.execute(),
    limit,
    (row) => [row.case_id],
    (row) => filingView(row.state, row.institution_name),
    address,
  );
}

function filingView(file: CaseFile, institution: string): Filing {
  return {
    caseId: file.caseId,
    institution,
    receivedOn: file.dates.filingReceived ?? '',
    receiptNo: file.receiptNo,
    conformity: conformityOf(file),
    certificateNo: file.certificateNo,
  };
}

const conformities = { open: 'open', done: 'confirmed', closed: 'closed' } as const;

function conformityOf(file: CaseFile): Filing['conformity'] {
  if (file.outcome === 'takenOver') return 'elsewhere';
  const item = currentItem(file, 'conformity');
  return item ? conformities[item.status] : 'notOpened';
}
