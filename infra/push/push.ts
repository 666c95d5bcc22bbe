import { sign } from './signature';

const TIMEOUT_MS = 20_000;

/** The push did not arrive, or nobody said that it did: the caller tries again with the same key. */
export class PushFailed extends Error {
  override readonly name = 'PushFailed';
}

/**
 * Pushes data to the health bureau's platform as a signed HTTP call. The receiver knows a repeated push by its
 * `Idempotency-Key` and answers with the same receipt number.
 */
export function createPush(url: string, secret: string) {
  return async (data: object, key: string): Promise<{ readonly receiptNo: string }> => {
    const body = JSON.stringify(data);
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': key,
        'x-signature': sign(secret, body, new Date()),
      },
      body,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    }).catch((error: unknown) => {
      throw new PushFailed(`${url}: ${causeOf(error)}`);
    });
    const answer = await response.text();
    if (!response.ok) throw new PushFailed(`${url} answered ${response.status}: ${answer.slice(0, 200)}`);
    return { receiptNo: receiptOf(answer, url) };
  };
}

function receiptOf(answer: string, url: string): string {
  try {
    const { receiptNo } = JSON.parse(answer) as { receiptNo?: unknown };
    if (typeof receiptNo === 'string' && receiptNo !== '') return receiptNo;
  } catch {
    // falls through: an answer without a receipt number is no proof of arrival
  }
  throw new PushFailed(`${url} answered without a receiptNo: ${answer.slice(0, 200)}`);
}

function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}
