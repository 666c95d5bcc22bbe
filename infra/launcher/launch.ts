import type { Label } from '../../domain/label';
import type { Settings } from '../settings';
import { assignPorts, installationAt, type Addresses, type Installation } from './installation';
import { createDataDir } from './dataDir';
import { partLabels, type Part, type PartName } from './part';
import { requireFree } from './ports';
import { prepare } from './prepare';
import type { Progress } from './progress';
import { takeHold, type Hold } from './running';
import { buildStack, partsOf, type Stack } from './stack';
import { settlesWithin } from './waiting';
import { supervise, type Supervision } from './supervision';
import { wantedPorts } from './wantedPorts';

/** A start, from its first moment: it can be stopped before it is ready. */
export interface Launch {
  /** Settles once every part is ready. */
  readonly ready: Promise<Installation>;
  isStopping(): boolean;
  /** Drains worker and API, then stops what else was started; settles once every process is gone. */
  stop(): Promise<void>;
  /** Does not wait for what drains. */
  hasten(): Promise<void>;
}

const unwindMs = 10_000;

/** Starts an installation. `ready` rejects with an Error that says what to do. */
export function launch(settings: Settings, progress: Progress): Launch {
  const under: { hold?: Hold; stack?: Stack; supervision?: Supervision } = {};
  const stopped = new AbortController();

  const begin = async (): Promise<Installation> => {
    const hold = await takeHold(createDataDir(settings.dataDir).running);
    under.hold = hold;
    const addresses = await placeParts(settings, hold);
    const installation = await installationAt(settings, addresses);
    const stack = buildStack(installation, {
      report: (line) => progress.say(line),
      stopped: stopped.signal,
    });
    under.stack = stack;
    const note = () => hold.note(partsOf(stack));
    await startTogether(stack.grounds, progress, stopped.signal, note);
    await prepare(installation, progress);
    await startTogether(stack.programs, progress, stopped.signal, note);
    under.supervision = supervise(partsOf(stack), { report: (line) => progress.say(line), restarted: note });
    return installation;
  };

  const ready = begin();
  return {
    ready,
    isStopping: () => stopped.signal.aborted,
    async stop() {
      stopped.abort();
      await under.supervision?.end();
      if (under.stack) await stopInOrder(under.stack, progress);
      // What was about to start while the others stopped.
      await settlesWithin(unwindMs, ready);
      if (under.stack) await stopInOrder(under.stack, progress);
      under.hold?.release();
    },
    async hasten() {
      const draining = under.stack ? partsOf(under.stack).filter(({ name }) => name !== 'postgres') : [];
      await Promise.all(draining.map((part) => part.kill()));
    },
  };
}

async function placeParts(settings: Settings, hold: Hold): Promise<Addresses> {
  await requireFree(wantedPorts(settings));
  const addresses = await assignPorts(settings);
  hold.place(addresses);
  return addresses;
}

/** Starts parts at once. The first failure is told when all have come to an end, so that none starts unseen. */
async function startTogether(
  parts: readonly Part[],
  progress: Progress,
  signal: AbortSignal,
  note: () => void,
): Promise<void> {
  signal.throwIfAborted();
  const starts = parts.map((part) => progress.during(partLabels[part.name], () => part.start()));
  const results = await Promise.allSettled(starts);
  note();
  signal.throwIfAborted();
  const failures = results
    .filter((result) => result.status === 'rejected')
    .map(({ reason }): unknown => reason);
  if (failures.length > 0)
    throw new Error(
      failures.map((reason) => (reason instanceof Error ? reason.message : String(reason))).join('\n'),
    );
}

const stopping: readonly (readonly PartName[])[] = [
  ['worker', 'api'],
  ['temporal', 'identity', 'mailCatcher', 'pushReceiver'],
  ['postgres'],
];

async function stopInOrder(stack: Stack, progress: Progress): Promise<void> {
  for (const names of stopping) {
    const running = partsOf(stack).filter(({ name, pid }) => pid !== null && names.includes(name));
    await Promise.all(running.map((part) => progress.during(stopLabel(part.name), () => part.stop())));
  }
}

function stopLabel(name: PartName): Label {
  const { zh, en } = partLabels[name];
  return { zh: `停止${zh}`, en: `stopping ${en}` };
}
