import { ConferenceFilter, ConferencePage } from '../contracts/conference';
import { conferenceList } from '../reading/conference';
import { route } from '../route';
import type { Services } from '../services';

export const conferenceRoutes = (services: Services) => [
  route({
    method: 'get',
    path: '/conference',
    who: ['coordinator', 'administrator'],
    summary: {
      zh: '联席会议清单：两次以上逾期、两个以上单位异议、存在争议的办件',
      en: 'For the joint conference: cases overdue twice, objected to by two units, or disputed',
    },
    query: ConferenceFilter,
    answer: ConferencePage,
    reads: ({ query, address }) => conferenceList(services, query, address),
  }),
];
