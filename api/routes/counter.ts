import { partiesOf } from '../../domain/parties';
import { receiptProblem } from '../../domain/receipt';
import { checkOrganisation } from '../applicantKnown';
import { Case } from '../contracts/case';
import { CounterEntry } from '../contracts/counterEntry';
import { OrganisationFilter, OrganisationsFound } from '../contracts/organisation';
import { noteAtCounter } from '../counterLog';
import { answer } from '../http/answer';
import { Problem } from '../http/problem';
import { dayAtFault, todayOf, versionFor } from '../planning';
import { organisationsFound } from '../reading/organisations';
import { route } from '../route';
import type { Services } from '../services';
import { settledCase, submitted } from '../submitting';

export const counterRoutes = (services: Services) => [
  route({
    method: 'get',
    path: '/organisations',
    who: ['intakeClerk', 'filingOfficer'],
    summary: {
      zh: '有账号的举办者，供窗口收件和纳管时查找',
      en: 'The applicant organisations for which somebody can sign in, to be found at the counter and when one is taken over',
    },
    query: OrganisationFilter,
    answer: OrganisationsFound,
    reads: async ({ query }) => answer(await organisationsFound(services, query)),
  }),
  route({
    method: 'post',
    path: '/cases',
    who: ['intakeClerk'],
    summary: {
      zh: '窗口收件：受理单位为举办者录入纸质申报',
      en: 'Enter an application that came to the counter of the accepting unit on paper',
    },
    body: CounterEntry,
    answer: Case,
    status: 201,
    precondition: 'none',
    changes: async (tx, { body, caller: { actor }, req }) => {
      const { application, organisation, receivedOn, reason } = body;
      await checkReceipt(services, body);
      const version = await versionFor(services, application.facts, '/application', receivedOn).catch(
        dayAtFault('/receivedOn'),
      );
      const mode = version.plan.modes[application.facts.serviceMode];
      if (partiesOf(mode, application.facts).accepts !== actor.unit) throw new Problem('notYourUnit');
      await checkOrganisation(tx, services.identity.issuer, organisation);
      const channel = 'counter';
      const entered = await submitted(services, tx, {
        application,
        actor,
        organisation,
        version,
        channel,
        receivedOn,
        reason,
      });
      await noteAtCounter(services, tx, { caseId: entered.body.caseId, act: 'submit', actor, req });
      return entered;
    },
    waits: (before, input, seconds) => settledCase(services, before, input, seconds),
  }),
];

async function checkReceipt(services: Services, entry: CounterEntry): Promise<void> {
  const problem = receiptProblem(entry, await todayOf(services));
  if (!problem) return;
  const { pointer, rule, message, allowed } = problem;
  throw new Problem('invalidContent', { errors: [{ pointer, code: rule, message, expected: allowed }] });
}
