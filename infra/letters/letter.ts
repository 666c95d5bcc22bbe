import type { Label } from '../../domain/label';
import { type LetterKind, letterKinds } from '../../domain/vocabulary';
import { numberPages } from '../documents/pageNumbers';
import { closePaper, openPaper, type Paper } from '../documents/paper';
import { drawSealArea } from '../documents/sealArea';
import { colours, decorate, heightOf, type Line, write } from '../documents/writing';
import { COMPARE_HEIGHT, drawComparison } from './comparison';
import { greeting, type Notice, type NoticeFacts } from './notice';

const MARGIN = 72;
const LEFT = MARGIN;
const WIDTH = 595.28 - 2 * MARGIN;
const SIGNATURE = { x: LEFT + WIDTH - 230, width: 230 };
/** Unit, date and the seal over both, with air above. */
const SIGNATURE_GAP = 28;
const SIGNATURE_HEIGHT = 112;
/** What stands below the words on the last page. */
const FOOT = SIGNATURE_GAP + SIGNATURE_HEIGHT + COMPARE_HEIGHT;
/** Points of a paragraph from which on it may be broken over pages. */
const LONGEST_WHOLE = 160;

interface Paragraph extends Line {
  /** The room below it. */
  readonly after: number;
}

/** What a letter carries besides its words. */
export interface LetterSetting {
  readonly kind: LetterKind;
  /** The day of its act, `YYYY-MM-DD`. */
  readonly writtenOn: string;
  /** Where the original can be seen. */
  readonly letterUrl: string;
  /** The unit's seal, the bytes of a PNG; null leaves its place free. */
  readonly seal: Buffer | null;
}

/**
 * Renders a letter (文书) as a tagged A4 PDF in the form of an official document: head, 文号, title, addressee,
 * the words of its mail in Chinese and then smaller in English, signature. The same input gives the same bytes.
 */
export async function renderLetter(
  notice: Notice,
  facts: NoticeFacts,
  setting: LetterSetting,
): Promise<Buffer> {
  const title = letterKinds[setting.kind];
  const paper = await openPaper({
    layout: 'portrait',
    margins: { top: MARGIN, right: MARGIN, bottom: 60, left: MARGIN },
    title: `${title.zh} ${facts.letterNo}`,
    keywords: `${facts.letterNo} ${facts.caseId}`,
    issuedOn: setting.writtenOn,
  });
  const headed = drawHead(paper, facts.writer, facts.letterNo);
  const titled = drawTitle(paper, title, headed + 22);
  const told = drawWords(paper, notice, facts, titled + 16);
  drawSignature(paper, facts.writer, setting, told + SIGNATURE_GAP);
  const original = { caseId: facts.caseId, letterUrl: setting.letterUrl };
  drawComparison(paper, original, { x: LEFT, width: WIDTH });
  numberPages(paper, facts.letterNo);
  return closePaper(paper);
}

/** 发文机关标志 and 文号 over the red line. */
function drawHead(paper: Paper, writer: Label, no: string): number {
  const centred = { align: 'center' } as const;
  const box = { x: LEFT, width: WIDTH };
  const head: Line[] = [
    { text: writer.zh, locale: 'zh', size: 30, face: 'bold', colour: colours.red, spacing: 4, ...centred },
    { text: writer.en, locale: 'en', size: 10, colour: colours.red, ...centred },
  ];
  const named = write(paper, paper.root, 'P', head, { ...box, y: 56 });
  const numbered = write(paper, paper.root, 'P', [{ text: no, locale: 'zh', size: 13, ...centred }], {
    ...box,
    y: named + 16,
  });
  rule(paper, numbered + 8, 2.2);
  rule(paper, numbered + 11.5, 0.6);
  return numbered + 12;
}

function rule(paper: Paper, y: number, width: number): void {
  decorate(paper, () => {
    paper.doc
      .moveTo(LEFT, y)
      .lineTo(LEFT + WIDTH, y)
      .lineWidth(width)
      .stroke(colours.red);
  });
}

function drawTitle(paper: Paper, title: Label, y: number): number {
  const lines: Line[] = [
    { text: title.zh, locale: 'zh', size: 21, face: 'bold', spacing: 2, align: 'center' },
    { text: title.en, locale: 'en', size: 10, colour: colours.faint, align: 'center' },
  ];
  return write(paper, paper.root, 'H1', lines, { x: LEFT, width: WIDTH, y });
}

/** A letter of usual length stands on one page: it takes smaller type before it takes another one. */
const scales = [1, 0.93, 0.86, 0.8];

function drawWords(paper: Paper, notice: Notice, facts: NoticeFacts, y: number): number {
  const room = paper.doc.page.maxY() - y - FOOT;
  const sized = scales.map((scale) => paragraphsOf(notice, facts, scale));
  const fitting = sized.find((lines) => heightOfAll(paper, lines) <= room) ?? sized[0] ?? [];
  return drawParagraphs(paper, fitting, y);
}

function paragraphsOf(notice: Notice, facts: NoticeFacts, scale: number): readonly Paragraph[] {
  const addressee = greeting(facts);
  const chinese = { locale: 'zh', size: 14 * scale, gap: 6 * scale, after: 6 * scale } as const;
  const english = {
    locale: 'en',
    size: Math.max(9.5 * scale, 8.5),
    gap: 1.5,
    after: 3.5,
    colour: colours.faint,
  } as const;
  return [
    { ...chinese, text: addressee.zh, face: 'bold' },
    ...notice.paragraphs.map(({ zh }) => ({ ...chinese, text: zh, indent: 28 * scale })),
    ...[addressee, ...notice.paragraphs].map(({ en }) => ({ ...english, text: en })),
  ];
}

function heightOfAll(paper: Paper, paragraphs: readonly Paragraph[]): number {
  return heightOf(paper, paragraphs, WIDTH) + paragraphs.reduce((sum, { after }) => sum + after, 0);
}

/** A short paragraph goes over to the next page whole, and the last one stays with the signature. */
function drawParagraphs(paper: Paper, paragraphs: readonly Paragraph[], from: number): number {
  return paragraphs.reduce((y, paragraph, index) => {
    const whole = Math.min(heightOf(paper, [paragraph], WIDTH), LONGEST_WHOLE);
    const top = roomFor(paper, index === paragraphs.length - 1 ? whole + FOOT : whole, y);
    const box = { x: LEFT, width: WIDTH, y: top };
    return write(paper, paper.root, 'P', [paragraph], box) + paragraph.after;
  }, from);
}

function drawSignature(paper: Paper, issuer: Label, setting: LetterSetting, y: number): void {
  const top = roomFor(paper, SIGNATURE_HEIGHT + COMPARE_HEIGHT, y);
  const { writtenOn: issuedOn, seal: sealImage } = setting;
  drawSealArea(paper, { issuer, issuedOn, sealImage }, { ...SIGNATURE, y: top });
}

/** Where something of this height begins: here, or on a new page. */
function roomFor({ doc }: Paper, height: number, y: number): number {
  if (y + height <= doc.page.maxY()) return y;
  doc.addPage();
  return doc.page.margins.top;
}
