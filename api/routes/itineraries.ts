import { planCase } from '../../domain/planCase';
import { Itinerary, Preview } from '../contracts/itinerary';
import { answer } from '../http/answer';
import { todayOf, versionFor } from '../planning';
import { route } from '../route';
import type { Services } from '../services';

export const itineraryRoutes = (services: Services) => [
  route({
    method: 'post',
    path: '/itineraries',
    who: 'anyone',
    summary: {
      zh: '预览：由谁办理、期限多长、要交什么；不保存任何内容',
      en: 'Preview who will handle a case, by when and with which papers; nothing is kept',
    },
    body: Preview,
    answer: Itinerary,
    reads: async ({ body: { facts } }) =>
      answer(planCase(await versionFor(services, facts, '', await todayOf(services)), facts)),
  }),
];
