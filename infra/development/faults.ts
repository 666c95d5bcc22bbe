/** A misbehaviour that tests ask for: `times` times (for good where absent), only where `applies`. */
export interface Fault<Kind extends string | number> {
  readonly kind: Kind;
  readonly times?: number | undefined;
  /** Only for this recipient of mails, or this case of pushes; absent: for all. */
  readonly only?: string | undefined;
}

export interface Faults<Kind extends string | number> {
  /** Replaces what was asked for before; null: behave again. */
  ask(fault: Fault<Kind> | null): void;
  /** The misbehaviour that is due now among `kinds`, counted down as it is taken. */
  take(kinds: readonly Kind[], about?: string): Kind | null;
}

/** Kept in memory only: a part that starts anew behaves. */
export function createFaults<Kind extends string | number>(): Faults<Kind> {
  let asked: Fault<Kind> | null = null;
  let left = 0;
  return {
    ask(fault) {
      asked = fault;
      left = fault?.times ?? Infinity;
    },
    take(kinds, about) {
      if (asked === null || left <= 0 || !kinds.includes(asked.kind)) return null;
      if (asked.only !== undefined && asked.only !== about) return null;
      left -= 1;
      return asked.kind;
    },
  };
}
