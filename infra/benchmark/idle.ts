import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';

const BETWEEN_LOOKS_MS = 250;
/** Nothing that a burst leaves behind takes longer. */
const PATIENCE_MS = 120_000;

/** What is left to do when every act is answered: wake-ups and mails. */
const LEFT_TO_DO = `
  select (select count(*) from wake_up where delivered < up_to)
       + (select count(*) from notice where status in ('queued', 'sending')) as count`;

/**
 * Settles once the system has done all that the last load left it to do, which would weigh on whatever is measured
 * next. @throws Error where it takes too long
 */
export async function idle(databaseUrl: string, signal: AbortSignal): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const end = performance.now() + PATIENCE_MS;
    for (;;) {
      const { rows } = await client.query<{ count: string }>(LEFT_TO_DO);
      if (Number(rows[0]?.count) === 0) return;
      if (performance.now() > end) throw new Error(`${rows[0]?.count} wake-ups and mails are still waiting`);
      await delay(BETWEEN_LOOKS_MS, undefined, { signal });
    }
  } finally {
    await client.end();
  }
}
