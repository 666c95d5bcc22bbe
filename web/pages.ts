import { ref, shallowRef } from 'vue';
import { asFailure } from './client/failure';
import { type Load, useLoad } from './loading';

/** One page of a list of the API. */
export interface Page<T> {
  readonly entries: readonly T[];
  readonly next: string | null;
}

export interface Pages<T> {
  readonly load: Load<readonly T[]>;
  /** Whether the list goes on. */
  readonly hasMore: () => boolean;
  readonly more: () => Promise<void>;
  /** Reads again as much as is shown; what is shown stays where that fails. */
  readonly renew: () => Promise<void>;
}

/** A whole list, page after page. @throws Failure */
export async function everyPage<T>(ask: (cursor: string | undefined) => Promise<Page<T>>): Promise<T[]> {
  const found: T[] = [];
  let cursor: string | undefined;
  do {
    const page = await ask(cursor);
    found.push(...page.entries);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return found;
}

/** A list that is shown page by page, each below the one before. */
export function usePages<T>(ask: (cursor: string | undefined) => Promise<Page<T>>): Pages<T> {
  const next = shallowRef<string | null>(null);
  const busy = ref(false);
  const load = useLoad(async () => {
    const page = await ask(undefined);
    next.value = page.next;
    return page.entries;
  });
  const isAsking = () => load.loading.value;
  return {
    load,
    hasMore: () => next.value !== null,
    async renew() {
      const before = load.data.value;
      const shown = before?.length ?? 0;
      if (busy.value || isAsking()) return;
      busy.value = true;
      try {
        let page = await ask(undefined);
        let entries = page.entries;
        while (entries.length < shown && page.next !== null) {
          page = await ask(page.next);
          entries = [...entries, ...page.entries];
        }
        // Another question was asked meanwhile.
        if (isAsking() || load.data.value !== before) return;
        load.data.value = entries;
        next.value = page.next;
      } catch {
        // The next change, or the reader, asks again.
      } finally {
        busy.value = false;
      }
    },
    async more() {
      if (next.value === null || busy.value) return;
      busy.value = true;
      try {
        const page = await ask(next.value);
        load.data.value = [...(load.data.value ?? []), ...page.entries];
        next.value = page.next;
      } catch (error) {
        load.failure.value = asFailure(error);
      } finally {
        busy.value = false;
      }
    },
  };
}
