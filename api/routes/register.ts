import { DecisionsPage, NonConformitiesPage, PublicationFilter } from '../contracts/publication';
import { RatingFilter, RatingsPage } from '../contracts/rating';
import { RegisterFilter, RegisterPage } from '../contracts/registerEntry';
import { decisionList, nonConformityList } from '../reading/publications';
import { ratingList } from '../reading/ratings';
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
  route({
    method: 'get',
    path: '/register/decisions',
    who: 'anyone',
    summary: { zh: '公开的准予许可决定', en: 'The decisions to grant, which are public' },
    query: PublicationFilter,
    answer: DecisionsPage,
    reads: ({ query, address }) => decisionList(services, query, address),
  }),
  route({
    method: 'get',
    path: '/register/non-conformities',
    who: 'anyone',
    summary: { zh: '公开的不符合要求的备案', en: 'The filings that did not conform, with the reasons' },
    query: PublicationFilter,
    answer: NonConformitiesPage,
    reads: ({ query, address }) => nonConformityList(services, query, address),
  }),
  route({
    method: 'get',
    path: '/register/ratings',
    who: 'anyone',
    summary: { zh: '公开的年度评估等级，由高到低', en: 'A year’s ratings, the best first' },
    query: RatingFilter,
    answer: RatingsPage,
    reads: ({ query, address }) => ratingList(services, query, address),
  }),
];
