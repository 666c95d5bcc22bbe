import { computed, reactive, watch } from 'vue';
import { useRoute, useRouter } from 'vue-router';

/** What a list is asked by, kept in the address: a link shows the same list, and so does going back. */
export function useAsked<K extends string>(names: readonly K[]) {
  const route = useRoute();
  const router = useRouter();
  const asked = computed(() => {
    const entries = names.map((name): [K, string] => {
      const value = route.query[name];
      return [name, typeof value === 'string' ? value : ''];
    });
    return Object.fromEntries(entries) as Record<K, string>;
  });
  /** What stands in the form: asked for once it is sent. */
  const form = reactive({ ...asked.value }) as Record<K, string>;
  watch(asked, (now) => Object.assign(form, now));
  return {
    asked,
    form,
    ask: () =>
      router.push({
        query: Object.fromEntries(Object.entries<string>(form).filter(([, value]) => value !== '')),
      }),
    clear: () => router.push({ query: {} }),
  };
}

/** The fields that say something, as a query takes them. */
export function saying<T extends Readonly<Record<string, string | undefined>>>(fields: T): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value)) as Partial<T>;
}
