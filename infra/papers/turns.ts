/** Lets so many pieces of work run at a time; the others wait, first come first served. */
export type Turns = <T>(work: () => Promise<T>) => Promise<T>;

export function createTurns(atOnce: number): Turns {
  const waiting: (() => void)[] = [];
  let free = atOnce;
  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      // A turn that ends goes to the next in line; it is free only where nobody waits.
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}
