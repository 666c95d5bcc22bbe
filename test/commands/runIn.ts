import { type Harness, runHarness } from '../../infra/commands/harness';

/** Runs a harness in this process. @returns its exit code and what it printed */
export async function runIn<Options>(
  harness: Harness<Options>,
  args: readonly string[],
  signal = new AbortController().signal,
) {
  const printed = { out: '', err: '' };
  const code = await runHarness(
    harness,
    args,
    { out: (text) => (printed.out += `${text}\n`), err: (text) => (printed.err += `${text}\n`) },
    signal,
  );
  return { code, ...printed };
}
