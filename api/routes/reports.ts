import { z } from 'zod';
import { says } from '../contracts/label';
import { Report } from '../contracts/report';
import { answer } from '../http/answer';
import { readReport } from '../reading/reports';
import { overseers } from '../reading/visibility';
import { route } from '../route';
import type { Services } from '../services';

/** The media types of the forms of a report. */
const forms = {
  json: 'application/json',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
} as const;
type Form = keyof typeof forms;

const Period = z.object({
  period: z
    .string()
    .regex(/^\d{4}(-\d{2})?$/)
    .meta(says('月份或年份：2026-10 或 2026', 'A month or a year: 2026-10 or 2026')),
});

const FormQuery = z.strictObject({
  as: z
    .enum(Object.keys(forms) as Form[])
    .optional()
    .meta(says('形式，代替 Accept；用于浏览器链接', 'The form, in place of Accept: for links in a browser')),
});

export const reportRoutes = (services: Services) => [
  route({
    method: 'get',
    path: '/reports/{period}',
    who: overseers,
    summary: {
      zh: '月报、年报；Accept 或 as 可取电子表格（xlsx）或 PDF',
      en: 'The report of a month or a year; as a spreadsheet (xlsx) or PDF by Accept or `as`',
    },
    params: Period,
    query: FormQuery,
    answer: Report,
    alsoAs: [forms.xlsx, forms.pdf],
    reads: async ({ params: { period }, query, req }) => {
      const form = query.as ?? accepted(req.accepts(Object.values(forms)));
      const report = await readReport(services, period);
      if (form === 'json') return answer(report.json(), vary);
      return answer(await report[form](), {
        ...vary,
        'content-type': forms[form],
        'content-disposition': `attachment; filename="report-${period}.${form}"`,
      });
    },
  }),
];

function accepted(type: string | false): Form {
  return (Object.keys(forms) as Form[]).find((form) => forms[form] === type) ?? 'json';
}

const vary = { vary: 'Accept' };
