import { RegisterFilter, RegisterPage } from '../contracts/registerEntry';
import { registerList } from '../reading/register';
import { route } from '../route';
import type { Services } from '../services';

export const registerRoutes = (services: Services) => [
  route({
    method: 'get',
    path: '/register',
    who: 'anyone',
    summary: { zh: '公开名录：已发证的机构', en: 'The public register of certified institutions' },
    query: RegisterFilter,
    answer: RegisterPage,
    reads: ({ query, address }) => registerList(services, query, address),
  }),
];
