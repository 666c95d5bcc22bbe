import type { Locale } from '../../domain/label';
import type { Face } from './fonts';
import type { Paper } from './paper';

/** All lengths are PDF points (1/72 inch), measured from the upper left corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

export const colours = { ink: '#1f1f1f', faint: '#595959', red: '#a01c1c', gold: '#a8853b', line: '#d8cba8' };

export interface Line {
  readonly text: string;
  readonly locale: Locale;
  readonly size: number;
  readonly face?: Face;
  readonly colour?: string;
  readonly align?: 'left' | 'center' | 'right';
  readonly spacing?: number;
  readonly gap?: number;
  /** How far the first line is set in. */
  readonly indent?: number;
}

/** Prepares the pen for a line and answers the options that its text is drawn and measured with. */
function pen(doc: PDFKit.PDFDocument, line: Line, width: number): PDFKit.Mixins.TextOptions {
  doc.font(line.face ?? 'regular').fontSize(line.size);
  return {
    width,
    align: line.align ?? 'left',
    characterSpacing: line.spacing ?? 0,
    lineGap: line.gap ?? 0,
    indent: line.indent ?? 0,
  };
}

/** How high the lines stand below one another once they are wrapped at `width`. */
export function heightOf({ doc }: Paper, lines: readonly Line[], width: number): number {
  return lines.reduce((sum, line) => {
    const options = pen(doc, line, width);
    return sum + doc.heightOfString(line.text, options);
  }, 0);
}

/** A figure's description, and where it stands on the page. */
export function figureOptions(alt: string, { x, y, size }: { x: number; y: number; size: number }) {
  return { alt, bbox: [x, y, x + size, y + size] };
}

type ElementOptions = PDFKit.Mixins.StructureElementOptions & { readonly scope?: 'Row' | 'Column' };

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

/** Draws a line across a box at a height; it only decorates. */
export function ruleAcross(paper: Paper, { x, width }: Pick<Box, 'x' | 'width'>, y: number): void {
  decorate(paper, () => {
    paper.doc
      .moveTo(x, y)
      .lineTo(x + width, y)
      .lineWidth(0.6)
      .stroke(colours.line);
  });
}
