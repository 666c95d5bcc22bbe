import { newKey } from './key';
import { answered, api } from './client';
import type { Paper } from './wire';

/** Where papers are handed in: with a draft, or with a case. */
export type PaperPlace = { readonly draft: string } | { readonly caseId: string };

const WAIT = 'wait=10';

/** Hands in files for one material; the answer comes once the scanner has looked, or after a while. @throws Failure */
export async function handIn(place: PaperPlace, material: string, files: readonly File[]) {
  const header = { 'Idempotency-Key': newKey(), Prefer: WAIT };
  // The files themselves go out: the description types them as the text that JSON would make of them.
  const body = { material, file: files as unknown as string[] };
  const bodySerializer = () => formOf(files, material);
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

/** Hands in a newer version in place of a paper. @throws Failure */
export async function replace({ id, version }: Pick<Paper, 'id' | 'version'>, file: File) {
  return answered(
    api.POST('/api/v1/papers/{id}/replacement', {
      params: {
        path: { id },
        header: { 'Idempotency-Key': newKey(), 'If-Match': `"${version}"`, Prefer: WAIT },
      },
      body: { file: [file] as unknown as string[] },
      bodySerializer: () => formOf([file]),
    }),
  );
}

function formOf(files: readonly File[], material?: string): FormData {
  const form = new FormData();
  if (material !== undefined) form.append('material', material);
  for (const file of files) form.append('file', file);
  return form;
}

/** The checklist of a draft or a case. @throws Failure */
export function checklistOf(place: PaperPlace) {
  return 'draft' in place
    ? answered(api.GET('/api/v1/applications/{id}/papers', { params: { path: { id: place.draft } } }))
    : answered(api.GET('/api/v1/cases/{caseId}/papers', { params: { path: { caseId: place.caseId } } }));
}
