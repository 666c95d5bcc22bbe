import type { ActBody } from '../act';
import type { CaseFile } from '../caseFile';
import { askedOf } from '../changes/items';
import { awaitsService } from '../permission';
import {
  type ActContext,
  demand,
  demandDay,
  only,
  type Performed,
  type Performing,
  withWords,
} from './performed';

type Body<A extends ActBody['act']> = Extract<ActBody, { act: A }>;

/** Handed over on paper or sent by post: on or after the day it was written. */
export const serve: Performing<Body<'serve'>> = (file, item, { how, on, to }, context) => {
  const no = askedOf(file, item).about;
  const written = file.letters.find((letter) => letter.no === no)?.on ?? '';
  demandDay(on, '/on', written, context);
  return withWords({ type: 'letterServed', item: item.id, letter: no, how, on }, { to });
};

/** Taken note of by the applicant in the portal. */
export function acknowledge(
  file: CaseFile,
  { letter }: Body<'acknowledge'>,
  { today }: ActContext,
): Performed {
  checkLetter(file, letter);
  return only({ type: 'letterServed', item: null, letter, how: 'portal', on: today });
}

/** The mail that carried it was taken by the addressee's server. */
export function confirmService(
  file: CaseFile,
  { letter }: Body<'confirmService'>,
  { today }: ActContext,
): Performed {
  checkLetter(file, letter);
  return only({ type: 'letterServed', item: null, letter, how: 'mail', on: today });
}

export function reportUndeliverable(file: CaseFile, { letter }: Body<'reportUndeliverable'>): Performed {
  checkLetter(file, letter);
  return only({ type: 'serviceFailed', letter });
}

function checkLetter(file: CaseFile, no: string): void {
  const letter = file.letters.find((each) => each.no === no);
  const waiting = file.letters.filter(awaitsService).map((each) => each.no);
  demand(letter !== undefined, 'unknownLetter', '/letter', waiting);
  demand(letter?.void === false, 'letterVoid', '/letter', waiting);
  demand(letter?.served === null, 'letterServed', '/letter', waiting);
}
