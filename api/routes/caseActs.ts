import { act, actedOn } from '../acting';
import { CaseAct } from '../contracts/act';
import { Acted } from '../contracts/acted';
import { settledFile } from '../reading/waiting';
import { route } from '../route';
import type { Services } from '../services';
import { CaseId } from './cases';

export const caseActRoutes = (services: Services) => [
  route({
    method: 'post',
    path: '/cases/{caseId}/acts',
    who: 'signedIn',
    summary: {
      zh: '对办件本身的操作：撤回、退回、签收文书、改派、更改',
      en: 'Act on the case itself: withdraw, remand, acknowledge a letter, reassign, propose a repair',
    },
    params: CaseId,
    body: CaseAct,
    answer: Acted,
    status: 200,
    precondition: 'ifMatch',
    changes: (tx, { params, body, caller: { actor }, expectedVersion, req }) =>
      act(services, tx, {
        caseId: params.caseId,
        workItem: null,
        body,
        actor,
        expectedVersion: expectedVersion(),
        req,
      }),
    waits: async (before, { body, caller: { actor }, req }, seconds) => {
      const { seq, case: standing } = before.body;
      const file = await settledFile(services, standing.caseId, seconds, req);
      const later = await actedOn(services, { workItem: null, actor, body }, file, seq);
      return { ...later, headers: { ...before.headers, ...later.headers } };
    },
  }),
];
