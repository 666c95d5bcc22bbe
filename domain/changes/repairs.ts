import type { CaseFile } from '../caseFile';
import type { CaseEvent, Repair } from '../event';
import { ADMINISTRATION } from '../itinerary';
import { answered, ask } from './items';
import { extended } from './extensions';
import { backTo } from './returns';

type Of<T extends CaseEvent['type']> = CaseEvent & { type: T };

export function repairProposed(file: CaseFile, event: Of<'repairProposed'>): CaseFile {
  const proposed = { ...file, repair: { repair: event.repair, by: event.actor.sub } };
  return ask(proposed, event, 'confirmRepair', { unit: ADMINISTRATION, about: event.repair.kind });
}

export function repaired(file: CaseFile, event: Of<'repaired'>): CaseFile {
  return { ...applied(answered(file, event), event.repair, event), repair: null };
}

/** What a repair makes of a case; its preview is the same function. */
export function applied(file: CaseFile, repair: Repair, event: Pick<CaseEvent, 'seq' | 'at'>): CaseFile {
  switch (repair.kind) {
    case 'move':
      return backTo(file, repair.to, event);
    case 'correctDate':
      return { ...file, dates: { ...file.dates, [repair.date]: repair.to } };
    case 'extend':
      return extended(file, repair.clock, repair.days);
  }
}
