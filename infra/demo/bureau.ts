import { LOOPBACK } from '../development/part';
import type { Settings } from '../settings';

/** What stands in for the health bureau's platform in development, as far as it can be told to fail. */
export interface Bureau {
  /** The next pushes of a case are answered with 503. */
  failPushes(caseId: string, times: number): Promise<void>;
}

const LOOK_MS = 5_000;

/** The push receiver of a running system. */
export function developmentBureau({ pushUrl, ports }: Pick<Settings, 'pushUrl' | 'ports'>): Bureau {
  const address = new URL('/faults', pushUrl ?? `http://${LOOPBACK}:${ports.push}`);
  return {
    async failPushes(caseId, times) {
      const response = await fetch(address, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ status: 503, caseId, times }),
        signal: AbortSignal.timeout(LOOK_MS),
      });
      if (response.ok) return;
      throw new Error(
        `${address.href} → ${response.status}：PUSH_URL 不是开发用的接收方 not the development receiver`,
      );
    },
  };
}
