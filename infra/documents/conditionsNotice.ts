import type { Condition } from '../../domain/condition';
import type { Label } from '../../domain/label';
import type { Basis } from '../../domain/plan';
import type { Paper } from './paper';
import type { Box, Line } from './writing';
import { colours, heightOf, write } from './writing';

const title: Label = {
  zh: '托育机构基本条件告知书',
  en: 'Notice of the Basic Conditions for Childcare Institutions',
};
const lead: Label = {
  zh: '托育机构应当持续符合下列基本条件，并接受监督检查：',
  en: 'A childcare institution keeps to these basic conditions at all times and is supervised on them:',
};

const NUMBER_WIDTH = 26;

/** Appends the notice that goes with the receipt, on pages of its own, as many as the list needs. */
export function drawConditionsNotice(paper: Paper, conditions: readonly Condition[]): void {
  const { doc, root } = paper;
  doc.addPage();
  const { left, right, top } = doc.page.margins;
  const box = { x: left, width: doc.page.width - left - right };
  const heading: Line[] = [
    { text: title.zh, locale: 'zh', size: 20, face: 'bold', align: 'center', spacing: 2 },
    { text: title.en, locale: 'en', size: 10, colour: colours.faint, align: 'center' },
  ];
  const headed = write(paper, root, 'H2', heading, { ...box, y: top });
  let y = write(paper, root, 'P', bilingual(lead), { ...box, y: headed + 14 }) + 8;
  const list = doc.struct('L');
  root.add(list);
  conditions.forEach((condition, index) => {
    y = drawCondition(paper, list, `${index + 1}.`, condition, { ...box, y });
  });
  list.end();
}

/** A condition is never split between pages. Answers where the next one begins. */
function drawCondition(
  paper: Paper,
  list: PDFKit.PDFStructureElement,
  number: string,
  { rule, basis }: Condition,
  box: Box,
): number {
  const { doc } = paper;
  const lines = [...bilingual(rule), basisLine(basis)];
  const width = box.width - NUMBER_WIDTH;
  const fits = box.y + heightOf(paper, lines, width) <= doc.page.maxY();
  if (!fits) doc.addPage();
  const y = fits ? box.y : doc.page.margins.top;
  const item = doc.struct('LI');
  list.add(item);
  write(paper, item, 'Lbl', [{ text: number, locale: 'zh', size: 11.5 }], {
    x: box.x,
    y,
    width: NUMBER_WIDTH,
  });
  const end = write(paper, item, 'LBody', lines, { x: box.x + NUMBER_WIDTH, y, width });
  item.end();
  return end + 9;
}

/** Nobody may rely on a number that the bureau has yet to confirm, so the notice says which those are. */
function basisLine({ clause, confirmed }: Basis): Line {
  const open = confirmed ? '' : '（待主管部门确认 to be confirmed by the bureau）';
  return { text: `依据 Basis：${clause}${open}`, locale: 'zh', size: 8.5, colour: colours.faint };
}

function bilingual({ zh, en }: Label): Line[] {
  return [
    { text: zh, locale: 'zh', size: 11.5, gap: 2 },
    { text: en, locale: 'en', size: 8.5, colour: colours.faint },
  ];
}
