import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Application } from '../../domain/application';
import type { OneWindow } from '../client/oneWindow';
import { applicantFor } from '../client/people';
import { answererOf, awaitsPerson, straightAct, straightActs, type Words } from '../client/straightAct';
import type { CaseView, WorkItemView } from '../client/wire';
import type { Timed, Workload } from './load';

/** Whether an act is answered once it is on the record, or once the workflow has moved on as well. */
export type Answering = 'recorded' | 'moved';

const BETWEEN_LOOKS_MS = 20;
const WAIT_SECONDS = 30;

/** One case of OneWindow through its API, from the submission to the certificate. */
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
    const sending = { account: applicant, key: randomUUID(), waitSeconds };
    const { body: file } = await timed(() => oneWindow.submit(sending, draft));
    let open = waitingIn(file.workItems);
    for (;;) {
      const item = open[0];
      const closed = item ? await answer(oneWindow, { file, item, words, waitSeconds }, timed) : null;
      if (closed?.outcome) return;
      open = waitingIn(closed?.openItems ?? []);
      if (open.length === 0) open = await nextItems(oneWindow, applicant, file.caseId, signal);
    }
  };
}

interface Answer {
  readonly file: CaseView;
  readonly item: WorkItemView;
  readonly words: Words;
  readonly waitSeconds: number | undefined;
}

/** The item names its act's address and version: nothing need be read between two acts. */
async function answer(oneWindow: OneWindow, { file, item, words, waitSeconds }: Answer, timed: Timed) {
  const body = straightAct(file, item, words);
  if (!body) throw new TypeError(`${item.id} waits for nobody`);
  const account = answererOf(file, item, straightActs[item.step]);
  const allowed = {
    act: body.act,
    workItem: item.id,
    href: `/api/v1/work-items/${item.id}/acts`,
    etag: `"${item.version}"`,
  };
  const answered = await timed(() =>
    oneWindow.act({ account, key: randomUUID(), waitSeconds }, allowed, body),
  );
  return answered.body.case;
}

/** Looks until the workflow has opened the next step: only who was answered `recorded` has to. */
async function nextItems(
  oneWindow: OneWindow,
  applicant: string,
  caseId: string,
  signal: AbortSignal,
): Promise<readonly WorkItemView[]> {
  for (;;) {
    const open = waitingIn((await oneWindow.caseOf(applicant, caseId)).workItems);
    if (open.length > 0) return open;
    await delay(BETWEEN_LOOKS_MS, undefined, { signal });
  }
}

function waitingIn(items: readonly WorkItemView[]): readonly WorkItemView[] {
  return items.filter(awaitsPerson);
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
