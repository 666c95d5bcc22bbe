import { MOST_STREAMS } from '../live/hub';
import { LiveChange, LiveQuery } from '../contracts/live';
import { answer } from '../http/answer';
import { Problem } from '../http/problem';
import { welcomeBy } from '../identity/session';
import { liveChangeFor } from '../reading/liveChanges';
import { route } from '../route';
import type { Services } from '../services';

const EVENT_STREAM = 'text/event-stream';
const ID = /^\d{1,19}$/;

export const liveRoutes = (services: Services) => [
  route({
    method: 'get',
    path: '/live',
    who: 'signedIn',
    summary: {
      zh: '实时更新（server-sent events）：有权查看的办件何时有变化',
      en: 'Live updates (server-sent events): when something happens in a case that the caller may read',
    },
    query: LiveQuery,
    answer: LiveChange,
    answersIn: [EVENT_STREAM],
    reads: async ({ query: { after, seconds }, caller: { actor, by }, req }) => {
      const last = req.get('last-event-id');
      const from = last !== undefined && ID.test(last) ? last : (after ?? null);
      const { isWelcome, leftMs } = welcomeBy(services, req, by);
      const stream = await services.live.listen(
        {
          sub: actor.sub,
          view: (change) => liveChangeFor(change, actor),
          isWelcome,
          lastsMs: Math.min(seconds * 1_000, leftMs),
        },
        from,
      );
      if (!stream) {
        const detail = {
          zh: `同一账号至多同时打开 ${MOST_STREAMS} 个实时连接。`,
          en: `One account may have ${MOST_STREAMS} streams open at a time.`,
        };
        throw new Problem('tooManyRequests', { detail });
      }
      return answer(stream, { 'content-type': EVENT_STREAM, 'x-accel-buffering': 'no' });
    },
  }),
];
