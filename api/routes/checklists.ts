import type { Request } from 'express';
import type { Tx } from '../../infra/db/connect';
import { paperLimits } from '../../infra/papers/limits';
import { Checklist, Papers, Upload } from '../contracts/paper';
import { casePlace, draftPlace, handIn, type Place } from '../handingIn';
import { type Answer, answer, created } from '../http/answer';
import { caseChecklist, draftChecklist } from '../reading/checklists';
import { readableFile } from '../reading/currentFile';
import { draftOf } from '../reading/drafts';
import { paperView } from '../reading/papers';
import { scannedPapers } from '../reading/scanned';
import { route } from '../route';
import type { Services } from '../services';
import { DraftId } from './applications';
import { CaseId } from './cases';

const upload = {
  zh: '上传材料，一次一项；Prefer: wait=N 等待查毒结果',
  en: 'Upload papers for one material; Prefer: wait=N waits for the scanner',
};

export const checklistRoutes = (services: Services) => {
  /** What was uploaded, and where its checklist is. */
  const taken = async (
    tx: Tx,
    place: Place,
    address: string,
    said: Parameters<typeof handIn>[3],
  ): Promise<Answer<Papers>> => {
    const rows = await handIn(services, tx, place, said);
    return created(address, { papers: rows.map((row) => paperView(row, place.plan)) });
  };

  const waits = async (before: Answer<Papers>, { req }: { readonly req: Request }, seconds: number) => ({
    ...before,
    body: { papers: await scannedPapers(services, before.body.papers, seconds, req) },
  });

  return [
    route({
      method: 'get',
      path: '/applications/{id}/papers',
      who: ['applicant'],
      summary: { zh: '草稿的材料清单与已上传的文件', en: 'The checklist of a draft with its papers' },
      params: DraftId,
      answer: Checklist,
      reads: async ({ params: { id }, caller: { actor } }) =>
        answer(await draftChecklist(services, await draftOf(services.ground.db, actor, id))),
    }),

    route({
      method: 'post',
      path: '/applications/{id}/papers',
      who: ['applicant'],
      summary: upload,
      params: DraftId,
      body: Upload,
      answer: Papers,
      status: 201,
      precondition: 'none',
      upload: {
        files: paperLimits.filesAtOnce,
        admits: ({ params: { id }, caller: { actor } }) =>
          draftPlace(services, services.ground.db, actor, id),
      },
      changes: async (
        tx,
        { params: { id }, body: { material }, files, caller: { actor: by }, address, req },
      ) => taken(tx, await draftPlace(services, tx, by, id), address, { material, files, by, req }),
      waits,
    }),

    route({
      method: 'get',
      path: '/cases/{caseId}/papers',
      who: 'signedIn',
      summary: { zh: '办件的材料清单与已上传的文件', en: 'The checklist of a case with its papers' },
      params: CaseId,
      answer: Checklist,
      reads: async ({ params: { caseId }, caller: { actor } }) =>
        answer(await caseChecklist(services, await readableFile(services, caseId, actor), actor)),
    }),

    route({
      method: 'post',
      path: '/cases/{caseId}/papers',
      who: ['applicant', 'intakeClerk'],
      summary: upload,
      params: CaseId,
      body: Upload,
      answer: Papers,
      status: 201,
      precondition: 'none',
      upload: {
        files: paperLimits.filesAtOnce,
        admits: ({ params: { caseId }, caller: { actor } }) =>
          casePlace(services, services.ground.db, actor, caseId),
      },
      changes: async (
        tx,
        { params: { caseId }, body: { material }, files, caller: { actor: by }, address, req },
      ) => taken(tx, await casePlace(services, tx, by, caseId), address, { material, files, by, req }),
      waits,
    }),
  ];
};
