import { newKey } from './key';
import { answered, api } from './client';

/** Where papers are handed in: with a draft, or with a case. */
export type PaperPlace = { readonly draft: string } | { readonly caseId: string };

const WAIT = 'wait=10';

/** Hands in files for one material; the answer comes once the scanner has looked, or after a while. @throws Failure */
export async function handIn(place: PaperPlace, material: string, files: readonly File[]) {
  const header = { 'Idempotency-Key': newKey(), Prefer: WAIT };
  // The files themselves go out: the description types them as the text that JSON would make of them.
  const body = { material, file: files as unknown as string[] };
  const bodySerializer = () => {
    const form = new FormData();
    form.append('material', material);
    for (const file of files) form.append('file', file);
    return form;
  };
  return 'draft' in place
    ? answered(
        api.POST('/api/v1/applications/{id}/papers', {
          params: { path: { id: place.draft }, header },
          body,
          bodySerializer,
        }),
      )
    : answered(
        api.POST('/api/v1/cases/{caseId}/papers', {
          params: { path: { caseId: place.caseId }, header },
          body,
          bodySerializer,
        }),
      );
}

/** The checklist of a draft or a case. @throws Failure */
export function checklistOf(place: PaperPlace) {
  return 'draft' in place
    ? answered(api.GET('/api/v1/applications/{id}/papers', { params: { path: { id: place.draft } } }))
    : answered(api.GET('/api/v1/cases/{caseId}/papers', { params: { path: { caseId: place.caseId } } }));
}
