import { startHarness } from '../commands/harnessProcess';

jest.setTimeout(180_000);

const stopped = { code: 130, processes: [], files: [] };

test.each(['SIGINT', 'SIGTERM'] as const)(
  'a run that is stopped by %s while it starts leaves nothing behind',
  async (signal) => {
    const harness = startHarness('faults', []);
    await harness.prints('starting a system of its own');
    harness.signal(signal);
    expect(await harness.ended).toMatchObject(stopped);
  },
);

test('a run that is stopped while cases go through and parts are killed leaves nothing behind', async () => {
  const harness = startHarness('faults', ['--seed', '55', '--clients', '2']);
  await harness.prints('cases begun');
  harness.signal('SIGINT');
  expect(await harness.ended).toMatchObject(stopped);
});

test('a benchmark that is stopped leaves nothing behind', async () => {
  const harness = startHarness('bench', []);
  await harness.prints('development accounts');
  harness.signal('SIGINT');
  expect(await harness.ended).toMatchObject(stopped);
});
