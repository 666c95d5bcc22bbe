import { z } from 'zod';
import { withDraftsPapers } from '../../infra/papers/handedIn';
import { carryPapers } from '../../infra/papers/papers';
import { submit } from '../../infra/record/submission';
import { Application } from '../contracts/application';
import { Case } from '../contracts/case';
import { says } from '../contracts/label';
import { created } from '../http/answer';
import { faultsOf } from '../http/fieldRules';
import { etagOf } from '../http/precondition';
import { Problem } from '../http/problem';
import { API } from '../paths';
import { versionFor } from '../planning';
import { caseView } from '../reading/cases';
import { lockedDraft } from '../reading/drafts';
import { settledFile } from '../reading/waiting';
import { route } from '../route';
import type { Services } from '../services';
import { DraftId } from './applications';

const Submission = z
  .strictObject({})
  .meta({ id: 'Submission', ...says('提交申报，无需内容', 'A submission: nothing more is to be said') });

export const submissionRoutes = (services: Services) => [
  route({
    method: 'post',
    path: '/applications/{id}/submission',
    who: ['applicant'],
    summary: { zh: '提交申报，成为办件', en: 'Submit a draft: it becomes a case' },
    params: DraftId,
    body: Submission,
    answer: Case,
    status: 201,
    precondition: 'ifMatch',
    changes: async (tx, { params, caller: { actor }, expectedVersion }) => {
      const draft = await lockedDraft(tx, actor, params.id, expectedVersion());
      const written = complete(draft.body);
      const version = await versionFor(services, written.facts, '/application');
      const application = await withDraftsPapers(tx, written, draft.id, version.plan);
      const file = await submit(tx, services.ground, {
        application,
        actor,
        organisation: draft.organisation,
        version,
        channel: 'portal',
      });
      await tx.updateTable('draft').set({ case_id: file.caseId }).where('id', '=', draft.id).execute();
      await carryPapers(tx, draft.id, file.caseId);
      const view = { actor, plan: version.plan, now: await services.ground.clock.now() };
      return created(`${API}/cases/${file.caseId}`, caseView(file, application, view), {
        etag: etagOf(file.seq),
      });
    },
    waits: async (before, { caller: { actor }, req }, seconds) => {
      const file = await settledFile(services, before.body.caseId, seconds, req);
      const { plan } = await services.plans.version(file.itinerary.planVersion);
      const view = { actor, plan, now: await services.ground.clock.now() };
      return {
        ...before,
        headers: { ...before.headers, etag: etagOf(file.seq) },
        body: caseView(file, before.body.application, view),
      };
    },
  }),
];

/** What a draft may leave open, a submission may not. @throws Problem with a pointer into the draft */
function complete(body: unknown): Application {
  const read = Application.safeParse(body);
  if (read.success) return read.data;
  throw new Problem('invalidContent', { errors: faultsOf(read.error, body, '/application') });
}
