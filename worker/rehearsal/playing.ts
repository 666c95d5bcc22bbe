import { setTimeout as delay } from 'node:timers/promises';
import type { CaseFile } from '../../domain/caseFile';
import { applicationOf, kindOf } from '../../domain/itinerary';
import { awaitsConductor, nextDueAt, openItems } from '../../domain/process';
import type { CaseKind, Step } from '../../domain/vocabulary';
import { inParallel } from '../../infra/client/parallel';
import type { Db } from '../../infra/db/connect';
import type { Stage } from './stage';

const PATIENCE_MS = 60_000;
const BETWEEN_LOOKS_MS = 25;
const AT_ONCE = 4;

/** What the system does by itself, and soon: time waits for it. */
const bySystem: readonly Step[] = ['push', 'serve'];

/** Somebody whose cases are played. */
export interface Playing {
  /** The case by which they applied. */
  readonly caseId: string;
  /** Which cases of that application they play. */
  readonly kinds: readonly CaseKind[];
  /** The next instant at which somebody acts, ISO; null where nobody will. */
  actsAt(files: readonly CaseFile[]): Promise<string | null>;
  /** Lets those act whose time has come. @returns whether anybody did */
  act(now: string, files: readonly CaseFile[]): Promise<boolean>;
}

/**
 * Plays until just before an instant, or until nothing is to come: everybody acts whose time has come, then time is skipped to what
 * comes next.
 * @param endOf that instant, by the cases as they are
 */
export async function play(
  stage: Stage,
  players: readonly Playing[],
  endOf: (files: readonly CaseFile[]) => string,
  signal: AbortSignal,
): Promise<void> {
  for (;;) {
    const all = await settled(stage, players, signal);
    const filesOf = ({ caseId, kinds }: Playing) =>
      all.filter((file) => applicationOf(file) === caseId && kinds.includes(kindOf(file.itinerary)));
    const now = (await stage.clock.now()).toISOString();
    const acted = await inParallel(players, AT_ONCE, (player) => player.act(now, filesOf(player)));
    if (acted.includes(true)) continue;
    const acts = await inParallel(players, AT_ONCE, (player) => player.actsAt(filesOf(player)));
    const played = players.flatMap(filesOf);
    const [next] = [...acts, ...played.map(nextDueAt)].filter((at) => at !== null).sort();
    if (next === undefined || next >= endOf(played)) return;
    await stage.sleepUntil(justAfter(next > now ? next : now));
  }
}

/** Timers ring at their instant, and take a moment. */
function justAfter(instant: string): string {
  return new Date(Date.parse(instant) + 2_000).toISOString();
}

/** The cases that are not over, once their workflows have been told of all that there is and have done what they can by now. */
async function settled(
  { db, clock }: Stage,
  players: readonly Playing[],
  signal: AbortSignal,
): Promise<CaseFile[]> {
  const end = performance.now() + PATIENCE_MS;
  for (;;) {
    const rows = await unfinished(db, players);
    const now = (await clock.now()).toISOString();
    const behind = rows.find(({ state, up_to, delivered }) => delivered < up_to || !isSettled(state, now));
    if (!behind) return rows.map(({ state }) => state);
    if (performance.now() > end) throw new Error(`${behind.state.caseId} 未能推进 does not settle`);
    await delay(BETWEEN_LOOKS_MS, undefined, { signal });
  }
}

/** The rows of cases of which anything is still to be done, and how far their workflows were told of them. */
function unfinished(db: Db, players: readonly Playing[]) {
  return db
    .selectFrom('case_file')
    .innerJoin('wake_up', 'wake_up.case_id', 'case_file.case_id')
    .select(['state', 'up_to', 'delivered'])
    .where('application_id', 'in', [...new Set(players.map(({ caseId }) => caseId))])
    .where('kind', 'in', [...new Set(players.flatMap(({ kinds }) => kinds))])
    .where((row) => {
      const open = row
        .selectFrom('work_item')
        .select('id')
        .whereRef('work_item.case_id', '=', 'case_file.case_id')
        .where('status', '=', 'open');
      return row.or([row('outcome', 'is', null), row.exists(open)]);
    })
    .orderBy('case_file.case_id')
    .execute();
}

/** Whether the next move is a person's, or time's to come. The engine lets no time go by while it has work under way. */
function isSettled(file: CaseFile, now: string): boolean {
  const due = nextDueAt(file);
  const isUnderWay = awaitsConductor(file) || openItems(file).some(({ step }) => bySystem.includes(step));
  return !isUnderWay && (due === null || due > now);
}
