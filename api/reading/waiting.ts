import type { Request } from 'express';
import type { CaseFile } from '../../domain/caseFile';
import { awaitsConductor } from '../../domain/process';
import type { Services } from '../services';
import { currentFile } from './currentFile';

const BETWEEN_MS = 50;

/** Asks again until the answer will do, the seconds are over, the caller has gone or the process stops. */
export async function waitFor<T>(
  { stopping }: Pick<Services, 'stopping'>,
  seconds: number,
  req: Request,
  ask: () => Promise<T>,
  willDo: (answer: T) => boolean,
): Promise<T> {
  const end = performance.now() + seconds * 1_000;
  for (;;) {
    const answer = await ask();
    const over = performance.now() >= end || stopping.aborted || req.socket.destroyed;
    if (over || willDo(answer)) return answer;
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_MS));
  }
}

/**
 * The case once its workflow has opened what comes next, or as it is when waiting is over. An act never fails for
 * it: the record holds it already.
 */
export function settledFile(
  services: Services,
  caseId: string,
  seconds: number,
  req: Request,
): Promise<CaseFile> {
  const ask = () => currentFile(services, caseId);
  return waitFor(services, seconds, req, ask, (file) => !awaitsConductor(file));
}
