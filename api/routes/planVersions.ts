import {
  PlanCandidate,
  PlanComparison,
  PlanDryRun,
  PlanVersions,
  WantedDryRun,
} from '../contracts/planVersion';
import { answer } from '../http/answer';
import { planComparison, planDryRun, planVersions } from '../reading/planVersions';
import { route } from '../route';
import type { Services } from '../services';

export const planVersionRoutes = (services: Services) => [
  route({
    method: 'get',
    path: '/plan/versions',
    who: ['administrator'],
    summary: {
      zh: '已公布的方案版本及其差异',
      en: 'The published versions of the plan, each with its difference to the one before',
    },
    answer: PlanVersions,
    reads: async () => answer(await planVersions(services)),
  }),

  route({
    method: 'post',
    path: '/plan/comparison',
    who: ['administrator'],
    summary: {
      zh: '检查拟公布的方案文件，并说明与现有版本的差异（只看不改）',
      en: 'Check a plan file and say how it differs from what is published; nothing is changed',
    },
    body: PlanCandidate,
    answer: PlanComparison,
    reads: async ({ body }) => answer(await planComparison(services, body)),
  }),

  route({
    method: 'post',
    path: '/plan/dry-run',
    who: ['administrator'],
    summary: {
      zh: '试算：拟公布的方案或日历会变动哪些未结办件（只看不改），每次一批',
      en: 'Which open cases a plan or calendar would move, a batch at a time; nothing is changed',
    },
    body: WantedDryRun,
    answer: PlanDryRun,
    reads: async ({ body }) => answer(await planDryRun(services, body)),
  }),
];
