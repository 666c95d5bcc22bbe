import { dateInShanghai } from '../../domain/civilDate';
import { PlanVersion } from '../contracts/plan';
import { answer } from '../http/answer';
import { route } from '../route';
import type { Services } from '../services';

export const planRoutes = ({ plans, ground }: Services) => [
  route({
    method: 'get',
    path: '/plan',
    who: 'anyone',
    summary: { zh: '现行方案', en: 'The plan in force' },
    answer: PlanVersion,
    reads: async () => answer(await plans.inForce(dateInShanghai(await ground.clock.now()))),
  }),
];
