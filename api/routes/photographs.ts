import { paperLimits } from '../../infra/papers/limits';
import { Photographs, PhotographUpload } from '../contracts/photograph';
import { answer, created } from '../http/answer';
import { API } from '../paths';
import { show, showableItem } from '../photographs';
import { readableFile } from '../reading/currentFile';
import { photographsOf, photographView } from '../reading/photographs';
import { scannedPapers } from '../reading/scanned';
import { route } from '../route';
import type { Services } from '../services';
import { CaseId } from './cases';
import { WorkItemId } from './workItems';

export const photographRoutes = (services: Services) => [
  route({
    method: 'get',
    path: '/cases/{caseId}/photographs',
    who: 'signedIn',
    summary: { zh: '办件的检查照片和整改证明', en: 'Photographs of visits and proofs of rectification' },
    params: CaseId,
    answer: Photographs,
    reads: async ({ params: { caseId }, caller: { actor } }) => {
      const file = await readableFile(services, caseId, actor);
      return answer({ papers: await photographsOf(services, file, actor) });
    },
  }),

  route({
    method: 'post',
    path: '/work-items/{id}/photographs',
    who: ['applicant', 'reviewer'],
    summary: {
      zh: '上传检查照片或整改证明；Prefer: wait=N 等待查毒结果',
      en: 'Upload photographs of a visit, or proof of what was rectified; Prefer: wait=N waits for the scanner',
    },
    params: WorkItemId,
    body: PhotographUpload,
    answer: Photographs,
    status: 201,
    precondition: 'none',
    upload: {
      files: paperLimits.filesAtOnce,
      admits: ({ params: { id }, caller: { actor } }) =>
        showableItem(services, services.ground.db, actor, id),
    },
    changes: async (tx, { params: { id }, body: { findingNo }, files, caller: { actor: by } }) => {
      const shown = await showableItem(services, tx, by, id);
      const rows = await show(services, tx, shown, { findingNo, files, by });
      const { caseId, itinerary } = shown.file;
      const { plan } = await services.plans.version(itinerary.planVersion);
      return created(`${API}/cases/${caseId}/photographs`, {
        papers: rows.map((row) => photographView(row, plan)),
      });
    },
    waits: async (before, { req }, seconds) => {
      const scanned = await scannedPapers(services, before.body.papers, seconds, req);
      const papers = before.body.papers.map((paper, index) => ({ ...paper, ...scanned[index] }));
      return { ...before, body: { papers } };
    },
  }),
];
