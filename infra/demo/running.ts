import { createClient } from '../client/client';
import { createOneWindow, type OneWindow } from '../client/oneWindow';
import { developmentTokens } from '../client/tokens';
import { embeddedClient } from '../identity/embeddedClient';
import { LOOPBACK } from '../development/part';
import type { Settings } from '../settings';

const PATIENCE_MS = 60_000;
const ATTEMPT_MS = 40_000;
const LOOK_MS = 5_000;

/** There is no system to drive, or it is not ready; the message says what to do. */
export class NotRunning extends Error {
  override readonly name = 'NotRunning';
}

/** Where the system of these settings answers, started by `npm start` with the same settings. */
export function addressOf({ publicUrl, port }: Pick<Settings, 'publicUrl' | 'port'>): string {
  return publicUrl ?? `http://${LOOPBACK}:${port}`;
}

/** The running system as its accounts use it. @throws NotRunning */
export async function runningSystem(settings: Settings): Promise<OneWindow> {
  const baseUrl = addressOf(settings);
  await requireReady(baseUrl);
  const tokens = developmentTokens({
    issuer: settings.oidcIssuer ?? `http://${LOOPBACK}:${settings.ports.identity}`,
    audience: settings.oidcAudience ?? embeddedClient.audience,
  });
  return createOneWindow(createClient({ baseUrl, tokens, patienceMs: PATIENCE_MS, attemptMs: ATTEMPT_MS }));
}

async function requireReady(baseUrl: string): Promise<void> {
  const response = await fetch(`${baseUrl}/readyz`, { signal: AbortSignal.timeout(LOOK_MS) }).catch(
    () => null,
  );
  if (response?.ok) return;
  if (!response) {
    throw new NotRunning(
      `${baseUrl} 没有响应：请先在另一终端运行 npm start，等到显示 OneWindow is ready。\n` +
        `Nothing answers at ${baseUrl}: first run npm start in another terminal, until it says OneWindow is ready.`,
    );
  }
  throw new NotRunning(
    `${baseUrl} 尚未就绪，请稍后再试，或用 npm run doctor 检查。\n` +
      `${baseUrl} is not ready: try again in a moment, or let npm run doctor check it.\n${await response.text()}`,
  );
}
