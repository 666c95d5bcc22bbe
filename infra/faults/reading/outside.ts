import type { Arrivals, CaughtMail, ReceivedPush } from '../evidence';

/** The mails that the catcher holds. */
export async function readMails(address: string): Promise<CaughtMail[]> {
  const { mails } = await read<{ mails: readonly (Received & { messageId: string | null })[] }>(
    `${address}/mails`,
  );
  return mails.map(({ messageId, ...received }) => ({ messageId: messageId ?? '', ...arrivalsOf(received) }));
}

/** The registrations that the health bureau's receiver holds. */
export async function readPushes(address: string): Promise<ReceivedPush[]> {
  const { registrations } = await read<{ registrations: readonly (Received & { key: string })[] }>(
    `${address}/registrations`,
  );
  return registrations.map(({ key, ...received }) => ({ key, ...arrivalsOf(received) }));
}

/** What both parts keep of everything that arrives. */
interface Received {
  readonly received: number;
  readonly firstReceivedAt: string;
  readonly lastReceivedAt: string;
}

function arrivalsOf({ received, firstReceivedAt: first, lastReceivedAt: last }: Received): Arrivals {
  return { arrivals: received, first, last };
}

async function read<T>(url: string): Promise<T> {
  const response = await fetch(url, { headers: { accept: 'application/json' } });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return (await response.json()) as T;
}
