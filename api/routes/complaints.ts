import { z } from 'zod';
import { whyComplainantNotShown } from '../../domain/disclosure';
import type { ComplainantContact } from '../../domain/complaint';
import { opened } from '../../infra/personal/holders';
import { complained, statusOf } from '../complaining';
import {
  ComplainantDisclosure,
  Complaint,
  ComplaintCode,
  ComplaintEntry,
  ComplaintFilter,
  ComplaintsPage,
  ComplaintStatus,
  ReceivedComplaint,
} from '../contracts/complaint';
import { says } from '../contracts/label';
import { DisclosureRequest } from '../contracts/personalData';
import { reference } from '../contracts/text';
import { answer } from '../http/answer';
import { Problem } from '../http/problem';
import { requestIdOf } from '../http/requestLog';
import { complaintFor, complaintList } from '../reading/complaints';
import { readableFile } from '../reading/currentFile';
import { allowedView } from '../reading/workItems';
import { route } from '../route';
import type { Services } from '../services';
import { withoutValues } from './personalData';

const ComplaintNo = z.object({ no: reference.meta(says('投诉编号', 'Number of the complaint')) });

export const complaintRoutes = (services: Services) => [
  route({
    method: 'post',
    path: '/complaints',
    who: 'anyone',
    summary: {
      zh: '投诉公开名录中的机构，无须登录；给出编号和查询码',
      en: 'Complain of an institution on the register, without signing in; gives a number and a code',
    },
    body: ComplaintEntry,
    answer: ReceivedComplaint,
    status: 201,
    precondition: 'none',
    changes: (tx, sent) => complained(services, tx, sent),
  }),
  route({
    method: 'post',
    path: '/complaints/{no}/status',
    who: 'anyone',
    summary: { zh: '凭编号和查询码查询投诉', en: 'How a complaint stands, for who has its code' },
    params: ComplaintNo,
    body: ComplaintCode,
    answer: ComplaintStatus,
    reads: async ({ params: { no }, body: { queryCode } }) =>
      answer(await statusOf(services, no, queryCode), { 'cache-control': 'no-store' }),
  }),
  route({
    method: 'get',
    path: '/complaints',
    who: 'signedIn',
    summary: {
      zh: '本单位处理的投诉；督办员和管理员可看全部',
      en: 'The complaints that your unit handles; coordinators and administrators see all',
    },
    query: ComplaintFilter,
    answer: ComplaintsPage,
    reads: ({ query, address, caller: { actor } }) => complaintList(services, actor, query, address),
  }),
  route({
    method: 'get',
    path: '/complaints/{no}',
    who: 'signedIn',
    summary: { zh: '一件投诉', en: 'One complaint' },
    params: ComplaintNo,
    answer: Complaint,
    reads: async ({ params: { no }, caller: { actor } }) =>
      answer((await complaintFor(services, no, actor)).view),
  }),
  route({
    method: 'post',
    path: '/complaints/{no}/contact',
    who: 'signedIn',
    summary: {
      zh: '查看投诉人的联系方式；须说明目的，记入审计日志',
      en: 'Be shown who complained; say what for, the audit log keeps it',
    },
    params: ComplaintNo,
    body: DisclosureRequest,
    answer: ComplainantDisclosure,
    reads: async ({ params: { no }, body: { purpose }, caller: { actor }, req }) => {
      const { row } = await complaintFor(services, no, actor);
      const file = await readableFile(services, row.case_id, actor);
      const refusal = whyComplainantNotShown(file, row.work_item, actor);
      if (refusal !== null) throw new Problem(refusal, { allowed: allowedView(file, actor) });
      const { personal } = services.ground;
      const contact = opened(personal, 'complaint', [no], row.contact) as ComplainantContact;
      await services.audit.write({
        type: 'personalDataShown',
        actor: { sub: actor.sub, unit: actor.unit },
        subject: { kind: 'complaint', id: no },
        requestId: requestIdOf(req),
        details: { purpose: withoutValues(purpose, contact) },
      });
      return answer({ no, contact });
    },
  }),
];
