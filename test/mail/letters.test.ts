import { type NoticeFacts, renderNotice } from '../../activities/mail/letter';
import { notices } from '../../activities/mail/notices';
import { dateInWords } from '../../domain/dateInWords';
import { noticeTemplates } from '../../domain/notice';
import { xiacheng } from '../domain/plan/plans';

const { plan } = xiacheng;
const shiqiao = { zh: '石桥街道', en: 'Shiqiao Subdistrict' };

const facts: NoticeFacts = {
  caseId: 'XCTY-2026-000012',
  organisation: '示例<托育>有限公司',
  institution: '示例托育园',
  receivedOn: dateInWords('2026-09-28'),
  acceptedOn: dateInWords('2026-09-29'),
  decidedOn: dateInWords('2026-10-12'),
  decisionNo: 'XCTY-D-2026-000001',
  accepting: shiqiao,
  deciding: shiqiao,
  registrar: { zh: '区民政局', en: 'Civil Affairs Bureau' },
  filing: { zh: '区卫健局', en: 'Health Bureau' },
  decisionLimit: { zh: '自受理之日起45个工作日', en: '45 working days of acceptance' },
  acceptanceDue: dateInWords('2026-10-10'),
  reason: '场地不符',
  remedyBody: plan.remedy.body,
  remedyLimit: plan.remedy.limit,
  unifiedCode: '52330103MA9000003R',
  receiptNo: 'XCTY-R-2026-000010',
  certificateNo: 'XCTY-C-2026-000010',
  verifyUrl: 'https://onewindow.example/verify/XCTY-C-2026-000010',
};

const rendered = (template: keyof typeof notices, locale: 'zh' | 'en' = 'zh') =>
  renderNotice(notices[template](facts), facts, { publicUrl: 'https://onewindow.example' }, locale);

describe.each(noticeTemplates)('the mail %s', (template) => {
  it('names the case, is in both languages, and leaves no blank where a fact belongs', () => {
    const { subject, text } = rendered(template);
    expect(subject).toContain(facts.caseId);
    expect(text.indexOf('Case number')).toBeGreaterThan(text.indexOf('办件编号'));
    expect(text).not.toMatch(/undefined|null|\[object|（）|\(\)|“”/);
  });

  it('ends each paragraph as a sentence, but for the words of a person', () => {
    const paragraphs = rendered(template).text.split('\n\n').slice(1, -1);
    const [chinese] = [paragraphs.slice(0, paragraphs.indexOf('――――――'))];
    for (const paragraph of chinese) expect(paragraph).toMatch(/。$|理由：场地不符$/);
  });
});

it('the mails of a refusal say where and until when to turn to, as the plan file words it', () => {
  for (const template of ['refused', 'notAccepted'] as const) {
    const { text } = rendered(template);
    expect(text).toContain(`可自知道该行政行为之日起六十日内向下城区人民政府申请行政复议。`);
    expect(text).toContain('for administrative review within 60 days of learning of the decision.');
  }
});

it('dates are written out, and the last day for an answer is counted in', () => {
  const { text } = rendered('submissionReceived');
  expect(text).toContain('2026年9月28日收到');
  expect(text).toContain('2026年10月10日前（含当日）');
  expect(text).toContain('by 10 October 2026');
});

it('the recipient’s language comes first', () => {
  const { subject, text } = rendered('accepted', 'en');
  expect(subject).toMatch(/Notice of acceptance \/ 受理通知书/);
  expect(text.indexOf('To ')).toBeLessThan(text.indexOf('办件编号'));
});

it('addresses are links, and what people wrote is no markup', () => {
  const { html } = rendered('certificate');
  expect(html).toContain(`<a href="${facts.verifyUrl}">${facts.verifyUrl}</a>`);
  expect(html).toContain('<a href="https://onewindow.example">');
  expect(html).toContain('示例&lt;托育&gt;有限公司');
});
