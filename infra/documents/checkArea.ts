import type { Paper } from './paper';
import type { Line } from './writing';
import { colours, figureOptions, write } from './writing';
import { drawQrCode } from './qrCode';

export interface Check {
  readonly qrText: string;
  readonly verifyUrl: string;
}

/** 46 mm: at 900 characters a module is still 0.43 mm wide, which a phone reads from paper. */
export const QR_SIZE = 131;

/** Draws the QR code, and beside it what it is for and where else to ask. */
export function drawCheckArea(
  paper: Paper,
  check: Check,
  place: { readonly x: number; readonly y: number; readonly textWidth: number },
): void {
  const square = { x: place.x, y: place.y, size: QR_SIZE };
  const alt = `二维码，扫码核验本文书：${check.verifyUrl} QR code that verifies this document`;
  const draw = () => drawQrCode(paper.doc, check.qrText, square);
  paper.root.add(paper.doc.struct('Figure', figureOptions(alt, square), draw));
  const text = { x: place.x + QR_SIZE + 6, y: place.y + 8, width: place.textWidth };
  write(paper, paper.root, 'P', checkLines(check.verifyUrl), text);
}

function checkLines(verifyUrl: string): Line[] {
  return [
    { text: '扫码核验', locale: 'zh', size: 13, face: 'bold' },
    { text: 'Scan to verify', locale: 'en', size: 9, colour: colours.faint, gap: 3 },
    {
      text: '以核验结果为准；文书带有电子签名，可离线核验。',
      locale: 'zh',
      size: 8.5,
      colour: colours.faint,
    },
    {
      text: 'The result of the check prevails. The document carries its electronic signature and can be checked offline.',
      locale: 'en',
      size: 7,
      colour: colours.faint,
      gap: 1,
    },
    { text: verifyUrl, locale: 'zh', size: 7.5, colour: colours.faint },
  ];
}
