import { dateInShanghai } from '../civilDate';

/** A stretch of days, `YYYY-MM-DD`, counted as clocks count: the day after the first one through the last. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

export function covers({ from, to }: Span, date: string): boolean {
  return date > from && date <= to;
}

/** Stretches in which something held, noted event by event. */
export class Holding {
  private readonly over: Span[] = [];
  private since: string | null = null;

  /** Notes whether it holds from an instant on. */
  note(holds: boolean, at: string): void {
    if (holds) this.since ??= dateInShanghai(at);
    else if (this.since !== null) {
      this.over.push({ from: this.since, to: dateInShanghai(at) });
      this.since = null;
    }
  }

  /** All stretches up to an instant, the one that goes on included. */
  until(at: string): Span[] {
    return this.since === null
      ? [...this.over]
      : [...this.over, { from: this.since, to: dateInShanghai(at) }];
  }
}
