import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { join } from 'node:path';

import { familyOf } from './processes';

export const repository = join(__dirname, '../..');

/** An npm script that runs as somebody would run it, in a process group of its own. */
export interface Program {
  readonly pid: number;
  output(): string;
  /** Settles once it has printed `words`. @throws Error with all it printed, where it ends first or takes too long */
  says(words: string, withinMs?: number): Promise<void>;
  /** Its exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals>;
  /** To what npm runs, as npm passes it on (an old one does not). @returns how npm ended */
  signal(name: NodeJS.Signals): Promise<number | NodeJS.Signals>;
  /** Ctrl-C in its terminal: npm, what it runs and what that runs are all told. @returns how npm ended */
  interrupt(): Promise<number | NodeJS.Signals>;
}

const PATIENCE_MS = 60_000;
const LOOK_MS = 50;

/** What a child needs of this process's own environment: nothing that says how OneWindow is to run. */
function bare(): Record<string, string | undefined> {
  const kept = /^(PATH|HOME|LANG|TMPDIR|ONEWINDOW_TEST_RUN|npm_config_.*)$/i;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => kept.test(name)));
}

/** `npm run <script> -- <args>` in a copy of the repository. */
export function npmRun(
  script: string,
  environment: Readonly<Record<string, string>>,
  { args = [] as readonly string[], cwd = repository } = {},
): Program {
  const child = spawn('npm', ['run', '--silent', script, ...(args.length > 0 ? ['--', ...args] : [])], {
    cwd,
    env: { ...bare(), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (printed += text));
  const ended = endOf(child);
  return {
    pid: child.pid ?? 0,
    output: () => printed,
    ended,
    async says(words, withinMs = PATIENCE_MS) {
      const end = performance.now() + withinMs;
      const running = () => child.exitCode === null && child.signalCode === null;
      while (!printed.includes(words) && running() && performance.now() < end) await pause(LOOK_MS);
      if (!printed.includes(words)) throw new Error(`npm run ${script} did not say "${words}":\n${printed}`);
    },
    signal: (name) => {
      for (const { pid, parent } of familyOf(child.pid ?? 0))
        if (parent === child.pid) process.kill(pid, name);
      return ended;
    },
    interrupt: () => {
      process.kill(-(child.pid ?? 0), 'SIGINT');
      return ended;
    },
  };
}

async function endOf(child: ChildProcess): Promise<number | NodeJS.Signals> {
  const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  return code ?? signal ?? 0;
}
