import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Application } from '../../domain/application';
import type { OneWindow } from '../client/oneWindow';
import { applicantFor } from '../client/people';
import { answererOf, straightAct, straightActs, type Words } from '../client/straightAct';
import type { CaseView, StandingView, WorkItemView } from '../client/wire';
import type { Workload } from './load';

/** Whether an act is answered once it is on the record, or once the workflow has moved on as well. */
export type Answering = 'recorded' | 'moved';

const BETWEEN_LOOKS_MS = 50;
const WAIT_SECONDS = 30;

/**
 * One case of OneWindow through its API, from the submission to the certificate. Who was answered `recorded` learns
 * what comes next by asking once more under the same key: that is not timed.
 */
export function oneWindowCase(
  oneWindow: OneWindow,
  application: Application,
  words: Words,
  answering: Answering,
): Workload {
  const applicant = applicantFor(application.facts);
  const waitSeconds = answering === 'moved' ? WAIT_SECONDS : undefined;
  return async (timed, signal) => {
    const draft = await oneWindow.begin({ account: applicant, key: randomUUID() }, application);
    const { body: file } = await timed(() =>
      oneWindow.submit({ account: applicant, key: randomUUID(), waitSeconds }, draft),
    );
    let open = waitingIn(file.workItems);
    while (open[0]) {
      const send = actOn(oneWindow, file, open[0], words);
      let standing = await timed(() => send(waitSeconds));
      while (standing.outcome === null && waitingIn(standing.openItems).length === 0) {
        await delay(BETWEEN_LOOKS_MS, undefined, { signal });
        standing = await send(WAIT_SECONDS);
      }
      open = waitingIn(standing.openItems);
    }
  };
}

/** The item names its act's address and version: nothing need be read between two acts. */
function actOn(oneWindow: OneWindow, file: CaseView, item: WorkItemView, words: Words) {
  const body = straightAct(file, item, words);
  if (!body) throw new TypeError(`${item.id} waits for nobody`);
  const sending = { account: answererOf(file, item, straightActs[item.step]), key: randomUUID() };
  const allowed = {
    act: body.act,
    workItem: item.id,
    href: `/api/v1/work-items/${item.id}/acts`,
    etag: `"${item.version}"`,
  };
  return async (waitSeconds: number | undefined): Promise<StandingView> => {
    const answered = await oneWindow.act({ ...sending, waitSeconds }, allowed, body);
    return answered.body.case;
  };
}

function waitingIn(items: readonly WorkItemView[]): readonly WorkItemView[] {
  return items.filter(({ status, step }) => status === 'open' && step !== 'push');
}

/** The item that an answer of the yardstick opened. */
interface Opened {
  readonly item: string | null;
}

/** The same number of acts on one case of the yardstick. */
export function plainCase(address: string, acts: number): Workload {
  const post = async <T>(path: string, body: unknown): Promise<T> => {
    const response = await fetch(`${address}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path} answered ${response.status}`);
    return (await response.json()) as T;
  };
  return async (timed) => {
    let { item } = await timed<Opened>(() => post('/cases', {}));
    for (let n = 1; n < acts && item !== null; n += 1) {
      const next = n + 1 < acts ? `step-${n}` : null;
      const path = `/items/${item}/acts`;
      const answered = await timed<Opened>(() => post(path, { act: `act-${n}`, next }));
      item = answered.item;
    }
  };
}
