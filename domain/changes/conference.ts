import type { CaseFile } from '../caseFile';
import type { CaseEvent } from '../event';
import { ask } from './items';

/** What the conference decided is carried out by each unit that it names; the step of each has its own id. */
export function conferred(file: CaseFile, event: CaseEvent & { type: 'conferred' }): CaseFile {
  const { seq, at, heldOn, units } = event;
  const noted: CaseFile = { ...file, conference: { seq, at, heldOn } };
  return units.reduce((asked, unit) => {
    const { asked: steps } = ask(asked, event, 'followUp', { unit, about: `conference-${seq}` });
    const { [`followUp-${seq}`]: step, ...others } = steps;
    const id = `followUp-${seq}-${unit}`;
    return step ? { ...asked, asked: { ...others, [id]: { ...step, id } } } : asked;
  }, noted);
}
