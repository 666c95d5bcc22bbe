import type { Label } from '../../domain/label';

/** A kind of problem: what it is called, and under which status it is answered. */
export interface ProblemKind {
  readonly status: number;
  readonly title: Label;
  /** What the caller can do about it. */
  readonly mend: Label;
}
