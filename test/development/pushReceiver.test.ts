import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type PushReceiver, startPushReceiver } from '../../infra/development/pushReceiver/pushReceiver';
import type { ReceivedRegistration } from '../../infra/development/pushReceiver/registrations';
import { createPush, PushFailed } from '../../infra/push/push';
import { sign } from '../../infra/push/signature';
import { ask, json, listensOn } from './asking';

const secret = 'the secret of both sides, 32 characters';
const registration = { institution: '示例托育园', unifiedCode: '91330103MA2B1C2D3X' };

describe('the push receiver', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'onewindow-push-'));
  let receiver: PushReceiver;
  const start = async () => {
    receiver = await startPushReceiver({ mode: 'development', port: 0, dataDir, secret });
  };
  beforeAll(start);
  afterAll(async () => {
    await receiver.close();
    rmSync(dataDir, { recursive: true });
  });

  const push = (key: string, data: object = registration) => createPush(receiver.pushUrl, secret)(data, key);
  const received = async () =>
    (await json<{ registrations: ReceivedRegistration[] }>(receiver.pushUrl)).registrations;
  const fault = (body: object) => ask(`${receiver.address}/faults`, { body: JSON.stringify(body) });
  const post = (headers: Record<string, string>, body = JSON.stringify(registration)) =>
    ask(receiver.pushUrl, { body, headers });
  const signed = (body = JSON.stringify(registration), at = new Date()) => ({
    'x-signature': sign(secret, body, at),
  });

  it('gives a receipt for a signed push, and shows what came', async () => {
    const { receiptNo } = await push('case-1');
    expect(receiptNo).toMatch(/^WJTS-\d{6}$/);
    expect(await received()).toMatchObject([{ key: 'case-1', receiptNo, received: 1, body: registration }]);
    const page = await (await ask(receiver.address, { accept: 'text/html' })).text();
    for (const shown of ['示例托育园', receiptNo, 'case-1']) expect(page).toContain(shown);
  });

  it('shows which registrations changed, and which ended', async () => {
    await push('case-1b', { ...registration, change: { institution: 'case-1', what: ['name'] } });
    await push('case-1-S', { ...registration, exit: { institution: 'case-1', measure: 'closure' } });
    const page = await (await ask(receiver.address, { accept: 'text/html' })).text();
    for (const shown of ['登记 Registration', '变更 Change', '注销 End']) expect(page).toContain(shown);
  });

  it('gives the same receipt to the same push, however often it comes', async () => {
    const first = await push('case-2');
    expect(await push('case-2')).toEqual(first);
    expect(await push('case-2')).toEqual(first);
    expect((await received())[0]).toMatchObject({ key: 'case-2', received: 3 });
  });

  it('gives another push another receipt', async () => {
    expect((await push('case-3')).receiptNo).not.toBe((await push('case-4')).receiptNo);
  });

  it('refuses another body under a key that was used', async () => {
    await push('case-5');
    const refused = push('case-5', { ...registration, unifiedCode: 'another' });
    await expect(refused).rejects.toThrow('422');
    await expect(refused).rejects.toThrow('keyReused');
  });

  it.each([
    ['no signature', {}, 'signature.malformed'],
    ['a signature of another form', { 'x-signature': 'sha256=abc' }, 'signature.malformed'],
    [
      'a signature by another secret',
      { 'x-signature': sign('another secret', JSON.stringify(registration), new Date()) },
      'signature.mismatch',
    ],
    ['the signature of another body', signed('{}'), 'signature.mismatch'],
    ['a signature of ten minutes ago', signed(undefined, new Date(Date.now() - 600_000)), 'signature.stale'],
  ])('refuses a push with %s', async (_, headers, code) => {
    const answer = await post({ 'idempotency-key': 'forged', ...headers });
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({ code });
    expect((await received()).map(({ key }) => key)).not.toContain('forged');
  });

  it('refuses a push without a key, or that is no JSON object', async () => {
    expect(await (await post(signed())).json()).toMatchObject({ code: 'keyMissing' });
    const list = await post({ 'idempotency-key': 'list', ...signed('[1]') }, '[1]');
    expect(list.status).toBe(400);
    expect(await list.json()).toMatchObject({ code: 'bodyNotJson' });
  });

  it.each([[500], [503], ['drop']] as const)('fails with %s as often as asked to', async (status) => {
    await fault({ status, times: 2 });
    for (const _ of [1, 2]) await expect(push(`failing-${status}`)).rejects.toBeInstanceOf(PushFailed);
    expect((await received()).map(({ key }) => key)).not.toContain(`failing-${status}`);
    expect((await push(`failing-${status}`)).receiptNo).toMatch(/^WJTS-/);
  });

  it('fails for one case alone where asked to, whatever else comes', async () => {
    await fault({ status: 503, caseId: 'XCTY-2026-000009', times: 1 });
    const aimed = { ...registration, caseId: 'XCTY-2026-000009' };
    expect((await push('other', { ...registration, caseId: 'XCTY-2026-000010' })).receiptNo).toMatch(
      /^WJTS-/,
    );
    await expect(push('aimed', aimed)).rejects.toBeInstanceOf(PushFailed);
    expect((await push('aimed', aimed)).receiptNo).toMatch(/^WJTS-/);
  });

  it('fails for each of two cases that were asked for side by side, until it is to behave again', async () => {
    const cases = ['XCTY-2026-000011', 'XCTY-2026-000012'];
    for (const caseId of cases) await fault({ status: 500, caseId });
    for (const caseId of cases) {
      await expect(push(caseId, { ...registration, caseId })).rejects.toBeInstanceOf(PushFailed);
    }
    await fault({ status: null });
    for (const caseId of cases) expect(await push(caseId, { ...registration, caseId })).toBeDefined();
  });

  it('does not answer where asked to, until the sender gives up', async () => {
    await fault({ status: 'timeout', times: 1 });
    const body = JSON.stringify(registration);
    const headers = { 'idempotency-key': 'patient', ...signed(body) };
    const unanswered = fetch(receiver.pushUrl, {
      method: 'POST',
      body,
      headers,
      signal: AbortSignal.timeout(300),
    });
    await expect(unanswered).rejects.toThrow('timeout');
  });

  it('takes a push and loses the answer where asked to: the next one finds the receipt', async () => {
    await fault({ status: 'drop-answer', times: 1 });
    await expect(push('lost-answer')).rejects.toBeInstanceOf(PushFailed);
    const { receiptNo } = await push('lost-answer');
    expect((await received())[0]).toMatchObject({ key: 'lost-answer', receiptNo, received: 2 });
  });

  it('finds everything again after a restart, but for a line that a kill cut short', async () => {
    const before = await received();
    const { receiptNo } = await push('before');
    await receiver.close();
    appendFileSync(join(dataDir, 'push', 'registrations.jsonl'), '{"type":"first","regis');
    await start();
    expect((await received()).map(({ key }) => key)).toEqual(['before', ...before.map(({ key }) => key)]);
    expect((await push('before')).receiptNo).toBe(receiptNo);
    await receiver.close();
    await start();
    expect((await received())[0]).toMatchObject({ key: 'before', received: 2 });
  });

  it('listens on loopback only', () => {
    expect(listensOn(receiver.address)).toEqual(['127.0.0.1']);
  });

  it('does not start in production', async () => {
    const started = startPushReceiver({ mode: 'production', port: 0, dataDir, secret });
    await expect(started).rejects.toThrow('push receiver belongs to development');
  });
});
