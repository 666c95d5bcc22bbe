import { spawn } from 'node:child_process';

export interface ProgramOptions {
  readonly environment: Readonly<Record<string, string>>;
  readonly withinMs: number;
  /** Asked every second; a reason ends the program early. */
  readonly giveUp?: () => string | null;
  /** The user to run it as, for root. */
  readonly user?: { readonly uid: number; readonly gid: number };
}

/**
 * Runs a program to its end. @returns what it printed
 * @throws Error with its last words, or with why it was ended
 */
export function runProgram(
  file: string,
  args: readonly string[],
  { environment, withinMs, giveUp = () => null, user }: ProgramOptions,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
      ...(user ? { uid: user.uid, gid: user.gid, cwd: '/' } : {}),
    });
    const end = Date.now() + withinMs;
    let output = '';
    let stopped: string | null = null;
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (output += String(chunk)));
    const watch = setInterval(() => {
      stopped ??= Date.now() > end ? `no end after ${withinMs / 1_000} s` : giveUp();
      // Its group: pip and npm start programs of their own, which would live on.
      if (stopped !== null && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    }, 1_000);
    child.once('error', (error) => {
      clearInterval(watch);
      reject(error);
    });
    child.once('close', (code) => {
      clearInterval(watch);
      if (code === 0) resolve(output);
      else reject(new Error(stopped ?? `exit code ${code}: ${lastWords(output)}`));
    });
  });
}

function lastWords(output: string): string {
  return output.trim().split('\n').slice(-3).join(' | ').slice(-400);
}
