import { documentKinds } from './documentStatement';
import type { Check } from './checkArea';
import { drawCheckArea } from './checkArea';
import type { TableStyle } from './fieldTable';
import { drawFields, fittingStyle } from './fieldTable';
import { drawFrame } from './frame';
import type { Paper } from './paper';
import { colours, write } from './writing';
import type { Signature } from './sealArea';
import { drawSealArea } from './sealArea';
import type { Fields } from './statementFields';

export const certificatePage = {
  layout: 'landscape',
  margins: { top: 40, right: 40, bottom: 20, left: 40 },
} as const;

const LEFT = 84;
const WIDTH = 674;
const FIELDS = { top: 188, bottom: 410 };
const FOOT = 418;

const style: TableStyle = { labelWidth: 108, valueSize: 15, padding: 6.5 };

/** Draws the certificate (证书) on one landscape page, made to hang on a wall. */
export function drawCertificate(
  paper: Paper,
  content: { readonly no: string; readonly fields: Fields },
  check: Check,
  signature: Signature,
): void {
  drawFrame(paper);
  drawHeading(paper, content.no);
  const { institution, address, serviceMode, ownership, unifiedCode, registrar, places, caseId, validUntil } =
    content.fields;
  const rows = [
    [institution],
    [address],
    [serviceMode, ownership],
    [unifiedCode, registrar],
    [places, caseId],
    ...(validUntil ? [[validUntil]] : []),
  ];
  const fitting = fittingStyle(paper, rows, WIDTH, FIELDS.bottom - FIELDS.top, style);
  drawFields(paper, rows, { x: LEFT, y: FIELDS.top, width: WIDTH }, fitting);
  drawCheckArea(paper, check, { x: LEFT, y: FOOT, textWidth: 245 });
  drawSealArea(paper, signature, { x: 480, y: FOOT + 14, width: 278 });
}

function drawHeading(paper: Paper, no: string): void {
  const { zh, en } = documentKinds.certificate;
  const centred = { align: 'center' } as const;
  const box = { x: LEFT, width: WIDTH };
  const title = [
    { text: zh, locale: 'zh', size: 33, face: 'bold', colour: colours.red, spacing: 7, ...centred },
    { text: en, locale: 'en', size: 12, colour: colours.faint, ...centred },
  ] as const;
  const below = write(paper, paper.root, 'H1', title, { ...box, y: 50 });
  const number = [{ text: `证书编号 No. ${no}`, locale: 'zh', size: 10.5, ...centred }] as const;
  const numbered = write(paper, paper.root, 'P', number, { ...box, y: below + 7 });
  const sentence = [
    { text: '下列机构已完成托育机构备案，特发此证。', locale: 'zh', size: 11.5, ...centred },
    {
      text: 'The institution named below has completed its filing as a childcare institution.',
      locale: 'en',
      size: 8,
      colour: colours.faint,
      ...centred,
    },
  ] as const;
  write(paper, paper.root, 'P', sentence, { ...box, y: numbered + 7 });
}
