/** The business clock: the system's, or a test server's when time is skipped. Never the database's. */
export interface Clock {
  now(): Promise<Date>;
}

export const systemClock: Clock = { now: () => Promise.resolve(new Date()) };
