import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Label } from '../../domain/label';
import type { Plan } from '../../domain/plan';
import { createClient } from '../client/client';
import { createOneWindow, type OneWindow } from '../client/oneWindow';
import { developmentTokens } from '../client/tokens';
import { runCase } from './caseRun';
import { clientLog, readClientLogs } from './clientLog';
import type { Evidence, Fault } from './evidence';
import { carryOut, type Victims } from './killer';
import type { OwnSystem } from './ownSystem';
import { casePath, clientRandom } from './path';
import { evidenceReader } from './reading/evidence';
import { type FaultsReport, reportOf } from './report';
import { atRest } from './rest';
import { killPlan, type Victim, victims } from './schedule';
import { Supervised } from './supervised';

/** What is asked of a run. */
export interface Wanted {
  readonly minutes: number;
  readonly seed: number;
  /** Cases to begin at most. */
  readonly cases: number;
  /** Cases under way at once. */
  readonly clients: number;
}

/** How long the cases that began may take to finish once nothing is killed any more. */
const FINISH_MS = 300_000;
/** Longer than any outage, and than an attempt at a push takes once its worker was killed. */
const PATIENCE_MS = 180_000;
const ATTEMPT_MS = 15_000;

/** Drives cases while parts are killed, lets everything come to rest, and compares. */
export async function runFaults(
  wanted: Wanted,
  system: OwnSystem,
  say: (line: Label) => void,
  signal: AbortSignal,
): Promise<FaultsReport> {
  const began = performance.now();
  const parts = supervisedParts(system, signal);
  const kills = killPlan(wanted.seed, wanted.minutes * 60_000);
  say({ zh: `计划强杀 ${kills.length} 次`, en: `${kills.length} kills are planned` });
  const driving = new Driving(wanted, system, signal);
  const killing = carryOut(kills, parts, signal);
  const [unfinished] = await Promise.all([driving.done, killing.then(() => allUp(parts)), driving.tell(say)]);
  say({ zh: '各部分已恢复，等待收尾', en: 'everything is up again; waiting until it comes to rest' });
  const reader = await evidenceReader(system, () => readClientLogs(driving.logs));
  const { evidence, faults } = await atRest(() => reader.read(), signal).finally(() => reader.close());
  const facts = {
    seed: wanted.seed,
    minutes: wanted.minutes,
    seconds: (performance.now() - began) / 1_000,
    fates: fatesOf(parts),
    retries: driving.retries,
  };
  return reportOf(facts, evidence, [...faults, ...unfinished]);
}
