import { Client } from 'pg';
import type { Label } from '../../domain/label';
import type { OwnSystem } from '../launcher/ownSystem';
import { sharedDurability } from './durability';
import { historySizeOf } from './historySize';
import { idle } from './idle';
import { type Profile, run, type Workload } from './load';
import { startPlainProcess } from './plainProcess';
import { type BenchReport, type Measured, reportOf, type Variant, variants } from './report';
import { benchScene } from './scene';
import { figuresOf, type Sample } from './statistics';
import { oneWindowCase, plainCase } from './workloads';

/** What is asked of a run. */
export interface Wanted {
  readonly cases: number;
  readonly clients: number;
  readonly repeat: number;
}

/** A person is slower by far; this is long enough for each act to find the system idle. */
const HUMAN_PAUSE_MS = 400;
const HUMANS = 2;
const HUMAN_CASES = 4;

/** Runs every variant under every profile, turn by turn, and compares them pair by pair. */
export async function runBench(
  wanted: Wanted,
  system: OwnSystem,
  say: (line: Label) => void,
  signal: AbortSignal,
): Promise<BenchReport> {
  const { databaseUrl } = system.settings;
  const plainUrl = await plainDatabase(databaseUrl);
  const durability = await sharedDurability(databaseUrl, plainUrl);
  const plain = await startPlainProcess(plainUrl);
  try {
    const { workloads, actsPerCase } = await warmWorkloads(wanted, system, plain.address, signal);
    const measured: Measured[] = [];
    for (let repetition = 0; repetition < wanted.repeat; repetition += 1) {
      for (const profile of profilesOf(wanted)) {
        for (const variant of turned(variants, repetition)) {
          const sample = await run(workloads[variant], profile, signal);
          await idle(databaseUrl, signal);
          measured.push({ profile: profile.name, variant, figures: figuresOf(sample) });
          say(progressOf(repetition, profile, variant, sample));
        }
      }
    }
    const { cases, clients, repeat } = wanted;
    const ground = { wanted: { cases, clients, repeat }, actsPerCase, durability };
    return reportOf(ground, measured, await historySizeOf(system.settings));
  } finally {
    await plain.stop();
  }
}

function profilesOf({ cases, clients }: Wanted): readonly Profile[] {
  return [
    { name: 'burst', clients, cases, pauseMs: 0 },
    { name: 'humanPace', clients: HUMANS, cases: HUMAN_CASES, pauseMs: HUMAN_PAUSE_MS },
  ];
}

/** Each repetition begins with another variant: none always runs on what the one before left behind. */
function turned<T>(values: readonly T[], by: number): T[] {
  const start = by % values.length;
  return [...values.slice(start), ...values.slice(0, start)];
}

/** The workloads, each run by every client before anything counts: signed in, compiled, planned, connected. */
async function warmWorkloads(
  { clients }: Wanted,
  { settings }: OwnSystem,
  plainAddress: string,
  signal: AbortSignal,
): Promise<{ readonly workloads: Readonly<Record<Variant, Workload>>; readonly actsPerCase: number }> {
  const { oneWindow, application, words } = await benchScene(settings, signal);
  const warm: Profile = { name: 'burst', clients, cases: clients, pauseMs: 0 };
  const recorded = oneWindowCase(oneWindow, application, words, 'recorded');
  const moved = oneWindowCase(oneWindow, application, words, 'moved');
  const { acts } = await run(recorded, warm, signal);
  const actsPerCase = acts / clients;
  await run(moved, warm, signal);
  const plain = plainCase(plainAddress, actsPerCase);
  await run(plain, warm, signal);
  await idle(settings.databaseUrl, signal);
  return { workloads: { recorded, moved, plain }, actsPerCase };
}

/** The yardstick's own database, on the same server with the same durability. */
async function plainDatabase(databaseUrl: string): Promise<string> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('create database plain');
  } finally {
    await client.end();
  }
  const url = new URL(databaseUrl);
  url.pathname = '/plain';
  return url.href;
}

function progressOf(repetition: number, { name }: Profile, variant: Variant, sample: Sample): Label {
  const { actsPerSecond, p50Ms, p99Ms } = figuresOf(sample);
  const figures = `${actsPerSecond.toFixed(1)}/s, p50 ${p50Ms.toFixed(1)} ms, p99 ${p99Ms.toFixed(1)} ms`;
  return {
    zh: `第 ${repetition + 1} 轮`,
    en: `repetition ${repetition + 1}, ${name}, ${variant}: ${figures}`,
  };
}
