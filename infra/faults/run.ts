import type { Label } from '../../domain/label';
import { timeLimit } from '../client/timeLimit';
import type { OwnSystem } from '../launcher/ownSystem';
import { type Drive, driveCases, logsOf, type Wanted } from './driving';
import type { Evidence, Fault, Outage } from './evidence';
import { killUntil, type Victims } from './killer';
import { evidenceReader } from './reading/evidence';
import { type FaultsReport, reportOf } from './report';
import { atRest } from './rest';
import { type Victim, victims } from './schedule';
import { type Fate, Supervised } from './supervised';

const TELL_EVERY_MS = 10_000;

/** What a run came to, and what it was seen by. */
export interface FaultsRun {
  readonly report: FaultsReport;
  readonly evidence: Evidence;
}

/** Drives cases while parts are killed, lets everything come to rest, and compares. */
export async function runFaults(
  wanted: Wanted,
  system: OwnSystem,
  say: (line: Label) => void,
  outer: AbortSignal,
): Promise<FaultsRun> {
  const began = performance.now();
  // One failure ends everything that goes on beside it.
  const failed = new AbortController();
  const signal = AbortSignal.any([outer, failed.signal]);
  const parts = supervisedParts(system, signal);
  const drive: Drive = { begun: 0, ended: 0, retries: {}, unfinished: [] };
  const teller = tell(drive, parts, say);
  try {
    await driveAndKill(wanted, system, parts, drive, signal);
  } catch (error) {
    failed.abort(error);
    throw error;
  } finally {
    clearInterval(teller);
  }
  say({ zh: '办件均已驱动完毕，等待系统静止', en: 'every case was driven; waiting until nothing moves' });
  const reader = await evidenceReader(system, logsOf(system));
  const look = async (): Promise<Evidence> => ({ ...(await reader.read()), outages: outagesOf(parts) });
  const { evidence, faults } = await atRest(look, signal).finally(() => reader.close());
  const seconds = (performance.now() - began) / 1_000;
  const { seed, minutes } = wanted;
  const facts = { seed, minutes, seconds, fates: fatesOf(parts), retries: drive.retries };
  const all = [...faults, ...drive.unfinished, ...errorsIn(drive)];
  return { evidence, report: reportOf(facts, evidence, all) };
}

/** Whatever is away, the API says so (503); that it failed itself is not among what it may say. */
function errorsIn({ retries }: Drive): Fault[] {
  return Object.entries(retries)
    .filter(([cause]) => /^5\d\d /.test(cause) && !cause.startsWith('503 '))
    .map(([cause, count]) => ({
      kind: 'broken',
      about: 'act',
      where: 'the API',
      text: `answered ${cause} ${count} times`,
    }));
}

/** The killing ends with the minutes, or with the last case where that comes first. */
async function driveAndKill(
  wanted: Wanted,
  system: OwnSystem,
  parts: Victims,
  drive: Drive,
  signal: AbortSignal,
): Promise<void> {
  const driven = new AbortController();
  const { signal: over, clear } = timeLimit(
    wanted.minutes * 60_000,
    AbortSignal.any([signal, driven.signal]),
  );
  const killing = killUntil(over, wanted.seed, parts);
  const driving = driveCases(wanted, system, drive, signal).finally(() => driven.abort());
  await Promise.all([killing, driving]).finally(clear);
}

function supervisedParts(system: OwnSystem, signal: AbortSignal): Victims {
  return ofEach((name) => new Supervised(system.part(name), signal));
}

function fatesOf(parts: Victims): Record<Victim, Fate> {
  return ofEach((name) => parts[name].fate);
}

function outagesOf(parts: Victims): Record<Victim, readonly Outage[]> {
  return ofEach((name) => parts[name].fate.outages);
}

function ofEach<T>(make: (name: Victim) => T): Record<Victim, T> {
  return Object.fromEntries(victims.map((name) => [name, make(name)])) as Record<Victim, T>;
}

/** Says now and then how it goes. */
function tell(drive: Drive, parts: Victims, say: (line: Label) => void): NodeJS.Timeout {
  return setInterval(() => {
    const kills = Object.values(fatesOf(parts)).reduce((sum, fate) => sum + fate.kills, 0);
    const retries = Object.values(drive.retries).reduce((sum, count) => sum + count, 0);
    const { begun, ended } = drive;
    say({
      zh: `已开始 ${begun} 件、结束 ${ended} 件，强杀 ${kills} 次，重试 ${retries} 次`,
      en: `${begun} cases begun, ${ended} ended, ${kills} kills, ${retries} retries`,
    });
  }, TELL_EVERY_MS);
}
