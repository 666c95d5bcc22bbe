import { FeedBatch, FeedQuery } from '../contracts/feed';
import { BATCH_TYPE, feedBatch } from '../reading/feed';
import { overseers } from '../reading/visibility';
import { route } from '../route';
import type { Services } from '../services';

export const feedRoutes = (services: Services) => [
  route({
    method: 'get',
    path: '/feed',
    who: overseers,
    summary: {
      zh: '供城市平台读取的事件（CloudEvents），按游标续读，X-JWS-Signature 为签名',
      en: "Events for the city's platform (CloudEvents), by cursor; X-JWS-Signature signs them",
    },
    query: FeedQuery,
    answer: FeedBatch,
    answersIn: [BATCH_TYPE],
    reads: ({ query, address }) => feedBatch(services, query, address),
  }),
];
