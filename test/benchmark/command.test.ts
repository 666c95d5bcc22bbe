import { benchHarness } from '../../infra/commands/bench';
import { runIn } from '../commands/runIn';

test('runs three repetitions of sixteen cases with eight clients, if nothing else is asked', () => {
  expect(benchHarness.parse([])).toEqual({ cases: 16, clients: 8, repeat: 3, lists: null, json: false });
});

test('takes every option', () => {
  const asked = '--cases 5 --clients 2 --repeat 1 --lists 100000 --json'.split(' ');
  expect(benchHarness.parse(asked)).toEqual({ cases: 5, clients: 2, repeat: 1, lists: 100_000, json: true });
});

test('says how it is used, and ends well', async () => {
  const { code, out } = await runIn(benchHarness, ['-h']);
  expect(code).toBe(0);
  expect(out).toContain('npm run bench');
});

test.each([
  [['--cases', '0'], '--cases：须为 1 至 500 的整数 must be a whole number from 1 to 500, not 0'],
  [['--clients', '1e1'], '--clients：须为 1 至 64 的整数'],
  [['--repeat', '21'], '--repeat：须为 1 至 20 的整数'],
  [['--lists', '10'], '--lists：须为 1000 至 500000 的整数'],
  [['--minutes', '5'], '--minutes'],
])('%j is wrong usage, and it is said why', async (args, why) => {
  const { code, err } = await runIn(benchHarness, args);
  expect(code).toBe(2);
  expect(err).toContain(why);
  expect(err).toContain('npm run bench');
});

test('begins nothing where it was stopped before it began', async () => {
  expect((await runIn(benchHarness, [], AbortSignal.abort())).code).toBe(130);
});
