import { deflateSync } from 'node:zlib';
import { valuesOf } from '../../domain/label';
import { letterKinds } from '../../domain/vocabulary';
import { renderLetter } from '../../infra/letters/letter';
import type { NoticeFacts } from '../../infra/letters/notice';
import { notices } from '../../infra/letters/notices';
import { sampleFacts } from '../../infra/letters/sample';
import { textOf } from '../documents/pdfText';

const letterUrl = 'https://onewindow.example/api/v1/cases/XCTY-2026-000001/letters/下石桥托〔2026〕1号';
const writtenOn = '2026-10-23';

function render(
  kind: keyof typeof letterKinds,
  changes: Partial<NoticeFacts> = {},
  seal: Buffer | null = null,
) {
  const facts = { ...sampleFacts(kind), ...changes };
  return renderLetter(notices[kind](facts), facts, { kind, writtenOn, letterUrl, seal });
}

const raw = (pdf: Buffer) => pdf.toString('latin1');
const count = (pdf: Buffer, pattern: RegExp) => [...raw(pdf).matchAll(pattern)].length;
const pagesOf = (pdf: Buffer) => count(pdf, /^\/Type \/Page$/gm);

describe.each(valuesOf(letterKinds))('the paper of “%s”', (kind) => {
  it('says 文号, unit, title, addressee, date, case and where to compare it, and every word of its mail', async () => {
    const facts = sampleFacts(kind);
    const text = textOf(await render(kind));
    const words = notices[kind](facts).paragraphs.flatMap(({ zh, en }) => [zh, en]);
    for (const part of [
      facts.letterNo,
      facts.writer.zh,
      facts.writer.en,
      letterKinds[kind].zh,
      letterKinds[kind].en,
      '示例托育有限公司：',
      '2026年10月23日',
      facts.caseId,
      letterUrl,
      '（盖章 Seal）',
      ...words,
    ])
      expect(squeezed(text)).toContain(squeezed(part));
  });

  it('stands on one page, tagged, in Chinese, with its fonts embedded', async () => {
    const pdf = await render(kind);
    expect(pagesOf(pdf)).toBe(1);
    for (const mark of [
      '/Marked true',
      '/Lang (zh-CN)',
      '/DisplayDocTitle true',
      '<pdfuaid:part>1</pdfuaid:part>',
    ])
      expect(raw(pdf)).toContain(mark);
    expect(count(pdf, /^\/S \/H1$/gm)).toBe(1);
    expect(count(pdf, /\/FontFile2/g)).toBeGreaterThan(0);
    expect(raw(pdf)).not.toContain('/Helvetica');
  });

  it('has the same bytes for the same words', async () => {
    expect((await render(kind)).equals(await render(kind))).toBe(true);
  });
});

/** Lines are broken at spaces, which the page then leaves out. */
const squeezed = (text: string) => text.replace(/\s/g, '');

describe('the seal of a unit', () => {
  it('takes the place that is left free without one, and is described', async () => {
    const sealed = await render('granted', {}, png());
    expect(count(sealed, /\/Subtype \/Image/g)).toBeGreaterThan(0);
    expect(count(sealed, /^\/S \/Figure$/gm)).toBe(2);
    expect(textOf(sealed)).not.toContain('（盖章 Seal）');
    expect(count(await render('granted'), /\/Subtype \/Image/g)).toBe(0);
  });
});

describe('a letter that is longer than a page', () => {
  const missing = Array.from({ length: 40 }, (_, index) => ({
    no: index + 1,
    text: `第${index + 1}项材料缺少附页，请补充完整并逐页加盖公章`,
  }));

  it('goes on over numbered pages, and loses no line', async () => {
    const pdf = await render('correction', { missing });
    const pages = pagesOf(pdf);
    expect(pages).toBeGreaterThan(1);
    const text = textOf(pdf);
    for (const { text: line } of missing) expect(text).toContain(line);
    expect(text).toContain(`第 ${pages} 页，共 ${pages} 页`);
  });

  it('breaks a reason that fills pages by itself, and loses none of it', async () => {
    const reason = Array.from({ length: 260 }, (_, index) => `第${index}点不符合要求`).join('；');
    const pdf = await render('refused', { reason });
    expect(pagesOf(pdf)).toBeGreaterThan(2);
    const text = squeezed(textOf(pdf));
    for (const point of [0, 130, 259]) expect(text).toContain(`第${point}点不符合要求`);
  });
});

/** One red dot. */
function png(): Buffer {
  const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0]);
  const pixel = deflateSync(Buffer.from([0, 200, 0, 0]));
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', pixel),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Readers of images on paper pass over the checksum. */
function chunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(type), data, Buffer.alloc(4)]);
}

describe('a suspension that could not wait', () => {
  it('says why nobody was heard before', async () => {
    const danger = '燃气泄漏，随时可能发生爆炸。';
    const text = squeezed(textOf(await render('suspensionDecided', { danger })));
    expect(text).toContain(squeezed(`情况紧急，未事先听取意见：${danger}`));
    expect(text).toContain(squeezed(`Not heard before, the danger being immediate: ${danger}`));
  });
});
