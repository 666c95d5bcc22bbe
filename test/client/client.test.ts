import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ApiRefused, NoAnswer } from '../../infra/client/answers';
import { createClient } from '../../infra/client/client';
import { cachedTokens } from '../../infra/client/tokens';

let server: Server | null = null;
afterEach(() => {
  server?.close();
  server?.closeAllConnections();
  server = null;
});

/** Answers each request with the next of these; `cut` breaks the connection. */
async function serving(...answers: readonly ([number, unknown, Record<string, string>?] | 'cut')[]) {
  const seen: { key: string; authorization: string; headers: NodeJS.Dict<string | string[]> }[] = [];
  const listener: RequestListener = (request, response) => {
    const answer = answers[Math.min(seen.length, answers.length - 1)] ?? 'cut';
    const { 'idempotency-key': key, authorization = '' } = request.headers;
    seen.push({ key: String(key), authorization, headers: request.headers });
    if (answer === 'cut') return void request.socket.destroy();
    const [status, body, headers] = answer;
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
  };
  server = createServer(listener).listen(0, '127.0.0.1');
  await new Promise((resolve) => server?.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  let issued = 0;
  const retries: string[] = [];
  const client = createClient({
    baseUrl: `http://127.0.0.1:${port}`,
    tokens: cachedTokens((account) => Promise.resolve(`${account}-${(issued += 1)}`)),
    patienceMs: 2_000,
    attemptMs: 1_000,
    onRetry: (_request, fault) => retries.push(fault),
  });
  return { client, seen, retries };
}

const act = { method: 'POST', path: '/acts', account: 'fire-reviewer-1', key: 'k-1', body: {} } as const;
const problem = (code: string) => ({ code, title: code, allowed: [{ act: 'signOff', workItem: 'w' }] });

test('repeats a broken connection, a 503, a request in flight and a 429 under the same key', async () => {
  const { client, seen, retries } = await serving(
    'cut',
    [503, problem('databaseUnavailable')],
    [409, problem('requestInFlight')],
    [429, problem('tooManyRequests')],
    [200, { seq: 7 }, { etag: '"7"', 'idempotency-replayed': 'true' }],
  );
  const answer = await client.send<{ seq: number }>(act);
  expect(answer).toMatchObject({ status: 200, body: { seq: 7 }, etag: '"7"', replayed: true, attempts: 5 });
  expect(seen.map(({ key }) => key)).toEqual(['k-1', 'k-1', 'k-1', 'k-1', 'k-1']);
  expect(retries).toHaveLength(4);
});

test('waits as long as Retry-After says', async () => {
  const { client } = await serving([429, problem('tooManyRequests'), { 'retry-after': '1' }], [200, {}]);
  const before = performance.now();
  await client.send(act);
  expect(performance.now() - before).toBeGreaterThanOrEqual(950);
});

test.each([403, 404, 409, 412, 422])(
  'takes a %i for a final no, and says what is allowed instead',
  async (status) => {
    const { client, seen } = await serving([status, problem('itemNotOpen')]);
    const refusal = await client.send(act).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(ApiRefused);
    expect(refusal).toMatchObject({
      status,
      problem: { code: 'itemNotOpen', allowed: [{ act: 'signOff' }] },
    });
    expect(seen).toHaveLength(1);
  },
);

test('says that nobody answered once its patience is over', async () => {
  const { client, seen } = await serving('cut');
  const failure = await client.send(act).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(NoAnswer);
  expect((failure as NoAnswer).attempts).toBe(seen.length);
  expect(seen.length).toBeGreaterThan(2);
});

test('signs in once for many requests, and anew when its token is refused', async () => {
  const { client, seen } = await serving([200, {}], [401, problem('tokenInvalid')], [200, {}]);
  await client.send(act);
  await client.send(act);
  expect(seen.map(({ authorization }) => authorization)).toEqual([
    'Bearer fire-reviewer-1-1',
    'Bearer fire-reviewer-1-1',
    'Bearer fire-reviewer-1-2',
  ]);
});

test('takes a second 401 in a row for a final no', async () => {
  const { client, seen } = await serving([401, problem('tokenInvalid')]);
  await expect(client.send(act)).rejects.toMatchObject({ name: 'ApiRefused', status: 401 });
  expect(seen).toHaveLength(2);
});

test('hangs up on the first attempt where asked to, and comes back under the same key', async () => {
  let answered = 0;
  const { client, seen } = await serving([200, {}]);
  server?.removeAllListeners('request').on('request', (request, response) => {
    seen.push({ key: String(request.headers['idempotency-key']), authorization: '', headers: {} });
    setTimeout(() => response.end('{}'), (answered += 1) === 1 ? 500 : 0);
  });
  const answer = await client.send({ ...act, hangUpAfterMs: 20 });
  expect(answer.attempts).toBe(2);
  expect(seen.map(({ key }) => key)).toEqual(['k-1', 'k-1']);
});

test('sends what the API asks for: If-Match as it was given, Prefer, a token', async () => {
  const { client, seen } = await serving([200, {}]);
  await client.send({ ...act, ifMatch: '"12"', waitSeconds: 5 });
  expect(seen[0]?.headers).toMatchObject({
    'if-match': '"12"',
    prefer: 'wait=5',
    'content-type': 'application/json',
  });
});
