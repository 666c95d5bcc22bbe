import { computed, onScopeDispose, ref, shallowRef } from 'vue';
import { asFailure, type Failure } from '../client/failure';
import type { Draft, UnfinishedApplication } from '../client/wire';
import { saveDraft } from './drafts';

const AFTER_MS = 1_200;

/** A draft that is saved by itself a moment after each change, one save after another. */
export function useSaving(
  draft: Draft,
  firstEtag: string,
  content: () => UnfinishedApplication,
  saved: () => unknown,
) {
  let etag = firstEtag;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> = Promise.resolve();
  const changed = ref(false);
  const at = ref(draft.updatedAt);
  const failure = shallowRef<Failure | null>(null);

  async function save(): Promise<void> {
    if (!changed.value) return;
    changed.value = false;
    try {
      const answer = await saveDraft(draft.id, etag, content());
      etag = answer.etag;
      at.value = answer.data.updatedAt;
      failure.value = null;
      saved();
    } catch (error) {
      changed.value = true;
      failure.value = asFailure(error);
    }
  }
  /** Saves what is not saved yet, after what is being saved. */
  function now(): Promise<void> {
    clearTimeout(timer);
    running = running.then(save);
    return running;
  }
  const leaving = (event: BeforeUnloadEvent): void => {
    if (changed.value) event.preventDefault();
  };
  window.addEventListener('beforeunload', leaving);
  onScopeDispose(() => {
    window.removeEventListener('beforeunload', leaving);
    void now();
  });
  return {
    at,
    failure,
    isSaved: computed(() => !changed.value),
    etag: () => etag,
    now,
    touch(): void {
      changed.value = true;
      clearTimeout(timer);
      timer = setTimeout(() => void now(), AFTER_MS);
    },
  };
}
