import type { Label } from '../../domain/label';

/** What a check says of a part: it is well; it works, but somebody should look; it does not work. */
export const marks = { well: '✓', doubtful: '!', ill: '✗' } as const;
export type Condition = keyof typeof marks;

export interface Finding {
  readonly condition: Condition;
  readonly what: Label;
  /** What to do; absent where there is nothing to do. */
  readonly mend?: Label;
}

export function well(zh: string, en: string): Finding {
  return { condition: 'well', what: { zh, en } };
}

export function doubtful(what: Label, mend: Label): Finding {
  return { condition: 'doubtful', what, mend };
}

export function ill(what: Label, mend: Label): Finding {
  return { condition: 'ill', what, mend };
}

/** The words of an error, with those of its cause, on one line. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const own = error.message || ('code' in error ? String(error.code) : error.name);
  const cause = error.cause instanceof Error ? `: ${reasonOf(error.cause)}` : '';
  return `${own}${cause}`.replace(/\s+/g, ' ').trim();
}
