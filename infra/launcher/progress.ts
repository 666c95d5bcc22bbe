import type { Label } from '../../domain/label';

/** Says what is done, and what is still under way after two seconds. */
export interface Progress {
  during<T>(what: Label, work: () => Promise<T>): Promise<T>;
  say(line: Label): void;
}

const everyMs = 2_000;

export function createProgress(print: (line: string) => void): Progress {
  const underWay = new Map<Label, number>();
  let ticker: NodeJS.Timeout | null = null;
  const tick = () => {
    const slow = [...underWay].filter(([, since]) => Date.now() - since >= everyMs);
    const parts = slow.map(([{ zh, en }, since]) => `${zh} ${en} ${seconds(since).toFixed(0)} s`);
    if (parts.length > 0) print(`… ${parts.join('; ')}`);
  };
  return {
    say: ({ zh, en }) => print(`  ${zh} ${en}`),
    async during(what, work) {
      const since = Date.now();
      underWay.set(what, since);
      ticker ??= setInterval(tick, everyMs);
      try {
        const result = await work();
        print(`✓ ${what.zh} ${what.en} (${seconds(since).toFixed(1)} s)`);
        return result;
      } finally {
        underWay.delete(what);
        if (underWay.size === 0) {
          clearInterval(ticker);
          ticker = null;
        }
      }
    },
  };
}

function seconds(since: number): number {
  return (Date.now() - since) / 1_000;
}
