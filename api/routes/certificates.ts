import { z } from 'zod';
import { Certificate } from '../contracts/certificate';
import { says } from '../contracts/label';
import { reference } from '../contracts/text';
import { answer } from '../http/answer';
import { API } from '../paths';
import { readableFile } from '../reading/currentFile';
import { route } from '../route';
import type { Services } from '../services';

const DocumentNo = z.object({ no: reference.meta(says('文书编号', 'Number of the document')) });

const Form = z.strictObject({
  as: z
    .enum(['json', 'pdf'])
    .optional()
    .meta(says('形式，代替 Accept；用于浏览器链接', 'The form, in place of Accept: for links in a browser')),
});

export const certificateRoutes = (services: Services) => [
  route({
    method: 'get',
    path: '/certificates/{no}',
    who: 'signedIn',
    summary: {
      zh: '备案回执或证书；Accept: application/pdf 得到 PDF',
      en: 'A filing receipt or certificate; its PDF for Accept: application/pdf',
    },
    params: DocumentNo,
    query: Form,
    answer: Certificate,
    alsoAs: ['application/pdf'],
    reads: async ({ params: { no }, query, caller: { actor }, req }) => {
      const { caseId, statement, jws, pdf } = await services.documents.sealed(no);
      await readableFile(services, caseId, actor);
      const accepted =
        req.accepts('application/json', 'application/pdf') === 'application/pdf' ? 'pdf' : 'json';
      if ((query.as ?? accepted) === 'pdf') {
        return answer(pdf, {
          ...vary,
          'content-type': 'application/pdf',
          'content-disposition': `inline; filename="${no}.pdf"`,
        });
      }
      const address = `${API}/certificates/${no}?as=pdf`;
      return answer(
        { no, caseId, statement, jws, pdf: address, verify: services.documents.verifyUrl(no) },
        vary,
      );
    },
  }),
];

const vary = { vary: 'Accept' };
