import { roles } from '../../domain/vocabulary';
import { dateInShanghai } from '../../domain/civilDate';
import { Me } from '../contracts/me';
import { answer } from '../http/answer';
import { csrfTokenOf } from '../identity/csrf';
import { unitName } from '../reading/workItems';
import { route } from '../route';
import type { Services } from '../services';

export const meRoutes = ({ plans, ground }: Services) => [
  route({
    method: 'get',
    path: '/me',
    who: 'signedIn',
    summary: { zh: '当前登录人', en: 'Who is signed in' },
    answer: Me,
    reads: async ({ caller: { account, by }, req }) => {
      const { plan } = await plans.inForce(dateInShanghai(await ground.clock.now()));
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
