import { relative } from 'node:path';
import { root } from './command';
import { failed, sum, type Tally } from './tally';

/** What we read of the file that `jest --json` writes. */
export interface JestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly JestAssertion[];
  }[];
}

interface JestAssertion {
  readonly fullName: string;
  readonly status: string;
  readonly failureMessages: readonly (string | null)[] | null;
}

/**
 * Counts a run of jest: each test is one; a file that broke before or after its tests is one more.
 * A run that ended badly or ran no test has failed, whatever the report says.
 * @param report null where jest wrote none
 */
export function tallyOfJest(report: JestReport | null, code: number | null, output: string): Tally {
  if (report === null) return failed('jest ended without a report', output);
  const failures = report.testResults.flatMap(failuresOfFile);
  const tally = {
    passed: report.numPassedTests,
    skipped: report.numPendingTests + report.numTodoTests,
    failures,
  };
  if (report.numPassedTests + failures.length === 0) return sum([tally, failed('jest ran no test', output)]);
  if (code !== 0 && failures.length === 0) {
    return sum([tally, failed(`jest ended with ${code ?? 'a signal'} though every test passed`, output)]);
  }
  return tally;
}

function failuresOfFile({ name, status, message, assertionResults }: JestReport['testResults'][number]) {
  const file = relative(root, name);
  const failures = assertionResults
    .filter((test) => test.status === 'failed')
    .map((test) => ({
      title: `${file} › ${test.fullName}`,
      text: (test.failureMessages ?? []).join('\n\n'),
    }));
  return failures.length === 0 && status === 'failed' ? [{ title: file, text: message }] : failures;
}
