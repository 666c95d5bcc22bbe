import { computed, onScopeDispose, ref, shallowRef } from 'vue';
import { onBeforeRouteLeave } from 'vue-router';
import { answered, api } from '../client/client';
import { asFailure, type Failure } from '../client/failure';
import { newKey } from '../client/key';

/** A photograph that is still to be sent: of one finding, or of none. */
export interface Taken<About = unknown> {
  readonly file: File;
  readonly about: About | null;
  /** By which it is known when it is sent again after a broken connection. */
  readonly key: string;
}

/**
 * Photographs that are not sent yet. Unlike words they live on this page alone: whoever leaves it is asked before, and
 * what could not be sent stays in sight until it is sent or left out.
 * @param leave what is asked of whoever leaves
 */
export function useTaken<About>(leave: () => string) {
  const taken = shallowRef<readonly Taken<About>[]>([]);
  const failure = shallowRef<Failure | null>(null);
  const isSending = ref(false);
  const leaving = (event: BeforeUnloadEvent): void => {
    if (taken.value.length > 0) event.preventDefault();
  };
  window.addEventListener('beforeunload', leaving);
  onScopeDispose(() => window.removeEventListener('beforeunload', leaving));
  onBeforeRouteLeave(() => taken.value.length === 0 || window.confirm(leave()));

  /** Sends one after another to a work item. @returns whether all of them arrived */
  async function send(
    item: string,
    findingNoOf: (about: About | null) => number | undefined,
  ): Promise<boolean> {
    if (isSending.value) return false;
    isSending.value = true;
    failure.value = null;
    try {
      for (let next = taken.value[0]; next; next = taken.value[0]) {
        await sendPhotographs(item, [next.file], findingNoOf(next.about), next.key);
        taken.value = taken.value.slice(1);
      }
      return true;
    } catch (error) {
      failure.value = asFailure(error);
      return false;
    } finally {
      isSending.value = false;
    }
  }
  return {
    taken: computed(() => taken.value),
    failure,
    isSending,
    send,
    take: (files: readonly File[], about: About | null): void => {
      taken.value = [...taken.value, ...files.map((file) => ({ file, about, key: newKey() }))];
    },
    leaveOut: (isOut: (photograph: Taken<About>) => boolean): void => {
      taken.value = taken.value.filter((each) => !isOut(each));
      failure.value = null;
    },
  };
}

/** Sends photographs of a visit, or proof of what was rectified. @throws Failure */
export function sendPhotographs(
  item: string,
  files: readonly File[],
  findingNo: number | undefined,
  key: string,
) {
  const body = { file: files as unknown as string[], ...(findingNo !== undefined && { findingNo }) };
  const bodySerializer = () => {
    const form = new FormData();
    if (findingNo !== undefined) form.append('findingNo', String(findingNo));
    for (const file of files) form.append('file', file);
    return form;
  };
  return answered(
    api.POST('/api/v1/work-items/{id}/photographs', {
      params: { path: { id: item }, header: { 'Idempotency-Key': key, Prefer: 'wait=10' } },
      body,
      bodySerializer,
    }),
  );
}

/** The photographs and proofs of a case, in the order in which they came. @throws Failure */
export async function photographsOf(caseId: string) {
  const { papers } = await answered(
    api.GET('/api/v1/cases/{caseId}/photographs', { params: { path: { caseId } } }),
  );
  return papers;
}
