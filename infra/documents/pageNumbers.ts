import type { Paper } from './paper';
import { colours } from './writing';

/** Puts number and page below each page of a document that has several, so that no leaf goes astray. */
export function numberPages({ doc }: Paper, no: string): void {
  const { count } = doc.bufferedPageRange();
  if (count === 1) return;
  for (let index = 0; index < count; index++) {
    doc.switchToPage(index);
    const { left, bottom } = doc.page.margins;
    // Below the margin, where text would otherwise open the next page.
    doc.page.margins.bottom = 0;
    doc.markContent('Artifact', { type: 'Pagination' });
    doc.font('regular').fontSize(8).fillColor(colours.faint);
    const text = `${no}　第 ${index + 1} 页，共 ${count} 页　Page ${index + 1} of ${count}`;
    doc.text(text, left, doc.page.height - 40, { width: doc.page.width - 2 * left, align: 'center' });
    doc.endMarkedContent();
    doc.page.margins.bottom = bottom;
  }
}
