import type { HeldContact } from '../../domain/application';
import { runs } from '../../domain/change';
import { contactOf } from '../../infra/personal/storedApplication';
import { changeable, checkRenewal } from '../changing';
import { ChangeBegun } from '../contracts/change';
import { Draft, UnfinishedApplication } from '../contracts/draft';
import { newDraft } from '../newDraft';
import { todayOf } from '../planning';
import { route } from '../route';
import type { Services } from '../services';
import { CaseId } from './cases';

export const changeRoutes = (services: Services) => [
  route({
    method: 'post',
    path: '/cases/{caseId}/changes',
    who: ['applicant'],
    summary: {
      zh: '申请变更：以机构现状新建申报草稿，改好后提交',
      en: 'Begin a change: a draft that holds the institution as it is, to be altered and submitted',
    },
    params: CaseId,
    body: ChangeBegun,
    answer: Draft,
    status: 201,
    precondition: 'none',
    changes: async (tx, { params: { caseId: institution }, body: { what }, caller: { actor } }) => {
      const now = await changeable(tx, actor.organisation, institution);
      const today = await todayOf(services);
      checkRenewal(what, now.supervision, today, '/what');
      const { plan } = await services.plans.inForce(today);
      const { facts } = now.application;
      const change = { institution, what };
      const changes = runs(plan, { change }, 'registration');
      const { unifiedCode, application } = now;
      const existingRegistration = unifiedCode === null ? null : { unifiedCode, changes };
      const asItIs = {
        institution: application.institution,
        facts: { ...facts, existingRegistration, materials: [], change },
        // A colleague's contact stays the colleague's.
        ...(now.submittedBy === actor.sub && {
          contact: held(contactOf(services.ground.personal, now.caseId, application)),
        }),
      };
      return newDraft(services, tx, actor, UnfinishedApplication.parse(asItIs));
    },
  }),
];

/** What is held of a contact, without what was never given or is erased. */
function held(contact: HeldContact): Partial<HeldContact> {
  return Object.fromEntries(Object.entries(contact).filter(([, value]) => value !== null));
}
