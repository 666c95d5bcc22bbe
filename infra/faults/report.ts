import { textTable } from '../commands/textTable';
import type { Evidence, Fault } from './evidence';
import type { Victim } from './schedule';
import type { Fate } from './supervised';

/** What happened in a run, beside what its evidence says. */
export interface RunFacts {
  readonly seed: number;
  readonly minutes: number;
  readonly seconds: number;
  readonly fates: Readonly<Record<Victim, Fate>>;
  readonly retries: number;
}

/** The run as one object, for programs; its report is made of nothing else. */
export interface FaultsReport extends RunFacts {
  readonly cases: {
    readonly begun: number;
    readonly open: number;
    readonly byOutcome: Readonly<Record<string, number>>;
  };
  readonly acts: {
    readonly asked: number;
    readonly done: number;
    readonly refused: number;
    readonly unanswered: number;
    readonly replays: number;
    readonly events: number;
  };
  readonly mails: { readonly owed: number; readonly arrived: number; readonly handedInAgain: number };
  readonly pushes: { readonly registered: number; readonly arrived: number; readonly sentAgain: number };
  readonly lost: number;
  readonly doubled: number;
  readonly broken: number;
  readonly faults: readonly Fault[];
}

export function reportOf(facts: RunFacts, evidence: Evidence, faults: readonly Fault[]): FaultsReport {
  const { told, cases, mails, pushes } = evidence;
  const ending = (kind: string): number => told.filter((act) => act.ending === kind).length;
  const kind = (wanted: Fault['kind']): number => faults.filter((fault) => fault.kind === wanted).length;
  const byOutcome: Record<string, number> = {};
  for (const { state } of cases) {
    if (state.outcome !== null) byOutcome[state.outcome] = (byOutcome[state.outcome] ?? 0) + 1;
  }
  return {
    ...facts,
    cases: {
      begun: cases.length,
      open: cases.filter(({ state }) => state.outcome === null).length,
      byOutcome,
    },
    acts: {
      asked: told.length,
      done: ending('done'),
      refused: ending('refused'),
      unanswered: ending('unanswered'),
      replays: told.filter(({ replayed }) => replayed).length,
      events: cases.reduce((sum, { events }) => sum + events.length, 0),
    },
    mails: {
      owed: cases.reduce((sum, { notices }) => sum + notices.length, 0),
      arrived: mails.length,
      handedInAgain: mails.reduce((sum, { arrivals }) => sum + arrivals - 1, 0),
    },
    pushes: {
      registered: cases.flatMap(({ events }) => events).filter(({ type }) => type === 'registered').length,
      arrived: pushes.length,
      sentAgain: pushes.reduce((sum, { arrivals }) => sum + arrivals - 1, 0),
    },
    lost: kind('lost'),
    doubled: kind('doubled'),
    broken: kind('broken'),
    faults,
  };
}

/** The report for a person. */
export function textOf(report: FaultsReport): string {
  const { cases, acts, mails, pushes, fates, lost, doubled, broken } = report;
  const parts = Object.entries(fates).map(([part, { kills, falls }]) => [
    part,
    `强杀 killed ${kills}`,
    `自行退出或未能启动 fell by itself ${falls}`,
  ]);
  const outcomes = Object.entries(cases.byOutcome).map(([outcome, count]) => `${outcome} ${count}`);
  const rows = [
    ['办件 Cases', `${cases.begun}：${[...outcomes, `open ${cases.open}`].join('、')}`],
    [
      '请求 Requests',
      `${acts.asked}：办成 done ${acts.done}、被拒 refused ${acts.refused}、无应答 unanswered ${acts.unanswered}`,
    ],
    ['重试 Retries', `${report.retries}，其中得到原答复 replays ${acts.replays}`],
    ['记录 Events', String(acts.events)],
    [
      '邮件 Mails',
      `应发 owed ${mails.owed}、收到 arrived ${mails.arrived}、同一编号再次投递 handed in again ${mails.handedInAgain}`,
    ],
    [
      '推送 Pushes',
      `登记 registered ${pushes.registered}、收到 arrived ${pushes.arrived}、同一键再次推送 sent again ${pushes.sentAgain}`,
    ],
  ];
  return [
    `种子 seed ${report.seed}，${report.minutes} 分钟 minutes，全程 in all ${Math.round(report.seconds)} s`,
    ...textTable(parts),
    ...textTable(rows),
    ...report.faults.map(({ kind, about, where, text }) => `✗ ${kind} ${about}: ${where}: ${text}`),
    `丢失 lost ${lost}，重复 doubled ${doubled}，不一致 broken ${broken}`,
  ].join('\n');
}
