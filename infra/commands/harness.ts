import { parseArgs, type ParseArgsConfig } from 'node:util';
import { SettingsError } from '../settings';
import { type Output, terminal, WrongUsage } from './output';

/** A command that works on a system of its own for minutes: it may be stopped, and clears away what it began. */
export interface Harness<Options> {
  readonly help: string;
  /** @returns null where help is asked for. @throws WrongUsage */
  parse(args: readonly string[]): Options | null;
  /** @returns the exit code */
  run(options: Options, output: Output, signal: AbortSignal): Promise<number>;
}

const STOPPED = 130;

/** Runs a harness. @returns its exit code; 2 for wrong usage, 130 where `signal` ended it */
export async function runHarness<Options>(
  harness: Harness<Options>,
  args: readonly string[],
  output: Output,
  signal: AbortSignal,
): Promise<number> {
  try {
    const options = harness.parse(args);
    if (options !== null) return await harness.run(options, output, signal);
    output.out(harness.help);
    return 0;
  } catch (error) {
    if (error instanceof WrongUsage) {
      output.err(`${error.message}\n\n${harness.help}`);
      return 2;
    }
    if (signal.aborted) {
      output.err(`已中断并清理（${reasonOf(signal)}）。 Stopped, and cleaned up.`);
      return STOPPED;
    }
    if (!(error instanceof SettingsError)) throw error;
    output.err(error.message);
    return 1;
  }
}

function reasonOf({ reason }: AbortSignal): string {
  return reason instanceof Error ? reason.message : String(reason);
}

/** The values of options as they were given. @throws WrongUsage for an option that does not exist */
export function optionsIn<const T extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: T,
) {
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    throw new WrongUsage(error instanceof Error ? error.message : String(error));
  }
}

/** @throws WrongUsage that names the option and what it may be */
export function numberOption(option: string, given: string, min: number, max: number): number {
  const value = Number(given);
  if (/^\d+(\.\d+)?$/.test(given) && value >= min && value <= max) return value;
  throw new WrongUsage(`--${option}：须为 ${min} 至 ${max} must be from ${min} to ${max}, not ${given}`);
}

/** @throws WrongUsage that names the option and what it may be */
export function wholeOption(option: string, given: string, min: number, max: number): number {
  const value = Number(given);
  if (/^\d+$/.test(given) && value >= min && value <= max) return value;
  throw new WrongUsage(
    `--${option}：须为 ${min} 至 ${max} 的整数 must be a whole number from ${min} to ${max}, not ${given}`,
  );
}

/** Runs a harness as this process. */
export function harnessMain<Options>(harness: Harness<Options>, signal: AbortSignal): void {
  runHarness(harness, process.argv.slice(2), terminal, signal).then(
    (code) => process.exit(code),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
}
