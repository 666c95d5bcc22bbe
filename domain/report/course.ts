import type { CaseFile, WorkItem } from '../caseFile';
import type { CaseEvent } from '../event';
import { fold } from '../fold';
import { standsAt } from '../process';
import type { Outcome, Stage } from '../vocabulary';
import { type ItemCourse, ItemTrack } from './itemCourse';
import { Holding, type Span } from './span';

/** An outcome that stood, and until when: an act that is amended opens its case again. ISO instants. */
export interface Closing {
  readonly outcome: Outcome;
  readonly at: string;
  readonly takenBackAt: string | null;
}

/** How a case went, item by item, and where it stands after its last event. */
export interface CaseCourse {
  readonly file: CaseFile;
  readonly submittedAt: string;
  readonly closings: readonly Closing[];
  /** When it stood at each stage that it came to. */
  readonly stood: readonly { readonly stage: Stage; readonly spans: readonly Span[] }[];
  readonly items: readonly ItemCourse[];
}

/** The course of a case by its events up to an instant; null where it had not begun. */
export function courseOf(caseId: string, all: readonly CaseEvent[], until: string): CaseCourse | null {
  const events = all.filter(({ at }) => at < until);
  const [first] = events;
  if (!first) return null;
  const tracks = new Map<string, ItemTrack>();
  const stood = new Map<Stage, Holding>();
  const closings: Closing[] = [];
  let file: CaseFile | null = null;
  for (const event of events) {
    const next: CaseFile = fold(file, [event], caseId);
    for (const item of Object.values(next.items)) {
      if (item !== file?.items[item.id]) keptFor(tracks, item.id, () => new ItemTrack()).note(item, event.at);
    }
    noteStage(stood, standsAt(next), event.at);
    noteOutcome(closings, next.outcome, event.at);
    file = next;
  }
  if (!file) return null;
  return {
    file,
    submittedAt: first.at,
    closings,
    stood: [...stood].map(([stage, held]) => ({
      stage,
      spans: sinceReceipt(stage, held.until(until), file),
    })),
    items: Object.values(file.items).map((item) => itemCourse(tracks, item, file, until)),
  };
}

function itemCourse(
  tracks: Map<string, ItemTrack>,
  item: WorkItem,
  file: CaseFile,
  until: string,
): ItemCourse {
  const course = keptFor(tracks, item.id, () => new ItemTrack()).course(item, until);
  return item.step === 'accept' && item.round === 1
    ? { ...course, open: sinceReceipt('acceptance', course.open, file) }
    : course;
}

/** An application that was entered late was the clerk's from its receipt on, as its clock is. */
function sinceReceipt(stage: Stage, [first, ...others]: readonly Span[], { dates }: CaseFile): Span[] {
  if (!first) return [];
  const from = stage === 'acceptance' && dates.receipt < first.from ? dates.receipt : first.from;
  return [{ ...first, from }, ...others];
}

function noteStage(stood: Map<Stage, Holding>, at: Stage | null, instant: string): void {
  for (const [stage, held] of stood) if (stage !== at) held.note(false, instant);
  if (at !== null) keptFor(stood, at, () => new Holding()).note(true, instant);
}

function noteOutcome(closings: Closing[], outcome: Outcome | null, at: string): void {
  const last = closings.at(-1);
  const standing = last?.takenBackAt === null ? last : undefined;
  if (standing?.outcome === outcome || (!standing && outcome === null)) return;
  if (standing) closings[closings.length - 1] = { ...standing, takenBackAt: at };
  if (outcome !== null) closings.push({ outcome, at, takenBackAt: null });
}

function keptFor<K, V>(map: Map<K, V>, key: K, made: () => V): V {
  const found = map.get(key) ?? made();
  map.set(key, found);
  return found;
}
