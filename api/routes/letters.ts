import { Letter } from '../contracts/case';
import { says } from '../contracts/label';
import { letterNo } from '../contracts/text';
import { answer } from '../http/answer';
import { readableFile } from '../reading/currentFile';
import { letterOf, letterView } from '../reading/letters';
import { route } from '../route';
import type { Services } from '../services';
import { CaseId } from './cases';

const LetterNo = CaseId.extend({ no: letterNo.meta(says('文号', 'Number of the letter')) });

export const letterRoutes = (services: Services) => [
  route({
    method: 'get',
    path: '/cases/{caseId}/letters/{no}',
    who: 'signedIn',
    summary: {
      zh: '一份文书的 PDF；Accept: application/json 得到其说明',
      en: 'The PDF of a letter; what is known of it for Accept: application/json',
    },
    params: LetterNo,
    answer: Letter,
    alsoAs: ['application/pdf'],
    reads: async ({ params: { caseId, no }, caller: { actor }, req }) => {
      const file = await readableFile(services, caseId, actor);
      const letter = letterOf(file, no, actor);
      if (req.accepts('application/pdf', 'application/json') === 'application/json') {
        const view = await services.plans.version(file.itinerary.planVersion);
        return answer(letterView(caseId, letter, view), vary);
      }
      return answer(await services.letters.pdf(caseId, letter), {
        ...vary,
        'content-type': 'application/pdf',
        'content-disposition': `inline; filename*=UTF-8''${encodeURIComponent(no)}.pdf`,
      });
    },
  }),
];

const vary = { vary: 'Accept' };
