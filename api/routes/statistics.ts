import { Statistics } from '../contracts/statistics';
import { answer } from '../http/answer';
import { figuresKept } from '../reading/statistics';
import { route } from '../route';
import type { Services } from '../services';

export const statisticsRoutes = (services: Services) => {
  const figures = figuresKept(services);
  return [
    route({
      method: 'get',
      path: '/statistics',
      who: 'anyone',
      summary: {
        zh: '公开数据：机构、托位、评估等级和办理情况，每小时更新',
        en: 'Public figures: institutions, places, ratings and how cases fare; drawn up once an hour',
      },
      answer: Statistics,
      reads: async () => answer(await figures()),
    }),
  ];
};
