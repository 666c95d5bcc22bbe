import { z } from 'zod';
import { sealedFor } from '../../infra/personal/blindIndex';
import { Draft, DraftContent } from '../contracts/draft';
import { says } from '../contracts/label';
import { pageOf, pageQuery } from '../contracts/page';
import { answer } from '../http/answer';
import { etagOf } from '../http/precondition';
import { draftList, draftOf, draftView, lockedDraft } from '../reading/drafts';
import { newDraft } from '../newDraft';
import { route } from '../route';
import type { Services } from '../services';

export const DraftId = z.object({ id: z.uuid().meta(says('草稿编号', 'Id of the draft')) });
const DraftPage = pageOf('DraftPage', Draft);

export const applicationRoutes = (services: Services) => [
  route({
    method: 'post',
    path: '/applications',
    who: ['applicant'],
    summary: { zh: '新建申报草稿；可以不完整', en: 'Begin a draft application; it may be incomplete' },
    body: DraftContent,
    answer: Draft,
    status: 201,
    precondition: 'none',
    changes: (tx, { body, caller: { actor } }) => newDraft(services, tx, actor, body.application),
  }),

  route({
    method: 'get',
    path: '/applications',
    who: ['applicant'],
    summary: { zh: '本举办者的申报草稿', en: "The organisation's drafts" },
    query: z.strictObject(pageQuery),
    answer: DraftPage,
    reads: ({ query, caller, address }) => draftList(services, caller.actor, query, address),
  }),

  route({
    method: 'get',
    path: '/applications/{id}',
    who: ['applicant'],
    summary: { zh: '一份申报草稿', en: 'A draft' },
    params: DraftId,
    answer: Draft,
    reads: async ({ params, caller }) => {
      const draft = await draftOf(services.ground.db, caller.actor, params.id);
      return answer(draftView(services.ground.personal, draft), { etag: etagOf(draft.version) });
    },
  }),

  route({
    method: 'put',
    path: '/applications/{id}',
    who: ['applicant'],
    summary: { zh: '保存申报草稿', en: 'Save a draft' },
    params: DraftId,
    body: DraftContent,
    answer: Draft,
    status: 200,
    precondition: 'ifMatch',
    changes: async (tx, { params, body, caller, expectedVersion }) => {
      const { clock, personal } = services.ground;
      const before = await lockedDraft(tx, caller.actor, params.id, expectedVersion());
      const draft = await tx
        .updateTable('draft')
        .set({
          body: JSON.stringify(await sealedFor(tx, personal, 'draft', [params.id], body.application)),
          version: before.version + 1,
          updated_at: await clock.now(),
        })
        .where('id', '=', params.id)
        .returningAll()
        .executeTakeFirstOrThrow();
      return answer(draftView(personal, draft), { etag: etagOf(draft.version) });
    },
  }),

  route({
    method: 'delete',
    path: '/applications/{id}',
    who: ['applicant'],
    summary: { zh: '弃用申报草稿；已提交的保留', en: 'Discard a draft; one that was submitted stays' },
    params: DraftId,
    answer: Draft,
    status: 200,
    precondition: 'ifMatch',
    changes: async (tx, { params, caller, expectedVersion }) => {
      const draft = await lockedDraft(tx, caller.actor, params.id, expectedVersion());
      await tx.deleteFrom('draft').where('id', '=', draft.id).execute();
      return answer(draftView(services.ground.personal, draft));
    },
  }),
];
