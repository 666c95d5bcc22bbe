import type { Labels } from '../../domain/label';
import { textTable } from '../commands/textTable';
import type { HistorySize } from './historySize';
import type { Profile } from './load';
import { type Figures, ratiosOf, type Spread, spreadOf } from './statistics';

/** What is measured side by side. */
export const variantLabels = {
  recorded: { zh: '一窗：记录即答', en: 'OneWindow, answered once recorded' },
  moved: {
    zh: '一窗：等流程走到下一步',
    en: 'OneWindow, answered once the workflow has moved (Prefer: wait)',
  },
  plain: { zh: '纯 SQL', en: 'the same transaction in plain SQL behind Express' },
} as const satisfies Labels<string>;
export type Variant = keyof typeof variantLabels;
export const variants = Object.keys(variantLabels) as Variant[];

const profileLabels = {
  burst: { zh: '突发', en: 'burst' },
  humanPace: { zh: '人的节奏', en: 'human pace' },
} as const satisfies Labels<Profile['name']>;

/** One variant under one profile in one repetition. */
export interface Measured {
  readonly profile: Profile['name'];
  readonly variant: Variant;
  readonly figures: Figures;
}

type Spreads = Readonly<Record<keyof Figures, Spread>>;

interface ProfileReport {
  /** Figures of this machine at this hour: for orientation only. */
  readonly figures: Readonly<Record<Variant, Spreads>>;
  /** How often plain SQL's figure: what the benchmark is for. */
  readonly ratios: Readonly<Record<Exclude<Variant, 'plain'>, Spreads>>;
}

/** What was measured. */
interface BenchGround {
  readonly wanted: { readonly cases: number; readonly clients: number; readonly repeat: number };
  readonly actsPerCase: number;
  /** What a commit waits for, in either database. */
  readonly durability: string;
}

export interface BenchReport extends BenchGround {
  readonly profiles: Readonly<Record<Profile['name'], ProfileReport>>;
  readonly history: HistorySize;
}

export function reportOf(
  ground: BenchGround,
  measured: readonly Measured[],
  history: HistorySize,
): BenchReport {
  const profiles = { burst: profileOf('burst', measured), humanPace: profileOf('humanPace', measured) };
  return { ...ground, profiles, history };
}

function profileOf(profile: Profile['name'], measured: readonly Measured[]): ProfileReport {
  const of = (variant: Variant): Figures[] =>
    measured
      .filter((each) => each.profile === profile && each.variant === variant)
      .map(({ figures }) => figures);
  const plain = of('plain');
  return {
    figures: { recorded: spreads(of('recorded')), moved: spreads(of('moved')), plain: spreads(plain) },
    ratios: { recorded: ratiosOf(of('recorded'), plain), moved: ratiosOf(of('moved'), plain) },
  };
}

function spreads(figures: readonly Figures[]): Spreads {
  const of = (name: keyof Figures): Spread => spreadOf(figures.map((each) => each[name]));
  return { actsPerSecond: of('actsPerSecond'), p50Ms: of('p50Ms'), p99Ms: of('p99Ms') };
}

/** The report for a person: ratios first. */
export function textOf({ wanted, actsPerCase, durability, profiles, history }: BenchReport): string {
  const rows = (Object.keys(profileLabels) as Profile['name'][]).flatMap((name) => {
    const { ratios } = profiles[name];
    const { zh, en } = profileLabels[name];
    return (['recorded', 'moved'] as const).map((variant) => [
      `${zh} ${en}`,
      `${variantLabels[variant].zh} ${variantLabels[variant].en}`,
      // At a human pace the pauses say how many there are.
      name === 'burst' ? times(ratios[variant].actsPerSecond) : '—',
      times(ratios[variant].p50Ms),
      times(ratios[variant].p99Ms),
    ]);
  });
  return [
    '与纯 SQL 之比：中位数（最小–最大，按轮） Ratios to plain SQL: median (min–max over repetitions)',
    ...textTable([['', '', '每秒办理 acts/s', '延迟 p50', '延迟 p99'], ...rows]),
    '',
    '本机此时的数值，仅供参考 Figures of this machine at this hour, for orientation only',
    ...textTable(figureRows(profiles)),
    '',
    `每件 ${actsPerCase} 次办理，并发 ${wanted.clients}，每轮 ${wanted.cases} 件，${wanted.repeat} 轮 ` +
      `${actsPerCase} acts a case, ${wanted.clients} clients, ${wanted.cases} cases a burst, ${wanted.repeat} repetitions`,
    `两边的数据库 either database: ${durability}`,
    `流程历史：每件 ${history.events} 个事件、${kilobytes(history.bytes)} kB（${history.cases} 件的中位数） ` +
      `history of a case: ${history.events} events, ${kilobytes(history.bytes)} kB (the middle of ${history.cases})`,
  ].join('\n');
}

function figureRows(profiles: BenchReport['profiles']): string[][] {
  return (Object.keys(profileLabels) as Profile['name'][]).flatMap((name) =>
    variants.map((variant) => {
      const { actsPerSecond, p50Ms, p99Ms } = profiles[name].figures[variant];
      const ms = ({ median }: Spread): string => `${median.toFixed(1)} ms`;
      return [
        profileLabels[name].en,
        variantLabels[variant].zh,
        name === 'burst' ? `${actsPerSecond.median.toFixed(1)}/s` : '—',
        `p50 ${ms(p50Ms)}`,
        `p99 ${ms(p99Ms)}`,
      ];
    }),
  );
}

function times({ median, min, max }: Spread): string {
  return `× ${median.toFixed(2)} (${min.toFixed(2)}–${max.toFixed(2)})`;
}

function kilobytes(bytes: number): string {
  return (bytes / 1_000).toFixed(1);
}
