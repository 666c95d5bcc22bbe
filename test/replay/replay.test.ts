import { join } from 'node:path';
import { bundleWorkflowCode, DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { testGround } from '../ground/testGround';
import { recordedHistories } from './histories';

jest.setTimeout(120_000);
Runtime.install({ logger: new DefaultLogger('ERROR') });

const histories = recordedHistories();

test('there are histories to replay', () => {
  expect(histories.length).toBeGreaterThanOrEqual(13);
});

test.each(histories)('today’s workflow replays $name', async ({ history }) => {
  const { workflowBundle } = testGround();
  await expect(
    Worker.runReplayHistory({ workflowBundle: { codePath: workflowBundle } }, history),
  ).resolves.toBeUndefined();
});

test('a workflow that was changed carelessly fails the replay of every history', async () => {
  const changed = await bundleWorkflowCode({
    workflowsPath: join(__dirname, 'changed', 'index.ts'),
    logger: new DefaultLogger('ERROR'),
  });
  for (const { history } of histories) {
    await expect(Worker.runReplayHistory({ workflowBundle: changed }, history)).rejects.toMatchObject({
      name: 'DeterminismViolationError',
    });
  }
});
