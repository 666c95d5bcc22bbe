import type { Request } from 'express';
import type { ActBody } from '../domain/act';
import { isDoneAtCounter } from '../domain/actRules';
import type { Actor } from '../domain/actor';
import { mayRead } from '../domain/permission';
import { Refusal } from '../domain/refusal';
import type { CaseFile } from '../domain/caseFile';
import type { Tx } from '../infra/db/connect';
import { record } from '../infra/record/act';
import { VersionMismatch } from '../infra/record/errors';
import type { Acted } from './contracts/acted';
import { noteAtCounter } from './counterLog';
import { type Answer, answer } from './http/answer';
import { etagOf } from './http/precondition';
import { Problem } from './http/problem';
import { refused } from './http/toProblem';
import { standingView } from './reading/cases';
import { currentFile } from './reading/currentFile';
import { happenings, inOneSentence } from './reading/happenings';
import { allowedView, workItemView } from './reading/workItems';
import type { Services } from './services';

/** An act as a route received it: on a work item, or on the case (null). */
export interface WantedAct {
  readonly caseId: string;
  readonly workItem: string | null;
  readonly body: ActBody;
  readonly actor: Actor;
  readonly expectedVersion: number;
  readonly req: Request;
}

/**
 * Takes an act to the door and answers with where the case stands.
 * @throws Problem where it is refused, with what is allowed instead and what happened meanwhile
 */
export async function act(services: Services, tx: Tx, wanted: WantedAct): Promise<Answer<Acted>> {
  try {
    const { file, seq } = await record(tx, services.ground, wanted);
    const answered = await actedOn(services, wanted, file, seq);
    const done = wanted.body.act;
    if (isDoneAtCounter(done, wanted.actor)) await noteAtCounter(services, tx, { ...wanted, act: done });
    return answered;
  } catch (error) {
    if (error instanceof Refusal || error instanceof VersionMismatch)
      throw await notDone(services, tx, wanted, error);
    throw error;
  }
}

/**
 * The answer to an act that is on the record.
 * @param file the case right after it, or as it is by now
 * @param seq the number of the act's event
 */
export async function actedOn(
  services: Services,
  { workItem, actor, body }: Pick<WantedAct, 'workItem' | 'actor' | 'body'>,
  file: CaseFile,
  seq: number,
): Promise<Answer<Acted>> {
  const { plan } = await services.plans.version(file.itinerary.planVersion);
  const view = { actor, plan, now: await services.ground.clock.now() };
  const item = workItem === null ? undefined : file.items[workItem];
  return answer(
    {
      act: body.act,
      seq,
      workItem: item ? workItemView(file, item, view) : null,
      case: standingView(file, view),
    },
    { etag: etagOf(item ? item.version : file.version) },
  );
}

/** What the caller of an act that was not done is told: what is allowed instead, and a stranger nothing of the case. */
async function notDone(
  services: Services,
  tx: Tx,
  { caseId, actor }: WantedAct,
  error: Refusal | VersionMismatch,
): Promise<Problem> {
  const file = await currentFile(services, caseId, tx);
  if (!mayRead(file, actor)) return new Problem('notReadable');
  const allowed = allowedView(file, actor);
  if (error instanceof Refusal) {
    const { code, details } = refused(error);
    return new Problem(code, { ...details, allowed });
  }
  const { plan } = await services.plans.version(file.itinerary.planVersion);
  const meanwhile = await happenings(services, tx, error.meanwhile, { actor, plan });
  return new Problem('versionMismatch', {
    detail: inOneSentence(meanwhile),
    headers: { etag: etagOf(error.current) },
    meanwhile,
    allowed,
  });
}
