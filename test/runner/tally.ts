/** A check that failed, with all that it said. */
export interface Failure {
  readonly title: string;
  readonly text: string;
}

/** What checks came to; tallies add up. */
export interface Tally {
  readonly passed: number;
  readonly skipped: number;
  readonly failures: readonly Failure[];
}

export const nothing: Tally = { passed: 0, skipped: 0, failures: [] };
export const onePassed: Tally = { ...nothing, passed: 1 };

export function failed(title: string, text: string): Tally {
  return { ...nothing, failures: [{ title, text }] };
}

export function sum(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (a, b) => ({
      passed: a.passed + b.passed,
      skipped: a.skipped + b.skipped,
      failures: [...a.failures, ...b.failures],
    }),
    nothing,
  );
}

/** The last line of a run: `12 passed, 0 failed`. */
export function lastLine({ passed, failures, skipped }: Tally): string {
  return `${passed} passed, ${failures.length} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** Every failure in full, under its title. */
export function failureText(failures: readonly Failure[]): string {
  return failures.map(({ title, text }) => `\n✗ ${title}\n\n${text.trimEnd()}\n`).join('');
}
