import { StaffList } from '../contracts/staff';
import { answer } from '../http/answer';
import { readableFile } from '../reading/currentFile';
import { staffList } from '../reading/staff';
import { route } from '../route';
import type { Services } from '../services';
import { CaseId } from './cases';

export const staffRoutes = (services: Services) => [
  route({
    method: 'get',
    path: '/cases/{caseId}/staff',
    who: 'signedIn',
    summary: {
      zh: '机构的人员名册：岗位、证件及有效期、保育人员配比',
      en: 'The staff list of an institution: roles, documents and their last days, carers to children',
    },
    params: CaseId,
    answer: StaffList,
    reads: async ({ params: { caseId }, caller: { actor } }) => {
      const file = await readableFile(services, caseId, actor);
      return answer(await staffList(services, file, actor));
    },
  }),
];
