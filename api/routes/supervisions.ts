import { EvaluationFilter, EvaluationsPage } from '../contracts/evaluation';
import { VisitFilter, VisitsPage } from '../contracts/visit';
import { evaluationList } from '../reading/evaluations';
import { officials } from '../reading/visibility';
import { visitList } from '../reading/visits';
import { route } from '../route';
import type { Services } from '../services';

export const supervisionRoutes = (services: Services) => [
  route({
    method: 'get',
    path: '/evaluations',
    who: officials,
    summary: {
      zh: '一个年度的评估进度：各机构到哪一步、等谁',
      en: 'How far a year’s evaluations are, and who is awaited',
    },
    query: EvaluationFilter,
    answer: EvaluationsPage,
    reads: ({ query, caller, address }) => evaluationList(services, caller.actor, query, address),
  }),
  route({
    method: 'get',
    path: '/visits',
    who: officials,
    summary: {
      zh: '单位将到期的定期检查，最近的在前',
      en: 'The visits that fall due for a unit, the next first',
    },
    query: VisitFilter,
    answer: VisitsPage,
    reads: ({ query, caller, address }) => visitList(services, caller.actor, query, address),
  }),
];
