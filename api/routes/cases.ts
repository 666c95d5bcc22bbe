import { z } from 'zod';
import { type DeadlineExplanation, explainDeadline, isStopped } from '../../domain/clock';
import type { Calendar } from '../../domain/calendar';
import { adjustmentsOf, ruleOf } from '../../domain/caseClock';
import type { CaseFile, WorkItem } from '../../domain/caseFile';
import { Case, CaseFilter, CasePage } from '../contracts/case';
import { CaseDeadlines } from '../contracts/deadline';
import { CaseEvents } from '../contracts/event';
import { says } from '../contracts/label';
import { reference } from '../contracts/text';
import { answer } from '../http/answer';
import { etagOf } from '../http/precondition';
import { applicationOf } from '../reading/applications';
import { caseList } from '../reading/caseList';
import { caseView } from '../reading/cases';
import { readableFile } from '../reading/currentFile';
import { eventList } from '../reading/events';
import { presentOn } from '../reading/presence';
import { answeringToday } from '../reading/responsible';
import { siteCaseOf } from '../reading/sites';
import { itemsInOrder, unitName } from '../reading/workItems';
import { route } from '../route';
import type { Services } from '../services';

export const CaseId = z.object({ caseId: reference.meta(says('办件编号', 'Number of the case')) });

const EventFilter = z.strictObject({
  after: z
    .string()
    .regex(/^\d{1,9}$/)
    .default('0')
    .transform(Number)
    .meta(says('只列此序号之后的事件', 'Only events after this number')),
});

export const caseRoutes = (services: Services) => [
  route({
    method: 'get',
    path: '/cases',
    who: 'signedIn',
    summary: { zh: '您可以查看的办件', en: 'The cases that you may read' },
    query: CaseFilter,
    answer: CasePage,
    reads: ({ query, caller, address }) => caseList(services, caller.actor, query, address),
  }),

  route({
    method: 'get',
    path: '/cases/{caseId}',
    who: 'signedIn',
    summary: { zh: '一个办件', en: 'A case' },
    params: CaseId,
    answer: Case,
    reads: async ({ params: { caseId }, caller: { actor } }) => {
      const file = await readableFile(services, caseId, actor);
      const { plan } = await services.plans.version(file.itinerary.planVersion);
      const application = await applicationOf(services.ground, caseId);
      const now = await services.ground.clock.now();
      const view = { actor, plan, now, answering: await answeringToday(services, now) };
      const present = await presentOn(services, caseId, view);
      const siteCase = await siteCaseOf(services, file);
      return answer(caseView(file, { application, present, siteCase }, view), { etag: etagOf(file.version) });
    },
  }),

  route({
    method: 'get',
    path: '/cases/{caseId}/events',
    who: 'signedIn',
    summary: { zh: '办件的记录：依序号排列的事件', en: 'The record of a case: its numbered events' },
    params: CaseId,
    query: EventFilter,
    answer: CaseEvents,
    reads: async ({ params: { caseId }, query, caller: { actor } }) => {
      const file = await readableFile(services, caseId, actor);
      const { plan } = await services.plans.version(file.itinerary.planVersion);
      return answer({ caseId, events: await eventList(services, caseId, query.after, { actor, plan }) });
    },
  }),

  route({
    method: 'get',
    path: '/cases/{caseId}/deadlines',
    who: 'signedIn',
    summary: { zh: '办件的各项期限，逐日说明', en: 'The deadlines of a case, explained day by day' },
    params: CaseId,
    answer: CaseDeadlines,
    reads: async ({ params: { caseId }, caller: { actor } }) => {
      const file = await readableFile(services, caseId, actor);
      const { plan } = await services.plans.version(file.itinerary.planVersion);
      const calendar = await services.ground.calendar();
      const deadlines = itemsInOrder(file, actor).map((item) => {
        const clock = ruleOf(file, item.stepId);
        return {
          workItem: item.id,
          step: item.step,
          unit: unitName(plan, item.unit),
          status: item.status,
          recorded: item.deadline,
          clock,
          stopped: item.stopped,
          explained: explained(file, item, calendar),
        };
      });
      return answer({ caseId, deadlines });
    },
  }),
];

/** Day by day, pauses and extensions included; null while the clock is stopped. */
function explained(file: CaseFile, item: WorkItem, calendar: Calendar): DeadlineExplanation | null {
  const rule = ruleOf(file, item.stepId);
  const { startsOn } = item.deadline;
  const adjustments = adjustmentsOf(file, item);
  if (isStopped(rule, startsOn, calendar, adjustments)) return null;
  return explainDeadline(rule, startsOn, calendar, adjustments);
}
