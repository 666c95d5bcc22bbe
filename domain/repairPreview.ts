import { systemActor } from './actor';
import type { CaseFile, WorkItem } from './caseFile';
import { applied } from './changes/repairs';
import type { Deadline } from './deadline';
import type { EventBody, Repair } from './event';
import { fold } from './fold';
import { valuesOf } from './label';
import { type Moment, nextOfItself, openingOf } from './opening';
import { openItems, standsAt } from './process';
import { steps } from './vocabulary';

/** A work item whose limit moves. */
export interface MovedLimit {
  readonly item: WorkItem;
  readonly from: Deadline;
  readonly to: Deadline;
}

/** What becomes of the work items of a case. */
export interface Consequences {
  readonly closes: readonly WorkItem[];
  readonly opens: readonly WorkItem[];
  readonly moves: readonly MovedLimit[];
}

/** What a repair would make of a case, to its last consequence; nothing is written. */
export function previewRepair(file: CaseFile, repair: Repair, at: string, moment: Moment): Consequences {
  const repaired = applied(file, repair, { seq: file.seq + 1, at });
  return consequences(file, conducted({ ...repaired, seq: file.seq + 1, lastAt: at }, at, moment));
}

/** How the work items of a case differ from what they were. */
export function consequences(before: CaseFile, after: CaseFile): Consequences {
  const [were, are] = [openItems(before), openItems(after)];
  const isIn = (items: readonly WorkItem[], { id }: WorkItem) => items.some((item) => item.id === id);
  return {
    closes: were.filter((item) => !isIn(are, item)),
    opens: are.filter((item) => !isIn(were, item)),
    moves: are.flatMap((item) => {
      const from = before.items[item.id]?.deadline;
      return from && isIn(were, item) && from.dueAt !== item.deadline.dueAt
        ? [{ item, from, to: item.deadline }]
        : [];
    }),
  };
}

/** The case once its clocks have moved and everything that is due is open. */
function conducted(file: CaseFile, at: string, moment: Moment): CaseFile {
  const body = nextOfItself(file, at, moment) ?? opening(file, moment);
  if (body === null) return file;
  const actor = { sub: systemActor.sub, unit: systemActor.unit };
  const event = { ...body, seq: file.seq + 1, at, actor };
  return conducted(fold(file, [event], file.caseId), at, moment);
}

function opening(file: CaseFile, moment: Moment): EventBody | null {
  const stage = standsAt(file);
  return stage && openingOf(file, stage, valuesOf(steps), moment);
}
