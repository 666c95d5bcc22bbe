import type { Paper } from '../documents/paper';
import { drawQrCode } from '../documents/qrCode';
import { colours, figureOptions, ruleAcross, write } from '../documents/writing';

const QR = 76;
/** What it takes at the foot of the last page. */
export const COMPARE_HEIGHT = QR + 12;

/** Draws, at the foot of the page, of which case the letter is and where its original can be seen. */
export function drawComparison(
  paper: Paper,
  { caseId, letterUrl }: { readonly caseId: string; readonly letterUrl: string },
  box: { readonly x: number; readonly width: number },
): void {
  const { doc, root } = paper;
  const top = doc.page.maxY() - QR;
  ruleAcross(paper, box, top - 8);
  const square = { x: box.x, y: top, size: QR };
  const alt = `二维码，登录后核对原件：${letterUrl} QR code that leads to the original`;
  const draw = () => drawQrCode(doc, encodeURI(letterUrl), square);
  root.add(doc.struct('Figure', figureOptions(alt, square), draw));
  const lines = [
    { text: `办件编号 Case　${caseId}`, locale: 'zh', size: 10, gap: 3 },
    { text: '登录后可核对原件，以系统所存文书为准：', locale: 'zh', size: 9, colour: colours.faint },
    {
      text: 'Sign in to compare with the original; what the system keeps prevails:',
      locale: 'en',
      size: 8,
      colour: colours.faint,
      gap: 2,
    },
    { text: letterUrl, locale: 'zh', size: 8, colour: colours.faint },
  ] as const;
  write(paper, root, 'P', lines, { x: box.x + QR + 8, y: top + 8, width: box.width - QR - 8 });
}
