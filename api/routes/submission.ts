import { z } from 'zod';
import { withDraftsPapers } from '../../infra/papers/handedIn';
import { carryPapers } from '../../infra/papers/papers';
import { Application } from '../contracts/application';
import { Case } from '../contracts/case';
import { says } from '../contracts/label';
import { faultsOf } from '../http/fieldRules';
import { Problem } from '../http/problem';
import { todayOf, versionFor } from '../planning';
import { lockedDraft } from '../reading/drafts';
import { route } from '../route';
import type { Services } from '../services';
import { settledCase, submitted } from '../submitting';
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
      const version = await versionFor(services, written.facts, '/application', await todayOf(services));
      const application = await withDraftsPapers(tx, written, draft.id, version.plan);
      const answer = await submitted(services, tx, {
        application,
        actor,
        organisation: draft.organisation,
        version,
        channel: 'portal',
      });
      const { caseId } = answer.body;
      await tx.updateTable('draft').set({ case_id: caseId }).where('id', '=', draft.id).execute();
      await carryPapers(tx, draft.id, caseId);
      return answer;
    },
    waits: (before, input, seconds) => settledCase(services, before, input, seconds),
  }),
];

/** What a draft may leave open, a submission may not. @throws Problem with a pointer into the draft */
function complete(body: unknown): Application {
  const read = Application.safeParse(body);
  if (read.success) return read.data;
  throw new Problem('invalidContent', { errors: faultsOf(read.error, body, '/application') });
}
