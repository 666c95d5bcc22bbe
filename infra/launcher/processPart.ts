import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync } from 'node:fs';
import type { Label } from '../../domain/label';
import { lastLines, openLog } from './logFile';
import { PartError, type Death, type Part, type PartName } from './part';
import { holdsWithin, settlesWithin } from './waiting';

export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  /** The user to run it as, for root. */
  readonly user?: { readonly uid: number; readonly gid: number };
}

export interface ProcessSpec {
  readonly name: PartName;
  readonly address: string;
  readonly logFile: string;
  /** Asked before each start: clears away what the last run left, and says what to run. */
  command(): Promise<Command>;
  /** Asked again and again once the process runs. */
  isReady(): Promise<boolean>;
  readonly stopSignal: 'SIGTERM' | 'SIGINT';
  readonly readyWithinMs: number;
  readonly stopWithinMs: number;
}

interface Run {
  readonly child: ChildProcess;
  readonly logFrom: number;
  readonly ended: Promise<string>;
  how: string | null;
  /** What its end would mean: `starting` fails the start, `wanted` is a death, `unwanted` is what was asked for. */
  state: 'starting' | 'wanted' | 'unwanted';
}

/** A part that is one process of its own, in its own process group: a Ctrl-C in the terminal reaches the launcher only. */
export class ProcessPart implements Part {
  private run: Run | null = null;
  private stopping = 0;
  private readonly listeners: ((death: Death) => void)[] = [];

  constructor(private readonly spec: ProcessSpec) {}

  get name(): PartName {
    return this.spec.name;
  }

  get address(): string {
    return this.spec.address;
  }

  get logFile(): string {
    return this.spec.logFile;
  }

  get pid(): number | null {
    return this.run?.child.pid ?? null;
  }

  onDeath(listener: (death: Death) => void): void {
    this.listeners.push(listener);
  }

  async start(): Promise<void> {
    if (this.run) throw new Error(`${this.name} runs already (pid ${this.pid})`);
    const stopsBefore = this.stopping;
    const command = await this.spec.command();
    if (this.stopping !== stopsBefore) throw new Error(`${this.name} was stopped while it started`);
    const run = this.launch(command);
    const ready = () => run.how !== null || this.spec.isReady();
    const inTime = await holdsWithin(this.spec.readyWithinMs, ready, 100);
    if (run.how !== null)
      throw this.failure({ zh: `未能启动（${run.how}）`, en: `did not start (${run.how})` }, run);
    if (!inTime) {
      await this.kill();
      const seconds = this.spec.readyWithinMs / 1_000;
      throw this.failure({ zh: `${seconds} 秒内未就绪`, en: `was not ready within ${seconds} s` }, run);
    }
    if (run.state === 'starting') run.state = 'wanted';
  }

  async stop(): Promise<void> {
    this.stopping += 1;
    const run = this.run;
    if (!run) return;
    run.state = 'unwanted';
    run.child.kill(this.spec.stopSignal);
    if (!(await settlesWithin(this.spec.stopWithinMs, run.ended))) await this.kill();
  }

  async kill(): Promise<void> {
    this.stopping += 1;
    const run = this.run;
    if (!run) return;
    run.state = 'unwanted';
    killGroup(run.child);
    await run.ended;
  }

  private launch(command: Command): Run {
    const log = openLog(this.spec.logFile);
    const { user } = command;
    const child = spawn(command.file, command.args, {
      env: command.environment,
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
      ...(user ? { uid: user.uid, gid: user.gid, cwd: '/' } : {}),
    });
    closeSync(log.fd);
    const ended = new Promise<string>((resolve) => {
      child.once('error', (error) => resolve(error.message));
      child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`));
    });
    const run: Run = { child, logFrom: log.from, ended, how: null, state: 'starting' };
    this.run = run;
    void ended.then((how) => this.ended(run, how));
    return run;
  }

  private ended(run: Run, how: string): void {
    run.how = how;
    if (this.run === run) this.run = null;
    if (run.state !== 'wanted') return;
    const death = { part: this, how, lastLines: lastLines(this.spec.logFile, run.logFrom) };
    for (const listener of this.listeners) listener(death);
  }

  private failure(why: Label, run: Run): PartError {
    return new PartError(this.name, why, this.logFile, lastLines(this.logFile, run.logFrom));
  }
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    child.kill('SIGKILL');
  }
}
