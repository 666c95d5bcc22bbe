import type { CaughtMail, ReceivedPush } from '../evidence';

/** The mails that the catcher holds. */
export async function readMails(address: string): Promise<CaughtMail[]> {
  const { mails } = await read<{ mails: readonly { messageId: string | null; received: number }[] }>(
    `${address}/mails`,
  );
  return mails.map(({ messageId, received }) => ({ messageId: messageId ?? '', arrivals: received }));
}

/** The registrations that the health bureau's receiver holds. */
export async function readPushes(address: string): Promise<ReceivedPush[]> {
  const { registrations } = await read<{ registrations: readonly { key: string; received: number }[] }>(
    `${address}/registrations`,
  );
  return registrations.map(({ key, received }) => ({ key, arrivals: received }));
}

async function read<T>(url: string): Promise<T> {
  const response = await fetch(url, { headers: { accept: 'application/json' } });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return (await response.json()) as T;
}
