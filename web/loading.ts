import { onScopeDispose, ref, type Ref, shallowRef, type ShallowRef } from 'vue';
import { asFailure, type Failure } from './client/failure';

/** Something that is asked for: what came, what kept it away, and asking again. */
export interface Load<T> {
  readonly data: ShallowRef<T | null>;
  readonly failure: ShallowRef<Failure | null>;
  readonly loading: Ref<boolean>;
  /** Asks again; what came before stays in sight meanwhile. */
  readonly reload: () => Promise<void>;
}

/** Only the newest question's answer counts, since an older one may come later. */
export function useLoad<T>(ask: () => Promise<T>): Load<T> {
  const data = shallowRef<T | null>(null);
  const failure = shallowRef<Failure | null>(null);
  const loading = ref(false);
  let newest = 0;
  onScopeDispose(() => (newest = -1));
  async function reload(): Promise<void> {
    const own = (newest += 1);
    loading.value = true;
    try {
      const came = await ask();
      if (own !== newest) return;
      data.value = came;
      failure.value = null;
    } catch (error) {
      if (own === newest) failure.value = asFailure(error);
    } finally {
      if (own === newest) loading.value = false;
    }
  }
  void reload();
  return { data, failure, loading, reload };
}
