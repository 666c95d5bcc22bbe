import { PlanVersion } from '../contracts/plan';
import { answer } from '../http/answer';
import { todayOf } from '../planning';
import { route } from '../route';
import type { Services } from '../services';

export const planRoutes = (services: Services) => [
  route({
    method: 'get',
    path: '/plan',
    who: 'anyone',
    summary: { zh: '现行方案', en: 'The plan in force' },
    answer: PlanVersion,
    reads: async () => answer(await services.plans.inForce(await todayOf(services))),
  }),
];
