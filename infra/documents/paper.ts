import { buffer } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';
import type { Locale } from '../../domain/label';
import type { Face } from './fonts';
import { loadFonts } from './fonts';

/** All lengths are PDF points (1/72 inch), measured from the upper left corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

export const colours = { ink: '#1f1f1f', faint: '#595959', red: '#a01c1c', gold: '#a8853b', line: '#d8cba8' };

/** A tagged PDF being written: what is drawn inside `root`'s elements is read out in that order. */
export interface Paper {
  readonly doc: PDFKit.PDFDocument;
  readonly root: PDFKit.PDFStructureElement;
}

export interface PaperSetting {
  readonly title: string;
  readonly keywords: string;
  /** `YYYY-MM-DD`: dates the file, so that the same document always gives the same bytes. */
  readonly issuedOn: string;
  readonly layout: 'portrait' | 'landscape';
  readonly margins: {
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
    readonly left: number;
  };
}

/** Opens an A4 page with the fonts at hand and nothing on it. */
export async function openPaper(setting: PaperSetting): Promise<Paper> {
  const fonts = await loadFonts();
  const doc = new PDFDocument({
    size: 'A4',
    layout: setting.layout,
    margins: setting.margins,
    pdfVersion: '1.7',
    tagged: true,
    lang: 'zh-CN',
    displayTitle: true,
    bufferPages: true,
    // No default font: Helvetica would be referred to without being embedded.
    font: '',
    info: {
      Title: setting.title,
      Keywords: setting.keywords,
      Creator: 'OneWindow',
      CreationDate: new Date(`${setting.issuedOn}T00:00:00+08:00`),
    },
  });
  doc.appendXML(pdfUaIdentification);
  doc.registerFont('regular', fonts.regular).registerFont('bold', fonts.bold);
  const root = doc.struct('Document');
  doc.addStructure(root);
  return { doc, root };
}

/** Says that the file is meant as PDF/UA-1 (ISO 14289-1, 5): tagged, titled, its figures described. */
const pdfUaIdentification = `
        <rdf:Description xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" rdf:about="">
            <pdfuaid:part>1</pdfuaid:part>
        </rdf:Description>`;

/** Closes the paper and answers the file's bytes. */
export async function closePaper({ doc, root }: Paper): Promise<Buffer> {
  root.end();
  doc.end();
  return buffer(doc);
}

export interface Line {
  readonly text: string;
  readonly locale: Locale;
  readonly size: number;
  readonly face?: Face;
  readonly colour?: string;
  readonly align?: 'left' | 'center' | 'right';
  readonly spacing?: number;
  readonly gap?: number;
}

/** Prepares the pen for a line and answers the options that its text is drawn and measured with. */
function pen(doc: PDFKit.PDFDocument, line: Line, width: number): PDFKit.Mixins.TextOptions {
  doc.font(line.face ?? 'regular').fontSize(line.size);
  return {
    width,
    align: line.align ?? 'left',
    characterSpacing: line.spacing ?? 0,
    lineGap: line.gap ?? 0,
  };
}

/** How high a line stands once it is wrapped at `width`. */
export function heightOf(doc: PDFKit.PDFDocument, line: Line, width: number): number {
  const options = pen(doc, line, width);
  return doc.heightOfString(line.text, options);
}

/** A figure's description, and where it stands on the page. */
export function figureOptions(alt: string, { x, y, size }: { x: number; y: number; size: number }) {
  return { alt, bbox: [x, y, x + size, y + size] };
}

export type ElementOptions = PDFKit.Mixins.StructureElementOptions & { readonly scope?: 'Row' };

/**
 * Writes lines below one another as one element (`H1`, `P`, `TH` …). English lines are marked as such,
 * so that a screen reader changes its voice. Answers where the next line would begin.
 */
export function write(
  { doc }: Paper,
  parent: PDFKit.PDFStructureElement,
  type: string,
  lines: readonly Line[],
  box: Box,
  options: ElementOptions = {},
): number {
  doc.y = box.y;
  const draw = (line: Line) => () => {
    const drawn = pen(doc, line, box.width);
    doc.fillColor(line.colour ?? colours.ink).text(line.text, box.x, doc.y, drawn);
  };
  const children = lines.map((line) =>
    line.locale === 'en' ? doc.struct('Span', { lang: 'en' }, draw(line)) : draw(line),
  );
  parent.add(doc.struct(type, options, children));
  return doc.y;
}

/** Draws what only decorates; a screen reader passes over it. */
export function decorate({ doc }: Paper, draw: () => void): void {
  doc.markContent('Artifact', { type: 'Layout' });
  doc.save();
  draw();
  doc.restore();
  doc.endMarkedContent();
}
