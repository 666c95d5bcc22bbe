import { z } from 'zod';
import type { Check } from './examination';
import { doubtful, type Finding, ill, reasonOf, well } from './finding';

const PATIENCE_MS = 6_000;

const Readiness = z.object({
  status: z.string(),
  dependencies: z.record(
    z.string(),
    z.object({ state: z.enum(['up', 'degraded', 'down']), error: z.string().optional() }),
  ),
});

/** What the API says of itself, at the address by which people reach it. */
export const api: Check = async ({ settings, running, embedded }) => {
  if (!running && embedded.length > 0) return [];
  const address = settings.publicUrl ?? `http://127.0.0.1:${settings.port}`;
  try {
    const answer = await fetch(`${address}/readyz`, { signal: AbortSignal.timeout(PATIENCE_MS) });
    return told(address, Readiness.parse(await answer.json()));
  } catch (error) {
    const reason = reasonOf(error);
    const what = {
      zh: `接口没有应答：${address}（${reason}）`,
      en: `The API does not answer at ${address}`,
    };
    const mend = {
      zh: '运行 npm start 或 npm run api；检查 PUBLIC_URL 和反向代理',
      en: 'run npm start or npm run api; check PUBLIC_URL and the reverse proxy',
    };
    return [ill(what, mend)];
  }
};

function told(address: string, { status, dependencies }: z.infer<typeof Readiness>): Finding[] {
  const away = Object.entries(dependencies).filter(([, { state }]) => state !== 'up');
  const mend = {
    zh: '见本报告中该服务器的一行',
    en: 'see that server in this report',
  };
  const findings = away.map(([name, { state, error = '' }]) => {
    const what = { zh: `接口连不上 ${name}（${error}）`, en: `The API does not reach ${name} (${error})` };
    return state === 'down' ? ill(what, mend) : doubtful(what, mend);
  });
  const ready = status === 'ready' ? [well(`接口就绪：${address}`, 'The API is ready')] : [];
  return [...ready, ...findings];
}
