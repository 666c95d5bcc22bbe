import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { timeLimit } from '../../infra/client/timeLimit';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

test('comes when the time is over, though only a listener holds it and garbage is collected', async () => {
  const collecting = setInterval(collectGarbage, 5);
  try {
    await once(timeLimit(100).signal, 'abort');
  } finally {
    clearInterval(collecting);
  }
});

test('comes with the outer signal, for its reason', async () => {
  const outer = new AbortController();
  const { signal } = timeLimit(60_000, outer.signal);
  outer.abort(new Error('stopped'));
  expect(signal.reason).toEqual(new Error('stopped'));
  expect(timeLimit(60_000, outer.signal).signal.aborted).toBe(true);
});

test('comes no more once it is cleared', async () => {
  const outer = new AbortController();
  const limit = timeLimit(10, outer.signal);
  limit.clear();
  await delay(50);
  outer.abort();
  expect(limit.signal.aborted).toBe(false);
});
