import type { Actor } from '../../domain/actor';
import type { Application } from '../../domain/application';
import type { CaseFile } from '../../domain/caseFile';
import { dateInShanghai, yearOf } from '../../domain/civilDate';
import type { Channel } from '../../domain/event';
import type { Plan, PlanVersion } from '../../domain/plan';
import { planCase } from '../../domain/planCase';
import type { Tx } from '../db/connect';
import { sealedFor } from '../personal/blindIndex';
import { Entry } from './entry';
import type { Ground } from './ground';
import { takeUp } from './newCase';
import { formatNumber, nextNumber } from './serialNumber';

export interface Submission {
  readonly application: Application;
  readonly actor: Actor;
  readonly organisation: string;
  readonly version: PlanVersion;
  readonly channel: Channel;
  /** The day the papers came in, where it is not today: a clerk enters for a person. */
  readonly receivedOn?: string;
  /** Why it was not entered on the day of receipt. */
  readonly reason?: string | undefined;
}

/**
 * Turns an application into a case: pins the plan's version and the itinerary, and opens the first stage at once,
 * since the law's clock runs from receipt whether or not the engine is up (行政许可法 第三十二条).
 */
export async function submit(tx: Tx, ground: Ground, submission: Submission): Promise<CaseFile> {
  const { application, actor, organisation, version, channel } = submission;
  const today = dateInShanghai((await ground.clock.now()).toISOString());
  const year = yearOf(today);
  const caseId = await nextCaseId(tx, version.plan, year);
  const itinerary = planCase(version, application.facts);
  const receivedOn = submission.receivedOn ?? today;

  const entry = await Entry.begin(tx, ground, caseId);
  const { reason } = submission;
  const particulars = reason === undefined ? {} : { reason };
  entry.append(actor, { type: 'submitted', receivedOn, channel, organisation, itinerary }, particulars);
  // Papers that came in long ago may have been accepted by silence before anybody entered them.
  await takeUp(tx, entry, application.institution.name);
  await keepApplication(tx, ground, caseId, submission);
  await entry.write('wakeWorkflow');
  return entry.file;
}

/** The number of the next case of a year, in the order of receipt; others wait for theirs until the transaction ends. */
export async function nextCaseId(
  tx: Tx,
  { caseNumberPrefix: prefix }: Pick<Plan, 'caseNumberPrefix'>,
  year: number,
): Promise<string> {
  return formatNumber(prefix, year, await nextNumber(tx, prefix, year));
}

/** Keeps what a case is about beside the record, its contact sealed. */
export async function keepApplication(
  tx: Tx,
  { personal }: Ground,
  caseId: string,
  submission: Pick<Submission, 'application' | 'actor'>,
): Promise<void> {
  await tx
    .insertInto('application')
    .values({
      case_id: caseId,
      body: JSON.stringify(await sealedFor(tx, personal, 'application', [caseId], submission.application)),
      submitted_by: submission.actor.sub,
    })
    .execute();
}
