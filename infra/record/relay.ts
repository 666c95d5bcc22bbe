import { sql } from 'kysely';
import type { Db } from '../db/connect';

/** Tells a case's workflow how far to read, starting it where it does not run. Idempotent. */
export type WakeWorkflow = (caseId: string, upTo: number) => Promise<void>;

export interface Relay {
  /** Delivers what is waiting and stops when it is delivered. */
  close(): Promise<void>;
}

interface WaitingWakeUp {
  readonly case_id: string;
  readonly up_to: number;
}

const BATCH = 32;
const IDLE_MS = 100;
const LEASE = sql.lit('15 seconds');
const LONGEST_BACKOFF_SECONDS = 30;

/**
 * Relays the outbox to the engine for as long as the process lives. Any number of relays may run:
 * rows are leased, not locked, so that no act ever waits for the engine. Polling is chosen over NOTIFY,
 * whose commits queue behind one lock.
 * Leases and back-off are technical times and follow the database's clock.
 */
export function startRelay(db: Db, wake: WakeWorkflow, onError: (error: unknown) => void): Relay {
  let running = true;
  const isRunning = () => running;
  const loop = (async () => {
    while (isRunning()) {
      const relayed = await relayOnce(db, wake).catch((error: unknown) => {
        onError(error);
        return 0;
      });
      if (relayed === 0 && isRunning()) await pause(IDLE_MS);
    }
  })();
  return {
    async close() {
      running = false;
      await loop;
    },
  };
}

/** Relays one batch. @returns how many wake-ups were taken */
export async function relayOnce(db: Db, wake: WakeWorkflow): Promise<number> {
  const waiting = await lease(db);
  await Promise.all(waiting.map((wakeUp) => deliver(db, wake, wakeUp)));
  return waiting.length;
}

async function lease(db: Db): Promise<readonly WaitingWakeUp[]> {
  const { rows } = await sql<WaitingWakeUp>`
    update wake_up set leased_until = now() + interval ${LEASE}
     where case_id in (
       select case_id from wake_up
        where delivered < up_to and next_at <= now() and (leased_until is null or leased_until < now())
        order by next_at limit ${sql.lit(BATCH)}
        for update skip locked)
    returning case_id, up_to`.execute(db);
  return rows;
}

async function deliver(db: Db, wake: WakeWorkflow, { case_id, up_to }: WaitingWakeUp): Promise<void> {
  try {
    await wake(case_id, up_to);
  } catch (error) {
    await postpone(db, case_id, error);
    return;
  }
  await db
    .updateTable('wake_up')
    .set({
      delivered: sql`greatest(delivered, ${up_to})`,
      leased_until: null,
      attempts: 0,
      last_error: null,
    })
    .where('case_id', '=', case_id)
    .execute();
}

async function postpone(db: Db, caseId: string, error: unknown): Promise<void> {
  await db
    .updateTable('wake_up')
    .set({
      leased_until: null,
      attempts: sql`attempts + 1`,
      next_at: sql`now() + least(power(2, least(attempts, 10)) * interval '0.2 seconds',
                                 ${sql.lit(LONGEST_BACKOFF_SECONDS)} * interval '1 second')`,
      last_error: error instanceof Error ? error.message : String(error),
    })
    .where('case_id', '=', caseId)
    .execute();
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
