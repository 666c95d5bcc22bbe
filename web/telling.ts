import { shallowRef } from 'vue';

const SECONDS = 6;

/** What was done last, for a while. */
export const told = shallowRef<{ readonly no: number; readonly words: string } | null>(null);

let no = 0;

/** Says that something was done, in sight and to screen readers. */
export function tell(words: string): void {
  const own = (no += 1);
  told.value = { no: own, words };
  setTimeout(() => {
    if (told.value?.no === own) told.value = null;
  }, SECONDS * 1_000);
}
