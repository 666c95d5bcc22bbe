import { type Ref, ref, watch } from 'vue';

/** A choice that this browser remembers; where it may not keep anything, it holds until the page is left. */
export function kept<T extends string>(name: string, usual: T, values: readonly T[]): Ref<T> {
  const key = `onewindow.${name}`;
  const found = read(key);
  const choice = ref(values.find((value) => value === found) ?? usual) as Ref<T>;
  watch(choice, (value) => write(key, value));
  return choice;
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // A browser that keeps nothing is used all the same.
  }
}
