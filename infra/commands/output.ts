/** Where a command writes. */
export interface Output {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

export const terminal: Output = {
  out: (text) => console.log(text),
  err: (text) => console.error(text),
};

export class WrongUsage extends Error {}

/** Runs a command as this process, which takes its exit code. */
export function asProcess(run: (args: readonly string[], output: Output) => number | Promise<number>): void {
  Promise.resolve()
    .then(() => run(process.argv.slice(2), terminal))
    .then(
      (code) => (process.exitCode = code),
      (error: unknown) => {
        console.error(error);
        process.exitCode = 1;
      },
    );
}
