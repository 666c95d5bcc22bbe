import { RegistrationFilter, RegistrationPage } from '../contracts/registration';
import { registrationList } from '../reading/registrations';
import { route } from '../route';
import type { Services } from '../services';

export const registrationRoutes = (services: Services) => [
  route({
    method: 'get',
    path: '/registrations',
    who: 'signedIn',
    summary: { zh: '登记，以及向卫健局的推送', en: 'Registrations, and how their push stands' },
    query: RegistrationFilter,
    answer: RegistrationPage,
    reads: ({ query, caller, address }) => registrationList(services, caller.actor, query, address),
  }),
];
