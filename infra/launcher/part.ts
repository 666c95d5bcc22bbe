import type { Label } from '../../domain/label';

export const partNames = [
  'postgres',
  'temporal',
  'identity',
  'mailCatcher',
  'pushReceiver',
  'worker',
  'api',
] as const;
export type PartName = (typeof partNames)[number];

export const partLabels: Readonly<Record<PartName, Label>> = {
  postgres: { zh: 'PostgreSQL 数据库', en: 'PostgreSQL' },
  temporal: { zh: 'Temporal 流程引擎', en: 'Temporal' },
  identity: { zh: '开发用身份认证', en: 'development identity provider' },
  mailCatcher: { zh: '开发用邮箱', en: 'mail catcher' },
  pushReceiver: { zh: '开发用推送接收', en: 'push receiver' },
  worker: { zh: '流程执行', en: 'worker' },
  api: { zh: '接口服务', en: 'API' },
};

/** How a process ended by itself. */
export interface Death {
  readonly part: Part;
  /** `exit code 1`, `SIGKILL`. */
  readonly how: string;
  readonly lastLines: readonly string[];
}

/** A process of the installation that can be started, stopped, killed and started again on the same port. */
export interface Part {
  readonly name: PartName;
  readonly address: string;
  readonly logFile: string;
  /** Of the real process; null while it does not run. */
  readonly pid: number | null;
  /** Settles once the part is ready. @throws PartError where it dies or is not ready in time */
  start(): Promise<void>;
  /** Lets it finish what it does; settles once its process is gone. */
  stop(): Promise<void>;
  /** SIGKILL to the process and its group; settles once it is gone. */
  kill(): Promise<void>;
  /** Calls back when the running part ends without `stop` or `kill`. */
  onDeath(listener: (death: Death) => void): void;
}

export class PartError extends Error {
  constructor(
    readonly part: PartName,
    why: Label,
    logFile: string,
    lastLines: readonly string[],
  ) {
    const label = partLabels[part];
    const log = lastLines.map((line) => `    ${line}`).join('\n');
    super(
      `${label.zh}（${part}）${why.zh}，日志 ${logFile}\nPart ${part} (${label.en}) ${why.en}, its log is ${logFile}\n${log}`,
    );
    this.name = 'PartError';
  }
}
