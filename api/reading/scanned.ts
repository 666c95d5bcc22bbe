import type { Request } from 'express';
import type { PaperRow } from '../../infra/papers/papers';
import type { Paper } from '../contracts/paper';
import type { Services } from '../services';
import { scanView } from './papers';
import { waitFor } from './waiting';

/**
 * Papers once the scanner has been at each of them, or as they are when the seconds are over. An upload never fails
 * for it: the papers are there already.
 */
export async function scannedPapers(
  services: Services,
  papers: readonly Paper[],
  seconds: number,
  req: Request,
): Promise<Paper[]> {
  const ids = papers.map(({ id }) => id);
  const read = (): Promise<PaperRow[]> =>
    services.ground.db.selectFrom('paper').selectAll().where('id', 'in', ids).execute();
  const rows = await waitFor(services, seconds, req, read, (each) =>
    each.every(({ state }) => state !== 'received'),
  );
  return papers.map((paper) => {
    const row = rows.find(({ id }) => id === paper.id);
    return row ? { ...paper, ...scanView(row) } : paper;
  });
}
