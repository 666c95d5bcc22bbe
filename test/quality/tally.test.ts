import { root } from '../runner/command';
import { type JestReport, tallyOfJest } from '../runner/jestReport';
import { lastLine } from '../runner/tally';

const empty: JestReport = {
  numPassedTests: 0,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [],
};
const file = (changes: Partial<JestReport['testResults'][number]>) => ({
  name: `${root}/test/x.test.ts`,
  status: 'passed',
  message: '',
  assertionResults: [],
  ...changes,
});
const broken = file({ status: 'failed', message: 'Cannot find module' });
const wrong = file({
  status: 'failed',
  assertionResults: [
    { fullName: 'a', status: 'passed', failureMessages: [] },
    { fullName: 'b', status: 'failed', failureMessages: ['expected 1'] },
  ],
});

/** [what happened, the report, jest's exit code, the last line] */
const runs: readonly (readonly [string, JestReport | null, number | null, string])[] = [
  ['all passed', { ...empty, numPassedTests: 3 }, 0, '3 passed, 0 failed'],
  [
    'one was skipped, one is to be written',
    { ...empty, numPassedTests: 3, numPendingTests: 1, numTodoTests: 1 },
    0,
    '3 passed, 0 failed, 2 skipped',
  ],
  [
    'one failed',
    { ...empty, numPassedTests: 1, numFailedTests: 1, testResults: [wrong] },
    1,
    '1 passed, 1 failed',
  ],
  ['a file broke', { ...empty, numPassedTests: 1, testResults: [broken] }, 1, '1 passed, 1 failed'],
  ['nothing ran', empty, 0, '0 passed, 1 failed'],
  ['everything was skipped', { ...empty, numPendingTests: 4 }, 0, '0 passed, 1 failed, 4 skipped'],
  ['jest crashed after the last test', { ...empty, numPassedTests: 3 }, 1, '3 passed, 1 failed'],
  ['jest was killed after the last test', { ...empty, numPassedTests: 3 }, null, '3 passed, 1 failed'],
  ['jest wrote no report', null, 0, '0 passed, 1 failed'],
];

describe('a run of jest is counted for what it was', () => {
  it.each(runs)('%s', (_, report, code, expected) => {
    expect(lastLine(tallyOfJest(report, code, ''))).toBe(expected);
  });

  it('tells a failure with its file, its title and its message', () => {
    const report = { ...empty, numFailedTests: 1, testResults: [wrong] };
    expect(tallyOfJest(report, 1, '').failures).toEqual([
      { title: 'test/x.test.ts › b', text: 'expected 1' },
    ]);
  });
});
