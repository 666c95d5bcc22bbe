import { roles } from '../../domain/vocabulary';
import { Me } from '../contracts/me';
import { answer } from '../http/answer';
import { csrfTokenOf } from '../identity/csrf';
import { todayOf } from '../planning';
import { unitName } from '../reading/workItems';
import { route } from '../route';
import type { Services } from '../services';

export const meRoutes = (services: Services) => [
  route({
    method: 'get',
    path: '/me',
    who: 'signedIn',
    summary: { zh: '当前登录人', en: 'Who is signed in' },
    answer: Me,
    reads: async ({ caller: { account, by }, req }) => {
      const { plan } = await services.plans.inForce(await todayOf(services));
      return answer({
        sub: account.sub,
        name: account.name,
        email: account.email,
        unit: account.unit === null ? null : unitName(plan, account.unit),
        organisation: account.organisation,
        roles: account.roles.map((role) => ({ role, label: roles[role] })),
        csrfToken: by === 'session' ? csrfTokenOf(req) : null,
      });
    },
  }),
];
