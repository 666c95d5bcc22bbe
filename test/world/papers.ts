import type { CaseFile } from '../../domain/caseFile';
import type { Db } from '../../infra/db/connect';
import { addPaper, materialsWithPapers } from '../../infra/papers/papers';
import { applicant } from './people';

const file = { fileName: '材料.pdf', kind: 'pdf', bytes: 1, sha256: '0'.repeat(64) } as const;

/** A paper for each material of a case that has none yet, as if the applicant had uploaded it. */
export async function bringPapers(db: Db, { caseId, itinerary }: CaseFile): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const there = await materialsWithPapers(tx, { caseId });
    for (const { id: material } of itinerary.materials.filter(({ id }) => !there.includes(id))) {
      await addPaper(tx, { owner: { caseId }, material, by: applicant, at: new Date() }, file);
    }
  });
}
