import { Refusal } from '../../domain/refusal';
import { kindOf } from '../../domain/itinerary';
import { requestSupport } from '../../infra/record/support';
import { Case } from '../contracts/case';
import { SupportMeasures, SupportRequest } from '../contracts/support';
import { answer, created } from '../http/answer';
import { etagOf } from '../http/precondition';
import { API } from '../paths';
import { todayOf } from '../planning';
import { applicationOf } from '../reading/applications';
import { caseView } from '../reading/cases';
import { readableFile } from '../reading/currentFile';
import { presentOn } from '../reading/presence';
import { supportMeasures } from '../reading/support';
import { route } from '../route';
import type { Services } from '../services';
import { settledCase } from '../submitting';
import { CaseId } from './cases';

export const supportRoutes = (services: Services) => [
  route({
    method: 'get',
    path: '/cases/{caseId}/support',
    who: 'signedIn',
    summary: {
      zh: '机构可以申请的扶持，逐项说明是否满足条件',
      en: 'What the institution of a case can be supported by, condition by condition',
    },
    params: CaseId,
    answer: SupportMeasures,
    reads: async ({ params: { caseId }, caller: { actor } }) => {
      const file = await readableFile(services, caseId, actor);
      if (kindOf(file.itinerary) !== 'licensing') throw new Refusal('noCertificate');
      const version = await services.plans.inForce(await todayOf(services));
      return answer({ measures: await supportMeasures(services, file, version) });
    },
  }),
  route({
    method: 'post',
    path: '/cases/{caseId}/support',
    who: ['applicant'],
    summary: { zh: '申请扶持，成为办件', en: 'Ask for support: it becomes a case' },
    params: CaseId,
    body: SupportRequest,
    answer: Case,
    status: 201,
    precondition: 'none',
    changes: async (tx, { params: { caseId }, body, caller: { actor } }) => {
      const { ground, plans } = services;
      const institution = await readableFile(services, caseId, actor, tx);
      const version = await plans.inForce(await todayOf(services));
      const file = await requestSupport(tx, ground, version, { institution, ...body }, actor);
      const view = { actor, plan: version.plan, now: await ground.clock.now() };
      const application = await applicationOf(ground, file.caseId, tx);
      const present = await presentOn(services, file.caseId, view, tx);
      return created(
        `${API}/cases/${file.caseId}`,
        caseView(file, { application, present, siteCase: null }, view),
        { etag: etagOf(file.version) },
      );
    },
    waits: (before, input, seconds) => settledCase(services, before, input, seconds),
  }),
];
