import { inParallel } from '../../infra/client/parallel';

test('keeps the order of the items and never works on more than the limit', async () => {
  let atWork = 0;
  let most = 0;
  const results = await inParallel([30, 10, 20, 5, 1], 2, async (ms) => {
    most = Math.max(most, (atWork += 1));
    await new Promise((resolve) => setTimeout(resolve, ms));
    atWork -= 1;
    return ms * 2;
  });
  expect(results).toEqual([60, 20, 40, 10, 2]);
  expect(most).toBe(2);
});

test('fails with the first failure', async () => {
  await expect(inParallel([1, 2], 2, (n) => Promise.reject(new Error(`item ${n}`)))).rejects.toThrow(
    'item 1',
  );
});
