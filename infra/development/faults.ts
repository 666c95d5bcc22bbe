/** A misbehaviour that is asked for: `times` times (for good where absent). */
export interface Fault<Kind extends string | number> {
  readonly kind: Kind;
  readonly times?: number | undefined;
  /** Only for this recipient of mails, or this case of pushes; absent: for all. */
  readonly only?: string | undefined;
}

export interface Faults<Kind extends string | number> {
  /** Replaces what was asked for the same before; null: behave again in every respect. */
  ask(fault: Fault<Kind> | null): void;
  /** The misbehaviour that is due now among `kinds`, counted down as it is taken. */
  take(kinds: readonly Kind[], about?: string): Kind | null;
}

/** Kept in memory only: a part that starts anew behaves. */
export function createFaults<Kind extends string | number>(): Faults<Kind> {
  const asked = new Map<string | undefined, { readonly kind: Kind; left: number }>();
  return {
    ask(fault) {
      if (fault === null) asked.clear();
      else asked.set(fault.only, { kind: fault.kind, left: fault.times ?? Infinity });
    },
    take(kinds, about) {
      const candidates = about === undefined ? [undefined] : [about, undefined];
      const due = candidates
        .map((only) => asked.get(only))
        .find((fault) => fault && fault.left > 0 && kinds.includes(fault.kind));
      if (!due) return null;
      due.left -= 1;
      return due.kind;
    },
  };
}
