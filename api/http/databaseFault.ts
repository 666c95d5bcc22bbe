/** SQLSTATE classes: 08 connection, 53 resources, 57P0x shut down or starting, 40 rolled back. */
const PASSING_STATES = /^(08|53|57P0|40001|40P01|25006)/;
const NETWORK_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
]);
/** What the driver says without a code of its own. */
const DRIVER_WORDS =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|not queryable|server closed the connection/i;

/** Whether an error says that the database cannot be reached now, so that trying again may help. */
export function isDatabaseDown(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.some(isDatabaseDown);
  if (!(error instanceof Error)) return false;
  const { code } = error as NodeJS.ErrnoException;
  if (code !== undefined && (NETWORK_CODES.has(code) || PASSING_STATES.test(code))) return true;
  return DRIVER_WORDS.test(error.message);
}
