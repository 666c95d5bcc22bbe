import { personsRoles } from '../../infra/identity/accountProblems';
import { notePresence, PRESENCE_SECONDS } from '../../infra/identity/presence';
import { Presence } from '../contracts/presence';
import { answer } from '../http/answer';
import { readableFile } from '../reading/currentFile';
import { presentOn } from '../reading/presence';
import { route } from '../route';
import type { Services } from '../services';
import { CaseId } from './cases';

const officials = personsRoles.filter((role) => role !== 'applicant');

export const presenceRoutes = (services: Services) => [
  route({
    method: 'put',
    path: '/cases/{caseId}/presence',
    who: officials,
    summary: {
      zh: '报告您正在查看本件，两分钟内有效，供同时办理的人知晓',
      en: 'Say that you have the case open: for two minutes others who work on it are told',
    },
    params: CaseId,
    answer: Presence,
    status: 200,
    precondition: 'none',
    changes: async (tx, { params: { caseId }, caller: { actor } }) => {
      const file = await readableFile(services, caseId, actor, tx);
      const { plan } = await services.plans.version(file.itinerary.planVersion);
      const now = await services.ground.clock.now();
      await notePresence(tx, caseId, actor, now);
      const present = (await presentOn(services, caseId, { actor, plan, now }, tx)) ?? [];
      const until = new Date(now.getTime() + PRESENCE_SECONDS * 1_000).toISOString();
      return answer({ caseId, until, present });
    },
  }),
];
