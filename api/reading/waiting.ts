import type { Request } from 'express';
import type { CaseFile } from '../../domain/caseFile';
import { awaitsConductor } from '../../domain/process';
import type { Services } from '../services';
import { currentFile } from './currentFile';

const BETWEEN_MS = 50;

/**
 * The case once its workflow has opened what comes next, or as it is when the seconds are over, the caller has
 * gone or the process stops. An act never fails for it: the record holds it already.
 */
export async function settledFile(
  services: Services,
  caseId: string,
  seconds: number,
  req: Request,
): Promise<CaseFile> {
  const end = performance.now() + seconds * 1_000;
  for (;;) {
    const file = await currentFile(services, caseId);
    const over = performance.now() >= end || services.stopping.aborted || req.socket.destroyed;
    if (over || !awaitsConductor(file)) return file;
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_MS));
  }
}
