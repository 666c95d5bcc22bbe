import type { Label } from '../../domain/label';
import type { Happening } from '../contracts/event';
import type { AllowedAct } from '../contracts/workItem';
import type { ProblemCode } from './problemKinds';

/** One field at fault; the words are chosen when the answer's language is known. */
export interface FieldFault {
  readonly pointer: string;
  readonly code: string;
  readonly message: Label;
  readonly expected?: readonly string[] | undefined;
}

export interface ProblemDetails {
  readonly detail?: Label;
  readonly errors?: readonly FieldFault[];
  readonly allowed?: readonly AllowedAct[];
  readonly meanwhile?: readonly Happening[];
  readonly headers?: Readonly<Record<string, string>>;
}

/** What a caller is told instead of an answer; the code decides status and title. */
export class Problem extends Error {
  override readonly name = 'Problem';
  constructor(
    readonly code: ProblemCode,
    readonly details: ProblemDetails = {},
  ) {
    super(code);
  }
}
