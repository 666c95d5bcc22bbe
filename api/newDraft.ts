import { randomUUID } from 'node:crypto';
import type { Actor } from '../domain/actor';
import type { Tx } from '../infra/db/connect';
import { sealedFor } from '../infra/personal/blindIndex';
import type { Draft, UnfinishedApplication } from './contracts/draft';
import { type Answer, created } from './http/answer';
import { etagOf } from './http/precondition';
import { Problem } from './http/problem';
import { API } from './paths';
import type { Services } from './services';
import { draftView } from './reading/drafts';

/** Begins a draft of the caller's organisation, whatever it holds so far. @throws Problem for a caller without one */
export async function newDraft(
  { ground: { clock, personal } }: Services,
  tx: Tx,
  actor: Actor,
  application: UnfinishedApplication,
): Promise<Answer<Draft>> {
  if (actor.organisation === null) throw new Problem('notYourCase');
  const at = await clock.now();
  const id = randomUUID();
  const draft = await tx
    .insertInto('draft')
    .values({
      id,
      organisation: actor.organisation,
      created_by: actor.sub,
      body: JSON.stringify(await sealedFor(tx, personal, 'draft', [id], application)),
      version: 1,
      case_id: null,
      created_at: at,
      updated_at: at,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return created(`${API}/applications/${draft.id}`, draftView(personal, draft), {
    etag: etagOf(draft.version),
  });
}
