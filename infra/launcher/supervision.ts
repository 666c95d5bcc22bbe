import { setTimeout as delay } from 'node:timers/promises';
import type { Label } from '../../domain/label';
import { partLabels, type Death, type Part } from './part';

const firstDelayMs = 1_000;
const longestDelayMs = 30_000;
/** Who lived this long is taken to be well again. */
const wellAfterMs = 60_000;

export interface Supervision {
  /** No more restarts; settles once none is under way. */
  end(): Promise<void>;
}

export interface SupervisionOptions {
  readonly report: (line: Label) => void;
  readonly restarted: () => void;
  readonly firstDelayMs?: number;
}

/** Starts each part again that ends by itself, later and later while it keeps ending, and says so. */
export function supervise(parts: readonly Part[], options: SupervisionOptions): Supervision {
  const ended = new AbortController();
  const restarts = new Set<Promise<void>>();
  for (const part of parts) {
    let wait = options.firstDelayMs ?? firstDelayMs;
    let upSince = Date.now();
    const restart = async (): Promise<void> => {
      while (!ended.signal.aborted) {
        if (Date.now() - upSince > wellAfterMs) wait = options.firstDelayMs ?? firstDelayMs;
        await delay(wait, undefined, { signal: ended.signal });
        wait = Math.min(wait * 2, longestDelayMs);
        try {
          await part.start();
        } catch (error) {
          options.report({ zh: '重新启动失败', en: `could not be started again: ${String(error)}` });
          continue;
        }
        upSince = Date.now();
        const { zh, en } = partLabels[part.name];
        options.report({ zh: `${zh}已重新启动`, en: `(${en} runs again)` });
        options.restarted();
        return;
      }
    };
    part.onDeath((death) => {
      if (ended.signal.aborted) return;
      options.report(deathNotice(death));
      const restarting = restart().catch(() => undefined);
      restarts.add(restarting);
      void restarting.finally(() => restarts.delete(restarting));
    });
  }
  return {
    async end() {
      ended.abort();
      await Promise.all(restarts);
    },
  };
}

function deathNotice({ part, how, lastLines }: Death): Label {
  const { zh, en } = partLabels[part.name];
  const log = lastLines.map((line) => `\n    ${line}`).join('');
  return {
    zh: `✗ ${zh}（${part.name}）意外退出（${how}），将重新启动。日志 ${part.logFile}`,
    en: `\n  Part ${part.name} (${en}) ended by itself (${how}) and will be started again. Its log is ${part.logFile}${log}`,
  };
}
