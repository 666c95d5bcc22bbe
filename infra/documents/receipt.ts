import { documentKinds } from './documentStatement';
import type { Check } from './checkArea';
import { drawCheckArea, QR_SIZE } from './checkArea';
import type { TableStyle } from './fieldTable';
import { drawFields, fittingStyle } from './fieldTable';
import type { Paper } from './paper';
import type { Line } from './writing';
import { colours, decorate, write } from './writing';
import type { Signature } from './sealArea';
import { drawSealArea } from './sealArea';
import type { Field, FieldName } from './statementFields';

export const receiptPage = {
  layout: 'portrait',
  margins: { top: 64, right: 64, bottom: 64, left: 64 },
} as const;

const LEFT = 64;
const WIDTH = 467;
const SEAL_TOP = 520;
const CHECK_TOP = 768 - QR_SIZE;

const style: TableStyle = { labelWidth: 118, valueSize: 12.5, padding: 4 };

/** Draws the filing receipt (备案回执) as a letter to the institution, on one upright page. */
export function drawReceipt(
  paper: Paper,
  content: { readonly no: string; readonly fields: Readonly<Record<FieldName, Field>> },
  check: Check,
  signature: Signature,
): void {
  const { fields } = content;
  const below = drawLetter(paper, content.no, fields.institution.zh);
  const { address, serviceMode, ownership, places, unifiedCode, registrar, caseId } = fields;
  const rows = [[address], [serviceMode], [ownership], [places], [unifiedCode], [registrar], [caseId]];
  const fitting = fittingStyle(paper, rows, WIDTH, SEAL_TOP - below, style);
  const end = drawFields(paper, rows, { x: LEFT, y: below, width: WIDTH }, fitting);
  drawSealArea(paper, signature, { x: 355, y: Math.max(SEAL_TOP, end) + 16, width: 176 });
  drawCheckArea(paper, check, { x: LEFT, y: CHECK_TOP, textWidth: WIDTH - QR_SIZE - 6 });
}

/** Answers where the fields begin. */
function drawLetter(paper: Paper, no: string, institution: string): number {
  const box = { x: LEFT, width: WIDTH };
  const { zh, en } = documentKinds.filingReceipt;
  const title: Line[] = [
    { text: zh, locale: 'zh', size: 26, face: 'bold', colour: colours.red, spacing: 4, align: 'center' },
    { text: en, locale: 'en', size: 11, colour: colours.faint, align: 'center' },
  ];
  const ruled = write(paper, paper.root, 'H1', title, { ...box, y: 60 }) + 10;
  decorate(paper, () => {
    paper.doc
      .moveTo(LEFT, ruled)
      .lineTo(LEFT + WIDTH, ruled)
      .lineWidth(1.8)
      .stroke(colours.red);
  });
  const number: Line[] = [{ text: `编号 No. ${no}`, locale: 'zh', size: 10.5, align: 'right' }];
  const numbered = write(paper, paper.root, 'P', number, { ...box, y: ruled + 8 });
  const addressed = write(paper, paper.root, 'P', [addressee(institution)], { ...box, y: numbered + 10 });
  return write(paper, paper.root, 'P', body, { ...box, y: addressed + 4 }) + 10;
}

const addressee = (institution: string): Line => ({
  text: `${institution}：`,
  locale: 'zh',
  size: 14,
  face: 'bold',
});

/** 国卫办人口发〔2019〕25号: the receipt acknowledges the papers; the check of their conformity goes on. */
const body: readonly Line[] = [
  {
    text: '　　你单位提交的托育机构备案材料已收悉，现予备案，特此回执。备案材料不符合要求的，将在规定期限内告知并说明理由，本回执不免除该项核对。',
    locale: 'zh',
    size: 12,
    gap: 3,
  },
  {
    text: 'Your filing papers as a childcare institution have been received and filed. Should they not conform, you will be told so with reasons within the time limit; this receipt does not end that check.',
    locale: 'en',
    size: 8.5,
    colour: colours.faint,
  },
];
