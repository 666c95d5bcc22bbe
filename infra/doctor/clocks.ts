import { sql } from 'kysely';
import type { Check } from './examination';
import { doubtful, type Finding, ill, well } from './finding';
import { fromRecord } from './reading';
import type { Subject } from './subject';

/** Tokens are refused beyond ten seconds; limits end at midnight. */
const TOLERABLE_MS = 5_000;
const WRONG_MS = 60_000;
const PATIENCE_MS = 5_000;

/** This machine's clock, which says when an act came, against those of the servers. */
export const clocks: Check = async (subject) => [
  ...(await fromRecord(subject, async (db) => {
    const { before, after, answer } = await timed(() => sql<{ now: Date }>`select now() as now`.execute(db));
    const now = answer.rows[0]?.now;
    return now ? [compared({ zh: '数据库', en: 'database' }, now.getTime() - (before + after) / 2)] : [];
  })),
  ...(await issuers(subject)),
];

async function issuers({ settings: { oidcIssuer } }: Subject): Promise<Finding[]> {
  if (oidcIssuer === null) return [];
  try {
    const url = `${oidcIssuer}/.well-known/openid-configuration`;
    const asked = await timed(() => fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) }));
    await asked.answer.body?.cancel();
    const date = Date.parse(asked.answer.headers.get('date') ?? '');
    if (Number.isNaN(date)) return [];
    // The header has whole seconds, cut off.
    return [
      compared({ zh: '身份服务', en: 'identity provider' }, date + 500 - (asked.before + asked.after) / 2),
    ];
  } catch {
    return [];
  }
}

async function timed<T>(ask: () => Promise<T>) {
  const before = Date.now();
  const answer = await ask();
  return { before, after: Date.now(), answer };
}

function compared(server: { readonly zh: string; readonly en: string }, skewMs: number): Finding {
  const seconds = (Math.abs(skewMs) / 1_000).toFixed(1);
  const what = {
    zh: `本机时钟与${server.zh}相差 ${seconds} 秒`,
    en: `This clock and the ${server.en}'s differ by ${seconds} s`,
  };
  const mend = { zh: '在两台机器上启用时间同步（NTP）', en: 'keep both machines in step (NTP)' };
  if (Math.abs(skewMs) > WRONG_MS) return ill(what, mend);
  return Math.abs(skewMs) > TOLERABLE_MS ? doubtful(what, mend) : well(what.zh, what.en);
}
