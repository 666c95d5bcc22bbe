import type { Request } from 'express';
import type { Actor } from '../domain/actor';
import type { CaseFile } from '../domain/caseFile';
import type { Tx } from '../infra/db/connect';
import { submit, type Submission } from '../infra/record/submission';
import { checkChange } from './changing';
import type { Case } from './contracts/case';
import { type Answer, created } from './http/answer';
import { etagOf } from './http/precondition';
import { API } from './paths';
import { todayOf } from './planning';
import { applicationOf } from './reading/applications';
import { caseView } from './reading/cases';
import { presentOn } from './reading/presence';
import { settledFile } from './reading/waiting';
import type { Services } from './services';

/** Hands an application in, and answers with the case that it became. */
export async function submitted(services: Services, tx: Tx, submission: Submission): Promise<Answer<Case>> {
  const { actor, organisation } = submission;
  const { change } = submission.application.facts;
  if (change) {
    const today = await todayOf(services);
    await checkChange(tx, organisation, submission.application, change, today);
  }
  const file = await submit(tx, services.ground, submission);
  return entered(services, tx, file, actor);
}

/** Answers with a case that was just entered, as whoever entered it sees it. */
export async function entered(
  services: Services,
  tx: Tx,
  file: CaseFile,
  actor: Actor,
): Promise<Answer<Case>> {
  const { plan } = await services.plans.version(file.itinerary.planVersion);
  const view = { actor, plan, now: await services.ground.clock.now() };
  const application = await applicationOf(services.ground, file.caseId, tx);
  const present = await presentOn(services, file.caseId, view, tx);
  return created(
    `${API}/cases/${file.caseId}`,
    caseView(file, { application, present, siteCase: null }, view),
    {
      etag: etagOf(file.version),
    },
  );
}

/** The same answer once the workflow has moved, or the seconds are over. */
export async function settledCase(
  services: Services,
  before: Answer<Case>,
  { caller: { actor }, req }: { readonly caller: { readonly actor: Actor }; readonly req: Request },
  seconds: number,
): Promise<Answer<Case>> {
  const file = await settledFile(services, before.body.caseId, seconds, req);
  const { plan } = await services.plans.version(file.itinerary.planVersion);
  const view = { actor, plan, now: await services.ground.clock.now() };
  return {
    ...before,
    headers: { ...before.headers, etag: etagOf(file.version) },
    body: caseView(file, before.body, view),
  };
}
