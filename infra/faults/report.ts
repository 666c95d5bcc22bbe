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
  /** How often a request was repeated, by what went wrong with it. */
  readonly retries: Readonly<Record<string, number>>;
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
    readonly refused: Readonly<Record<string, number>>;
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
  return {
    ...facts,
    cases: {
      begun: cases.length,
      open: cases.filter(({ state }) => state.outcome === null).length,
      byOutcome: counted(cases.flatMap(({ state }) => (state.outcome === null ? [] : [state.outcome]))),
    },
    acts: {
      asked: told.length,
      done: ending('done'),
      refused: counted(told.flatMap(({ code }) => (code === null ? [] : [code]))),
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

function counted(values: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

/** The report for a person. */
export function textOf(report: FaultsReport): string {
  const { cases, acts, mails, pushes, fates, lost, doubled, broken } = report;
  const parts = Object.entries(fates).map(([part, { kills, falls, outages }]) => [
    part,
    `强杀 killed ${kills}`,
    `自行退出或未能启动 fell by itself ${falls}`,
    `不在 away ${Math.round(secondsAway(outages))} s`,
  ]);
  const rows = [
    ['办件 Cases', `${cases.begun}：${listed({ ...cases.byOutcome, open: cases.open })}`],
    [
      '请求 Requests',
      `${acts.asked}：办成 done ${acts.done}、被拒 refused ${total(acts.refused)}、无应答 unanswered ${acts.unanswered}`,
    ],
    ['被拒 Refused', listed(acts.refused)],
    ['重试 Retries', `${total(report.retries)}，得到原答复 replays ${acts.replays}`],
    ...Object.entries(report.retries).map(([cause, count]) => ['', `${count} × ${cause}`]),
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

function listed(counts: Readonly<Record<string, number>>): string {
  return (
    Object.entries(counts)
      .map(([name, count]) => `${name} ${count}`)
      .join('、') || '—'
  );
}

function total(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

function secondsAway(outages: Fate['outages']): number {
  return outages.reduce((sum, { from, to }) => sum + (Date.parse(to) - Date.parse(from)) / 1_000, 0);
}
