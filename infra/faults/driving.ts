import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ApiRefused, NoAnswer } from '../client/answers';
import { createClient } from '../client/client';
import { createOneWindow } from '../client/oneWindow';
import { inParallel } from '../client/parallel';
import { timeLimit } from '../client/timeLimit';
import { developmentTokens } from '../client/tokens';
import type { OwnSystem } from '../launcher/ownSystem';
import { runCase } from './caseRun';
import { clientLog } from './clientLog';
import type { Fault } from './evidence';
import { casePath, clientRandom } from './path';

/** What is asked of a run. */
export interface Wanted {
  readonly minutes: number;
  readonly seed: number;
  /** Cases to begin at most. */
  readonly cases: number;
  /** Cases under way at once. */
  readonly clients: number;
}

/** How the driving stands; read while it goes on. */
export interface Drive {
  begun: number;
  ended: number;
  /** How often a request was repeated, by what went wrong with it. */
  readonly retries: Record<string, number>;
  /** The cases that could not be brought to their end. */
  readonly unfinished: Fault[];
}

/** How long the cases that began may take once no more begin: an attempt at a push may have died with its worker. */
const FINISH_MS = 300_000;
/** Longer than any outage. */
const PATIENCE_MS = 120_000;
const ATTEMPT_MS = 15_000;

/** Where the clients' logs of a run lie. */
export function logsOf({ directory }: OwnSystem): string {
  return join(directory, 'clients');
}

/** Begins cases until the minutes are over, several at once, and drives all that began to their end. */
export async function driveCases(
  wanted: Wanted,
  system: OwnSystem,
  drive: Drive,
  signal: AbortSignal,
): Promise<void> {
  mkdirSync(logsOf(system), { recursive: true });
  const durationMs = wanted.minutes * 60_000;
  const lastBeginning = performance.now() + durationMs;
  const { signal: inTime, clear } = timeLimit(durationMs + FINISH_MS, signal);
  const oneWindow = clientOf(system, drive, inTime);
  const { plan } = await oneWindow.plan();
  const numbers = Array.from({ length: wanted.clients }, (_, index) => index + 1);
  await inParallel(numbers, wanted.clients, async (number) => {
    const log = clientLog(logsOf(system), number);
    while (performance.now() < lastBeginning && drive.begun < wanted.cases) {
      const n = (drive.begun += 1);
      const client = { oneWindow, log, random: clientRandom(wanted.seed, n) };
      try {
        await runCase(client, plan, casePath(wanted.seed, n), inTime);
      } catch (error) {
        signal.throwIfAborted();
        if (!inTime.aborted && !(error instanceof NoAnswer) && !(error instanceof ApiRefused)) throw error;
        drive.unfinished.push(unfinished(n, error));
      }
      drive.ended += 1;
    }
  }).finally(clear);
}

function clientOf({ settings }: OwnSystem, drive: Drive, signal: AbortSignal) {
  const { publicUrl: baseUrl, oidcIssuer: issuer, oidcAudience: audience } = settings;
  return createOneWindow(
    createClient({
      baseUrl,
      tokens: developmentTokens({ issuer, audience }),
      patienceMs: PATIENCE_MS,
      attemptMs: ATTEMPT_MS,
      signal,
      onRetry: (_request, fault) => {
        const cause = fault.replace(/127\.0\.0\.1:\d+/, '…');
        drive.retries[cause] = (drive.retries[cause] ?? 0) + 1;
      },
    }),
  );
}

function unfinished(n: number, error: unknown): Fault {
  const text = `was not brought to its end: ${String(error)}`;
  return { kind: 'broken', about: 'act', where: `the ${n}th case of the run`, text };
}
