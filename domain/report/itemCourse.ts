import type { WorkItem } from '../caseFile';
import type { Labels } from '../label';
import { Holding, type Span } from './span';

/** What became of a work item's limit, each at its own moment: so months add up to their year. */
export const turns = {
  inTime: { zh: '按期办理', en: 'Answered in time' },
  passed: { zh: '逾期', en: 'Limit passed' },
  lifted: { zh: '逾期后期限顺延', en: 'Passed, then moved ahead' },
  late: { zh: '逾期后办理', en: 'Answered late' },
  passedOver: { zh: '逾期未办即终结', en: 'Passed over unanswered' },
} as const satisfies Labels<string>;
export type Turn = keyof typeof turns;

export interface ItemTurn {
  readonly turn: Turn;
  readonly at: string;
  /** The days on which its clock ran since it opened, up to then. */
  readonly ran: readonly Span[];
}

/** How one work item went. */
export interface ItemCourse {
  /** As it was last. */
  readonly item: WorkItem;
  readonly turns: readonly ItemTurn[];
  /** When it was open, and when its clock ran too. */
  readonly open: readonly Span[];
  readonly ran: readonly Span[];
}

/** Follows one work item from event to event. */
export class ItemTrack {
  private readonly turns: ItemTurn[] = [];
  private readonly open = new Holding();
  private readonly running = new Holding();
  private sinceOpening = new Holding();
  private hadLimit = false;
  private last: WorkItem | null = null;

  note(item: WorkItem, at: string): void {
    const { last } = this;
    const isOpen = item.status === 'open';
    const runs = isOpen && !item.stopped;
    if (isOpen && last?.status !== 'open') this.sinceOpening = new Holding();
    this.hadLimit ||= runs;
    this.open.note(isOpen, at);
    this.running.note(runs, at);
    this.sinceOpening.note(runs, at);
    for (const turn of turnsBetween(last, item, this.hadLimit)) {
      this.turns.push({ turn, at, ran: this.sinceOpening.until(at) });
    }
    this.last = item;
  }

  course(item: WorkItem, until: string): ItemCourse {
    return { item, turns: this.turns, open: this.open.until(until), ran: this.running.until(until) };
  }
}

/** What became of a limit by one event. What the law takes for an answer (行政许可法 第三十二条) is none of the unit's. */
function turnsBetween(before: WorkItem | null, after: WorkItem, hadLimit: boolean): Turn[] {
  if (before?.status !== 'open') return [];
  const [had, has] = [before.limitPassed, after.limitPassed];
  if (after.status === 'open') return had === has ? [] : [has ? 'passed' : 'lifted'];
  if (!had && has) return ['passed', 'passedOver'];
  if (after.status === 'closed') return had ? ['passedOver'] : [];
  if (had) return ['late'];
  return hadLimit ? ['inTime'] : [];
}
