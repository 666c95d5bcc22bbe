import { figuresOf, percentile, ratiosOf, spreadOf } from '../../infra/benchmark/statistics';

test.each([
  [0.5, 5],
  [0.99, 10],
  [1, 10],
  [0.1, 1],
])('the %d share of ten values is the nearest rank', (share, expected) => {
  expect(percentile([10, 9, 8, 7, 6, 5, 4, 3, 2, 1], share)).toBe(expected);
});

test('a percentile of nothing is no number', () => {
  expect(() => percentile([], 0.5)).toThrow(RangeError);
});

test('a spread is the middle value and how far the others stray', () => {
  expect(spreadOf([3, 1, 2])).toEqual({ median: 2, min: 1, max: 3 });
});

test('a sample gives acts per second and latencies', () => {
  expect(figuresOf({ acts: 4, seconds: 2, latenciesMs: [1, 2, 3, 4] })).toEqual({
    actsPerSecond: 2,
    p50Ms: 2,
    p99Ms: 4,
  });
});

test('ratios are taken repetition by repetition, not of the middles', () => {
  const ours = [
    { actsPerSecond: 10, p50Ms: 30, p99Ms: 60 },
    { actsPerSecond: 40, p50Ms: 10, p99Ms: 20 },
  ];
  const theirs = [
    { actsPerSecond: 20, p50Ms: 10, p99Ms: 20 },
    { actsPerSecond: 40, p50Ms: 10, p99Ms: 20 },
  ];
  expect(ratiosOf(ours, theirs).actsPerSecond).toEqual({ median: 0.5, min: 0.5, max: 1 });
  expect(ratiosOf(ours, theirs).p50Ms).toEqual({ median: 1, min: 1, max: 3 });
});

test('repetitions that are not in pairs give no ratio', () => {
  expect(() => ratiosOf([{ actsPerSecond: 1, p50Ms: 1, p99Ms: 1 }], [])).toThrow(RangeError);
});
