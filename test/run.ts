import { abandonScripts } from './runner/command';
import { runGates } from './runner/gates';
import { runJest } from './runner/jest';
import { clearLeftovers, newMark } from './runner/leftovers';
import { failureText, lastLine, nothing, sum } from './runner/tally';

/**
 * `npm test`: every check, going on after a failure, what failed in full at the end, and as the last line
 * `N passed, N failed`. `npm test -- test/domain` runs jest alone, on what is named.
 */
async function main(args: readonly string[]): Promise<void> {
  const started = performance.now();
  const mark = newMark();
  const colour = process.stdout.isTTY && process.env.NO_COLOR === undefined ? { FORCE_COLOR: '1' } : {};
  const environment = { ...mark, ...colour };
  onSignal(() => clearLeftovers(mark));
  const gates = args.length === 0 ? await runGates(environment) : nothing;
  const tests = await runJest(args, environment);
  const tally = sum([gates, tests, await clearLeftovers(mark)]);
  console.log(failureText(tally.failures));
  console.log(`Took ${((performance.now() - started) / 1_000).toFixed(0)} s`);
  console.log(lastLine(tally));
  process.exitCode = tally.failures.length === 0 ? 0 : 1;
}

/** An interrupted run ends what it started and then itself, and is not a run that passed. */
function onSignal(clearAway: () => Promise<unknown>): void {
  const numbers = { SIGINT: 2, SIGTERM: 15, SIGHUP: 1 } as const;
  for (const [signal, number] of Object.entries(numbers)) {
    process.once(signal, () => {
      void abandonScripts()
        .then(clearAway)
        .finally(() => process.exit(128 + number));
    });
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
});
