import { onScopeDispose, ref, type Ref, shallowRef, type ShallowRef } from 'vue';
import { asFailure, type Failure } from './client/failure';

/** Something that is asked for: what came, what kept it away, and asking again. */
export interface Load<T> {
  readonly data: ShallowRef<T | null>;
  readonly failure: ShallowRef<Failure | null>;
  readonly loading: Ref<boolean>;
  /** It takes so long that whoever waits is told so in words. */
  readonly slow: Ref<boolean>;
  /** Asks again; what came before stays in sight meanwhile. */
  readonly reload: () => Promise<void>;
}

const SLOW_AFTER_MS = 2_000;

/** Only the newest question's answer counts, since an older one may come later. */
export function useLoad<T>(ask: () => Promise<T>): Load<T> {
  const data = shallowRef<T | null>(null);
  const failure = shallowRef<Failure | null>(null);
  const loading = ref(false);
  const slow = ref(false);
  let newest = 0;
  let growsSlow: ReturnType<typeof setTimeout> | undefined;
  const notSlow = (): void => {
    clearTimeout(growsSlow);
    slow.value = false;
  };
  onScopeDispose(() => {
    newest = -1;
    notSlow();
  });
  async function reload(): Promise<void> {
    const own = (newest += 1);
    loading.value = true;
    notSlow();
    growsSlow = setTimeout(() => (slow.value = true), SLOW_AFTER_MS);
    try {
      const came = await ask();
      if (own !== newest) return;
      data.value = came;
      failure.value = null;
    } catch (error) {
      if (own === newest) failure.value = asFailure(error);
    } finally {
      if (own === newest) {
        loading.value = false;
        notSlow();
      }
    }
  }
  void reload();
  return { data, failure, loading, slow, reload };
}
