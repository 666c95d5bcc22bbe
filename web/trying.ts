import { ref, shallowRef, watch } from 'vue';
import { asFailure, type Failure } from './client/failure';
import { newKey } from './client/key';

/**
 * Sends what a form says: one intention, one key. Sending the same again after a broken connection does nothing twice;
 * what was changed since, or refused, is another intention.
 * @param content what is sent, as it stands in the form
 */
export function useTrying(content: () => unknown) {
  const failure = shallowRef<Failure | null>(null);
  const isTrying = ref(false);
  let key = newKey();
  const renew = (): void => {
    key = newKey();
  };
  watch(() => JSON.stringify(content()), renew, { flush: 'sync' });

  /** @returns whether it came about; one try at a time */
  async function attempt(send: (key: string) => Promise<unknown>): Promise<boolean> {
    if (isTrying.value) return false;
    isTrying.value = true;
    failure.value = null;
    try {
      await send(key);
      return true;
    } catch (error) {
      failure.value = asFailure(error);
      if (failure.value.kind !== 'offline') renew();
      return false;
    } finally {
      isTrying.value = false;
    }
  }
  return { attempt, failure, isTrying };
}
