import { FilingFilter, FilingPage } from '../contracts/filing';
import { filingList } from '../reading/filings';
import { route } from '../route';
import type { Services } from '../services';

export const filingRoutes = (services: Services) => [
  route({
    method: 'get',
    path: '/filings',
    who: 'signedIn',
    summary: { zh: '备案', en: 'Filings' },
    query: FilingFilter,
    answer: FilingPage,
    reads: ({ query, caller, address }) => filingList(services, caller.actor, query, address),
  }),
];
