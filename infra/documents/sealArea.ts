import { dateInWords } from '../../domain/dateInWords';
import type { Label } from '../../domain/label';
import type { Paper } from './paper';
import type { Box, Line } from './writing';
import { colours, figureOptions, write } from './writing';

/** 42 mm, as wide as the round seal of a district's department. */
const SEAL = 119;

export interface Signature {
  readonly issuer: Label;
  /** `YYYY-MM-DD` */
  readonly issuedOn: string;
  /** A PNG or JPEG file; null leaves the place free for the stamp. */
  readonly sealImage: string | null;
}

/** Signs the document: the unit's name, the date and, where the district gives one, its seal over both. */
export function drawSealArea(paper: Paper, signature: Signature, box: Box): number {
  const { issuer, sealImage } = signature;
  const date = dateInWords(signature.issuedOn);
  const centred = { align: 'center' } as const;
  const name: Line[] = [
    { text: issuer.zh, locale: 'zh', size: 15, face: 'bold', ...centred },
    { text: issuer.en, locale: 'en', size: 8.5, colour: colours.faint, ...centred },
  ];
  if (sealImage === null) {
    name.push({ text: '（盖章 Seal）', locale: 'zh', size: 9, colour: colours.faint, ...centred });
  }
  const dated: Line[] = [
    { text: date.zh, locale: 'zh', size: 13, ...centred },
    { text: date.en, locale: 'en', size: 8.5, colour: colours.faint, ...centred },
  ];
  const middle = write(paper, paper.root, 'P', name, box);
  const end = write(paper, paper.root, 'P', dated, { ...box, y: middle + 12 });
  if (sealImage !== null) drawSeal(paper, issuer, sealImage, box, (box.y + end) / 2);
  return end;
}

function drawSeal(paper: Paper, issuer: Label, image: string, box: Box, centre: number): void {
  const [x, y] = [box.x + (box.width - SEAL) / 2, centre - SEAL / 2];
  const alt = `${issuer.zh}印章 Seal of ${issuer.en}`;
  const draw = () => paper.doc.image(image, x, y, { width: SEAL, height: SEAL });
  paper.root.add(paper.doc.struct('Figure', figureOptions(alt, { x, y, size: SEAL }), draw));
}
