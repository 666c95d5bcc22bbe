import type { CaseFile, WorkItem } from '../caseFile';
import type { CaseEvent } from '../event';
import { fold } from '../fold';

/** How one work item went. ISO instants. */
export interface ItemCourse {
  readonly item: WorkItem;
  readonly openedAt: string;
  /** Null while it is open. */
  readonly endedAt: string | null;
  /** `done` was answered by its unit; `closed` was overtaken by another's act, which counts for nobody. */
  readonly end: 'done' | 'closed' | null;
  /** When its limit passed unanswered; null where it did not, or was moved ahead again. */
  readonly passedAt: string | null;
}

/** How a case went, item by item, and where it stands after its last event. */
export interface CaseCourse {
  readonly file: CaseFile;
  readonly submittedAt: string;
  readonly closedAt: string | null;
  readonly items: readonly ItemCourse[];
}

/** The course of a case by its events up to an instant; null where it had not begun. */
export function courseOf(caseId: string, all: readonly CaseEvent[], until: string): CaseCourse | null {
  const events = all.filter(({ at }) => at < until);
  const [first] = events;
  if (!first) return null;
  const ended = new Map<string, string>();
  const passed = new Map<string, string>();
  let file: CaseFile | null = null;
  let closedAt: string | null = null;
  for (const event of events) {
    const next: CaseFile = fold(file, [event], caseId);
    for (const { id, status, limitPassed } of Object.values(next.items)) {
      note(ended, id, status !== 'open', event.at);
      note(passed, id, limitPassed, event.at);
    }
    closedAt = next.outcome === null ? null : (closedAt ?? event.at);
    file = next;
  }
  if (!file) return null;
  const items = Object.values(file.items).map((item): ItemCourse => ({
    item,
    openedAt: item.openedAt,
    endedAt: ended.get(item.id) ?? null,
    end: item.status === 'open' ? null : item.status,
    passedAt: passed.get(item.id) ?? null,
  }));
  return { file, submittedAt: first.at, closedAt, items };
}

/** Keeps since when something holds, and forgets it once it does not any more. */
function note(since: Map<string, string>, id: string, holds: boolean, at: string): void {
  if (!holds) since.delete(id);
  else if (!since.has(id)) since.set(id, at);
}
