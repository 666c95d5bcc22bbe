import { OutdatedCases, RepairPreview, WantedRepair } from '../contracts/repair';
import { answer } from '../http/answer';
import { readableFile } from '../reading/currentFile';
import { outdated, repairPreview } from '../reading/repairs';
import { route } from '../route';
import type { Services } from '../services';
import { CaseId } from './cases';

export const repairRoutes = (services: Services) => [
  route({
    method: 'post',
    path: '/cases/{caseId}/repairs/preview',
    who: ['administrator'],
    summary: { zh: '预览一项更改的后果', en: 'Preview what a repair would close, open and move' },
    params: CaseId,
    body: WantedRepair,
    answer: RepairPreview,
    reads: async ({ params: { caseId }, body: { repair }, caller: { actor } }) => {
      const file = await readableFile(services, caseId, actor);
      return answer(await repairPreview(services, file, repair));
    },
  }),

  route({
    method: 'get',
    path: '/cases/outdated',
    who: ['administrator'],
    summary: {
      zh: '按现行日历重算将变动的期限（只看不改）',
      en: 'The limits that a recomputation by the calendar in force would move; nothing is changed',
    },
    answer: OutdatedCases,
    reads: async () => answer(await outdated(services)),
  }),
];
