import { z } from 'zod';
import { rolesAnswering } from '../../domain/actRules';
import { peopleOf } from '../../infra/identity/accounts';
import { act, actedOn } from '../acting';
import { WorkItemAct } from '../contracts/act';
import { Acted } from '../contracts/acted';
import { Candidates } from '../contracts/candidate';
import { says } from '../contracts/label';
import { reference } from '../contracts/text';
import { WorkItem } from '../contracts/workItem';
import { Worklist, WorklistFilter } from '../contracts/worklist';
import { answer } from '../http/answer';
import { Problem } from '../http/problem';
import { etagOf } from '../http/precondition';
import { caseOfItem, itemIn } from '../reading/caseOfItem';
import { isConcealed } from '../reading/concealed';
import { readableFile } from '../reading/currentFile';
import { answeringToday } from '../reading/responsible';
import { officials, overseesAll } from '../reading/visibility';
import { settledFile } from '../reading/waiting';
import { workItemView } from '../reading/workItems';
import { worklist } from '../reading/worklist';
import { route } from '../route';
import type { Services } from '../services';

export const WorkItemId = z.object({ id: reference.meta(says('待办事项编号', 'Id of the work item')) });

export const workItemRoutes = (services: Services) => [
  route({
    method: 'get',
    path: '/worklist',
    who: 'signedIn',
    summary: { zh: '待办列表，最急的在前', en: 'The worklist, the most urgent first' },
    query: WorklistFilter,
    answer: Worklist,
    reads: ({ query, caller, address }) => worklist(services, caller.actor, query, address),
  }),

  route({
    method: 'get',
    path: '/work-items/{id}',
    who: 'signedIn',
    summary: { zh: '一个待办事项', en: 'A work item' },
    params: WorkItemId,
    answer: WorkItem,
    reads: async ({ params: { id }, caller: { actor } }) => {
      const file = await readableFile(services, await caseOfItem(services.ground.db, id), actor);
      const item = itemIn(file, id);
      if (isConcealed(item, actor)) throw new Problem('workItemNotFound');
      const { plan } = await services.plans.version(file.itinerary.planVersion);
      const now = await services.ground.clock.now();
      const view = { actor, plan, now, answering: await answeringToday(services, now) };
      return answer(workItemView(file, item, view), { etag: etagOf(item.version) });
    },
  }),

  route({
    method: 'get',
    path: '/work-items/{id}/candidates',
    who: officials,
    summary: {
      zh: '可以承办的人，供转办和改派',
      en: 'Who could be given a work item: to delegate or reassign it',
    },
    params: WorkItemId,
    answer: Candidates,
    reads: async ({ params: { id }, caller: { actor } }) => {
      const { db } = services.ground;
      const file = await readableFile(services, await caseOfItem(db, id), actor);
      const { unit, step } = itemIn(file, id);
      if (actor.unit !== unit && !overseesAll(actor)) throw new Problem('notYourUnit');
      const candidates = await peopleOf(db, services.identity.issuer, unit, rolesAnswering(step));
      return answer({ workItem: id, candidates });
    },
  }),

  route({
    method: 'post',
    path: '/work-items/{id}/acts',
    who: 'signedIn',
    summary: { zh: '办理待办事项', en: 'Answer a work item with an act' },
    params: WorkItemId,
    body: WorkItemAct,
    answer: Acted,
    status: 200,
    precondition: 'ifMatch',
    changes: async (tx, { params: { id }, body, caller: { actor }, expectedVersion, req }) =>
      act(services, tx, {
        caseId: await caseOfItem(tx, id),
        workItem: id,
        body,
        actor,
        expectedVersion: expectedVersion(),
        req,
      }),
    waits: async (before, { params: { id }, body, caller: { actor }, req }, seconds) => {
      const { seq, case: standing } = before.body;
      const file = await settledFile(services, standing.caseId, seconds, req);
      const later = await actedOn(services, { workItem: id, actor, body }, file, seq);
      return { ...later, headers: { ...before.headers, ...later.headers } };
    },
  }),
];
