import { KnownAlready } from '../../infra/record/takeOver';
import { Case } from '../contracts/case';
import { TakeOverEntry } from '../contracts/takeOver';
import { requestIdOf } from '../http/requestLog';
import { route } from '../route';
import type { Services } from '../services';
import { entered } from '../submitting';
import { noteTakenOver, problemOf, tookOver } from '../takeOver/takingOver';

export const takeOverRoutes = (services: Services) => [
  route({
    method: 'post',
    path: '/takeovers',
    who: ['filingOfficer'],
    summary: {
      zh: '纳管：备案机关录入此前已开办、已登记备案的机构，即日起监管',
      en: 'Take over an institution that was open, registered and filed before: its supervision begins today',
    },
    body: TakeOverEntry,
    answer: Case,
    status: 201,
    precondition: 'none',
    changes: async (tx, { body, caller: { actor }, req }) => {
      const { ground, plans, identity } = services;
      const on = { ground, plans, issuer: identity.issuer };
      const file = await tookOver(on, tx, body, actor).catch((error: unknown) => {
        throw error instanceof KnownAlready ? problemOf(error) : error;
      });
      const answer = await entered(services, tx, file, actor);
      await noteTakenOver(tx, ground, [file], { actor, requestId: requestIdOf(req) });
      return answer;
    },
  }),
];
