import type { Label } from '../../domain/label';
import { type Drive, driveCases, logsOf, type Wanted } from './driving';
import { carryOut, type Victims } from './killer';
import type { OwnSystem } from './ownSystem';
import { evidenceReader } from './reading/evidence';
import { type FaultsReport, reportOf } from './report';
import { atRest } from './rest';
import { killPlan, type Victim, victims } from './schedule';
import { type Fate, Supervised } from './supervised';

const TELL_EVERY_MS = 10_000;

/** Drives cases while parts are killed, lets everything come to rest, and compares. */
export async function runFaults(
  wanted: Wanted,
  system: OwnSystem,
  say: (line: Label) => void,
  outer: AbortSignal,
): Promise<FaultsReport> {
  const began = performance.now();
  // One failure ends everything that goes on beside it.
  const failed = new AbortController();
  const signal = AbortSignal.any([outer, failed.signal]);
  const drive: Drive = { begun: 0, ended: 0, retries: 0, unfinished: [] };
  const parts = supervisedParts(system, signal);
  const kills = killPlan(wanted.seed, wanted.minutes * 60_000);
  say({ zh: `计划强杀 ${kills.length} 次`, en: `${kills.length} kills are planned` });
  const killing = carryOut(kills, parts, signal).then(() => allUp(parts));
  const teller = tell(drive, parts, say);
  try {
    await Promise.all([killing, driveCases(wanted, system, drive, signal)]);
  } catch (error) {
    failed.abort(error);
    throw error;
  } finally {
    clearInterval(teller);
  }
  say({ zh: '办件均已驱动完毕，等待系统静止', en: 'every case was driven; waiting until nothing moves' });
  const reader = await evidenceReader(system, logsOf(system));
  const rest = await atRest(() => reader.read(), signal).finally(() => reader.close());
  const seconds = (performance.now() - began) / 1_000;
  const { seed, minutes } = wanted;
  const facts = { seed, minutes, seconds, fates: fatesOf(parts), retries: drive.retries };
  return reportOf(facts, rest.evidence, [...rest.faults, ...drive.unfinished]);
}

function supervisedParts(system: OwnSystem, signal: AbortSignal): Victims {
  const entries = victims.map((name) => [name, new Supervised(system.part(name), signal)]);
  return Object.fromEntries(entries) as Record<Victim, Supervised>;
}

async function allUp(parts: Victims): Promise<void> {
  await Promise.all(victims.map((name) => parts[name].up()));
}

function fatesOf(parts: Victims): Record<Victim, Fate> {
  const entries = victims.map((name) => [name, parts[name].fate]);
  return Object.fromEntries(entries) as Record<Victim, Fate>;
}

/** Says now and then how it goes. */
function tell(drive: Drive, parts: Victims, say: (line: Label) => void): NodeJS.Timeout {
  return setInterval(() => {
    const kills = Object.values(fatesOf(parts)).reduce((sum, fate) => sum + fate.kills, 0);
    const { begun, ended, retries } = drive;
    say({
      zh: `已开始 ${begun} 件、结束 ${ended} 件，强杀 ${kills} 次，重试 ${retries} 次`,
      en: `${begun} cases begun, ${ended} ended, ${kills} kills, ${retries} retries`,
    });
  }, TELL_EVERY_MS);
}
