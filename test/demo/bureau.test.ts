import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { developmentBureau } from '../../infra/demo/bureau';
import { type PushReceiver, startPushReceiver } from '../../infra/development/pushReceiver/pushReceiver';
import { createPush, PushFailed } from '../../infra/push/push';
import { readSettings } from '../../infra/settings';

const secret = 'the secret of both sides, 32 characters';
const dataDir = mkdtempSync(join(tmpdir(), 'onewindow-demo-'));
let receiver: PushReceiver;
beforeAll(async () => {
  receiver = await startPushReceiver({ mode: 'development', port: 0, dataDir, secret });
});
afterAll(async () => {
  await receiver.close();
  rmSync(dataDir, { recursive: true });
});

const bureauAt = (pushUrl: string | null, push = 0) =>
  developmentBureau({ pushUrl, ports: { ...readSettings({}).ports, push } });
const pushOf = (caseId: string) => createPush(receiver.pushUrl, secret)({ caseId }, `${caseId}:push`);

test('the receiver fails the next pushes of a case, however it is found, and no other', async () => {
  const caseId = 'XCTY-2026-000001';
  const { port } = new URL(receiver.address);
  for (const bureau of [bureauAt(receiver.pushUrl), bureauAt(null, Number(port))]) {
    await bureau.failPushes(caseId, 1);
    await expect(pushOf('XCTY-2026-000002')).resolves.toBeDefined();
    await expect(pushOf(caseId)).rejects.toBeInstanceOf(PushFailed);
    await expect(pushOf(caseId)).resolves.toBeDefined();
  }
});

test('a platform that cannot be told to fail is named', async () => {
  const elsewhere = bureauAt(`${receiver.address}/registrations/`);
  await expect(elsewhere.failPushes('XCTY-2026-000003', 0)).rejects.toThrow(
    `${receiver.address}/faults → 400`,
  );
});
