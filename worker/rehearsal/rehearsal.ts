import { nextDueAt, openItems, awaitsConductor } from '../../domain/process';
import type { CaseFile } from '../../domain/caseFile';
import type { Plan } from '../../domain/plan';
import type { ServiceMode } from '../../domain/vocabulary';
import type { Progress } from '../../infra/launcher/progress';
import { workflowIdOf } from '../../workflows/names';
import { Player } from './player';
import { roles } from './roles';
import { setStage, type Stage } from './stage';
import { type Timeline, timelineOf } from './timeline';

const PATIENCE_MS = 60_000;
const BETWEEN_LOOKS_MS = 25;
/** Nothing of a plan takes so long: whoever is not done by then never will be. */
const LONGEST_DAYS = 800;
const DAY_MS = 86_400_000;

/** Plays these service modes in each role on one clock, and tells what happened to each case. */
export async function rehearse(
  plan: Plan,
  modes: readonly ServiceMode[],
  progress: Progress,
  signal: AbortSignal,
): Promise<Timeline[]> {
  const stage = await progress.during({ zh: '准备演练', en: 'setting the stage' }, () =>
    setStage(plan, progress, signal),
  );
  try {
    return await progress.during({ zh: '演练', en: 'rehearsing' }, () => play(stage, plan, modes, signal));
  } finally {
    await stage.close();
  }
}

async function play(
  stage: Stage,
  plan: Plan,
  modes: readonly ServiceMode[],
  signal: AbortSignal,
): Promise<Timeline[]> {
  const players: Player[] = [];
  for (const mode of modes) {
    for (const role of roles) players.push(await Player.enter(stage, plan, mode, role));
  }
  const end = new Date((await stage.clock.now()).getTime() + LONGEST_DAYS * DAY_MS).toISOString();
  for (;;) {
    signal.throwIfAborted();
    const files = await settled(stage, players);
    const now = (await stage.clock.now()).toISOString();
    if (await anyActs(players, now)) continue;
    const next = await nextInstant(players, files);
    if (next === null || next > end) break;
    await stage.sleepUntil(next > now ? justAfter(next) : justAfter(now));
  }
  return Promise.all(players.map((player) => timelineOf(stage.db, player)));
}

async function anyActs(players: readonly Player[], now: string): Promise<boolean> {
  let acted = false;
  for (const player of players) acted = (await player.act(now)) || acted;
  return acted;
}

async function nextInstant(players: readonly Player[], files: readonly CaseFile[]): Promise<string | null> {
  const acts = await Promise.all(players.map((player) => player.actsAt()));
  const instants = [...acts, ...files.map(nextDueAt)].filter((at) => at !== null);
  return instants.sort()[0] ?? null;
}

/** Timers ring at their instant, and take a moment. */
function justAfter(instant: string): string {
  return new Date(Date.parse(instant) + 2_000).toISOString();
}

/** The cases once their workflows have done all that they can by now. */
async function settled(stage: Stage, players: readonly Player[]): Promise<CaseFile[]> {
  return Promise.all(players.map(({ caseId }) => settledCase(stage, caseId)));
}

async function settledCase(stage: Stage, caseId: string): Promise<CaseFile> {
  const end = performance.now() + PATIENCE_MS;
  for (;;) {
    const { state } = await stage.db
      .selectFrom('case_file')
      .select('state')
      .where('case_id', '=', caseId)
      .executeTakeFirstOrThrow();
    if (await isSettled(stage, state)) return state;
    if (performance.now() > end) throw new Error(`${caseId} 未能推进 does not settle`);
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_LOOKS_MS));
  }
}

async function isSettled({ temporal, clock }: Stage, file: CaseFile): Promise<boolean> {
  const isOver = file.outcome !== null && openItems(file).length === 0;
  if (isOver) return true;
  const due = nextDueAt(file);
  if (awaitsConductor(file) || openItems(file).some(({ step }) => step === 'push')) return false;
  if (due !== null && due <= (await clock.now()).toISOString()) return false;
  const read = await temporal.workflow
    .getHandle(workflowIdOf(file.caseId))
    .query<{ readonly readUpTo: number }>('standing')
    .catch(() => null);
  return read !== null && read.readUpTo >= file.seq;
}
