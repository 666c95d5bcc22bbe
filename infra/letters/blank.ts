import { dateInWords } from '../../domain/dateInWords';
import type { Label } from '../../domain/label';
import type { UnitId } from '../../domain/plan';

/** What a notice says where its event has nothing to say. */
export const blank: Label = { zh: '', en: '' };

export type NameOf = (unit: UnitId | null | undefined) => Label;

export function dayOf(date: string | null | undefined): Label {
  return date ? dateInWords(date) : blank;
}
