import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { documentKinds } from '../../infra/documents/documentStatement';
import { renderDocument } from '../../infra/documents/pdf';
import type { SigningKey } from '../../infra/documents/signingKey';
import { statementInPdf } from '../../infra/documents/statementCarrier';
import { textOf } from './pdfText';
import { newFolder, newSigningKey, sealed } from './sample';

let key: SigningKey;
beforeAll(async () => {
  key = await newSigningKey();
});

const kinds = ['certificate', 'filingReceipt'] as const;
const conditions = Array.from({ length: 40 }, (_, index) => ({
  rule: {
    zh: `第${index}项：每班人数符合设置标准，消防安全合格，从业人员持有健康证明`,
    en: `Condition ${index}: class sizes as in the standards`,
  },
  basis: { clause: `示例第${index}条`, source: 'district' as const, confirmed: index > 0 },
}));

/** A PDF text string in hexadecimal-free form, as pdfkit writes one that is not ASCII. */
const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16().toString('latin1');
const count = (pdf: Buffer, pattern: RegExp) => [...pdf.toString('latin1').matchAll(pattern)].length;
const tagCount = (pdf: Buffer, tag: string) => count(pdf, new RegExp(`^/S /${tag}$`, 'gm'));

describe.each(kinds)('a %s', (kind) => {
  test('shows all that its statement says, as text that can be searched and copied', async () => {
    const text = textOf(await renderDocument(await sealed(key, { kind })));
    for (const part of [
      documentKinds[kind].zh,
      documentKinds[kind].en,
      'XC-C-2026-000009',
      '长庆街道初本幼托园',
      '下城区环城北路167号武林国际公寓1幢1-1号1-2楼',
      '社区服务模式',
      '非营利性（民办非企业单位）',
      '52330103MJ9876543X',
      '下城区民政局',
      '下城区卫生健康局',
      '2026年9月28日',
      '28 September 2026',
      '扫码核验',
      'Scan to verify',
    ]) {
      expect(text).toContain(part);
    }
  });

  test('shows the last day of a certificate that has one', async () => {
    const shown = async (days: { validUntil?: string }) =>
      textOf(await renderDocument(await sealed(key, { kind: 'certificate', ...days })));
    expect(await shown({})).not.toContain('有效期至');
    const text = await shown({ validUntil: '2029-09-27' });
    for (const part of ['有效期至', '2029年9月27日', '27 September 2029']) expect(text).toContain(part);
  });

  test('is a tagged PDF/UA file in Chinese that shows its title', async () => {
    const pdf = await renderDocument(await sealed(key, { kind }));
    const raw = pdf.toString('latin1');
    expect(raw).toMatch(/^%PDF-1\.7/);
    expect(raw).toContain('/Marked true');
    expect(raw).toContain('/StructTreeRoot');
    expect(raw).toContain('/Lang (zh-CN)');
    expect(raw).toContain('/DisplayDocTitle true');
    expect(raw).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(raw).toContain(utf16(`${documentKinds[kind].zh} XC-C-2026-000009`));
    expect(tagCount(pdf, 'H1')).toBe(1);
    expect(tagCount(pdf, 'TR')).toBeGreaterThanOrEqual(7);
    expect(tagCount(pdf, 'TH')).toBe(tagCount(pdf, 'TR'));
    expect(tagCount(pdf, 'TD')).toBe(tagCount(pdf, 'TR'));
    expect(count(pdf, /\/Scope \/Row/g)).toBe(tagCount(pdf, 'TR'));
  });

  test('marks its English and describes its QR code', async () => {
    const pdf = await renderDocument(await sealed(key, { kind }));
    expect(count(pdf, /^\/S \/Span\n\/Lang \(en\)$/gm)).toBeGreaterThan(5);
    expect(tagCount(pdf, 'Figure')).toBe(1);
    expect(pdf.toString('latin1')).toContain(`/Alt (${utf16('二维码').slice(0, 8)}`);
  });

  test('embeds both fonts as subsets and refers to no other', async () => {
    const pdf = await renderDocument(await sealed(key, { kind }));
    expect(count(pdf, /\/FontFile2 /g)).toBe(2);
    expect(count(pdf, /^\/BaseFont \/[A-Z]{6}\+NotoSansSC-(Regular|Bold)$/gm)).toBe(4);
    expect(count(pdf, /^\/BaseFont /gm)).toBe(4);
    expect(pdf.length).toBeLessThan(300_000);
  });

  test('comes out the same, byte for byte, however often it is rendered', async () => {
    const document = await sealed(key, { kind });
    const [first, second] = [await renderDocument(document), await renderDocument({ ...document })];
    expect(first.equals(second)).toBe(true);
    expect(first.equals(await renderDocument({ ...document, issuedOn: '2026-09-29' }))).toBe(false);
  });

  test('carries its own JWS', async () => {
    const document = await sealed(key, { kind });
    expect(statementInPdf(await renderDocument(document))?.jws).toBe(document.jws);
  });

  test.each([60, 200])('keeps to one page with a name and an address of %i characters', async (length) => {
    const institution = '下城区婴幼儿照护服务示范机构'.repeat(20).slice(0, length);
    const address = '环城北路一百六十七号武林公寓'.repeat(20).slice(0, length);
    const pdf = await renderDocument(await sealed(key, { kind, institution, address }));
    expect(pdf.toString('latin1')).toContain('/Count 1');
    expect(textOf(pdf)).toContain(institution);
    expect(textOf(pdf)).toContain(address);
  });
});

test('a family-mode site reads "not required" instead of a registrar', async () => {
  const changes = { serviceMode: 'family', places: 0, unifiedCode: null, registrar: null } as const;
  const text = textOf(await renderDocument(await sealed(key, changes)));
  expect(text).toContain('登记机关Registration authority无需登记Not required');
  expect(text).toContain('不设托位No places');
});

test('the notice of basic conditions follows the receipt on numbered pages, as many as it takes', async () => {
  const document = { ...(await sealed(key, { kind: 'filingReceipt' })), basicConditions: conditions };
  const pdf = await renderDocument(document);
  const pages = count(pdf, /^\/Type \/Page$/gm);
  const text = textOf(pdf);
  expect(pages).toBeGreaterThan(2);
  expect(text).toContain('托育机构基本条件告知书');
  for (const { rule, basis } of conditions)
    expect(text).toContain(`${rule.zh}${rule.en}依据 Basis：${basis.clause}`);
  expect(text).toContain('示例第0条（待主管部门确认 to be confirmed by the bureau）');
  expect(text).toContain(`第 ${pages} 页，共 ${pages} 页`);
  expect(tagCount(pdf, 'LI')).toBe(conditions.length);
});

test('the unit’s seal image takes the place that is otherwise left for the stamp', async () => {
  const sealImage = join(await newFolder(), 'seal.png');
  await writeFile(sealImage, Buffer.from(onePixel, 'base64'));
  const document = await sealed(key);
  const stamped = await renderDocument({ ...document, sealImage });
  expect(textOf(await renderDocument(document))).toContain('（盖章 Seal）');
  expect(textOf(stamped)).not.toContain('（盖章 Seal）');
  expect(tagCount(stamped, 'Figure')).toBe(2);
});

const onePixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';
