import { type Logger, type LoggerOptions, pino } from 'pino';
import { maskedText } from '../domain/mask';
import type { LogLevel } from './settings';

/** Never written to a log, wherever they stand in what is logged. */
const redacted = [
  ...['authorization', 'cookie', 'set-cookie', 'password', 'secret', 'token', 'csrfToken'],
  ...['phone', 'email', 'person', 'idNumber', 'contact', 'recipient'],
].flatMap((name) => [`["${name}"]`, `*["${name}"]`, `*.*["${name}"]`]);

/**
 * What every log of ours goes by. A database's error carries the row that it refused, a mail server's the address:
 * of an error its kind is written down, and its words with what finds a person masked.
 */
export const logOptions = { redact: redacted, serializers: { err: loggedError } } satisfies LoggerOptions;

export function createLog(name: string, level: LogLevel): Logger {
  return pino({ name, level, ...logOptions });
}

export function loggedError(error: unknown) {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code } = error as { readonly code?: string };
  const cause: unknown = error.cause;
  return {
    type: error.name,
    code,
    message: maskedText(error.message),
    stack: maskedText(error.stack ?? ''),
    ...(cause instanceof Error && { cause: maskedText(cause.message) }),
  };
}
