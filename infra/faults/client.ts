import { randomUUID } from 'node:crypto';
import type { ActBody } from '../../domain/act';
import type { Application } from '../../domain/application';
import type { OneWindow, Sending } from '../client/oneWindow';
import type { ActedView, AllowedActView } from '../client/wire';
import type { ClientLog } from './clientLog';
import { type Habit, habitOf } from './path';
import type { Random } from './random';
import { tell } from './telling';

/** What a client of the run works with; its log is the only witness of what it was told. */
export interface RunClient {
  readonly oneWindow: OneWindow;
  readonly log: ClientLog;
  readonly random: Random;
}

/** An act by somebody, as the case that they read allows it. */
export interface Deed {
  readonly account: string;
  readonly caseId: string;
  readonly allowed: AllowedActView;
  readonly body: ActBody;
}

const HANGS_UP_WITHIN_MS = 40;

/** Begins a draft and submits it. @returns the case, or null where the beginning was never answered */
export async function beginCase(
  the: RunClient,
  account: string,
  application: Application,
): Promise<string | null> {
  const none = { caseId: null, workItem: null, account };
  const first = sendingBy(the, account, habitOf(the.random));
  const draft = await tell(
    the.log,
    { ...none, asked: 'begin', key: first.key },
    () => the.oneWindow.begin(first, application),
    ({ id }) => ({ seq: null, workItem: id }),
  );
  if (!draft) return null;
  const second = sendingBy(the, account, habitOf(the.random));
  const submitted = await tell(
    the.log,
    { ...none, asked: 'submit', key: second.key },
    () => the.oneWindow.submit(second, draft),
    ({ caseId }) => ({ seq: 1, caseId }),
  );
  return submitted?.body.caseId ?? null;
}

/**
 * Does an act in the way that the client has drawn for it.
 * @param rivalOf gives the same act by another person of the unit, where there is one
 */
export async function act(the: RunClient, deed: Deed, rivalOf: () => Promise<Deed | null>): Promise<void> {
  const habit = habitOf(the.random);
  const sending = sendingBy(the, deed.account, habit);
  const requests = [send(the, deed, sending)];
  if (habit === 'twice') requests.push(send(the, deed, sending));
  if (habit === 'rival') {
    const rival = await rivalOf();
    if (rival) requests.push(send(the, rival, sendingBy(the, rival.account, 'plain')));
  }
  await Promise.all(requests);
}

async function send(the: RunClient, { caseId, allowed, body }: Deed, sending: Sending): Promise<void> {
  const { account, key } = sending;
  await tell<ActedView>(
    the.log,
    { asked: body.act, caseId, workItem: allowed.workItem, account, key },
    () => the.oneWindow.act(sending, allowed, body),
    ({ seq }) => ({ seq }),
  );
}

function sendingBy({ random }: RunClient, account: string, habit: Habit): Sending {
  const waitSeconds = random.chance(0.3) ? 2 : undefined;
  const hangUpAfterMs = habit === 'hangsUp' ? random.between(1, HANGS_UP_WITHIN_MS) : undefined;
  return { account, key: randomUUID(), waitSeconds, hangUpAfterMs };
}
