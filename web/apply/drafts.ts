import { newKey } from '../client/key';
import { answered, answeredWhole, api } from '../client/client';
import type { Change, Draft, UnfinishedApplication } from '../client/wire';

const fresh = () => ({ 'Idempotency-Key': newKey() });

/** Begins a draft. @throws Failure */
export function beginDraft(application: UnfinishedApplication): Promise<Draft> {
  return answered(api.POST('/api/v1/applications', { params: { header: fresh() }, body: { application } }));
}

/** Begins a change of a certified institution: a draft that holds it as it is now. @throws Failure */
export function beginChange(institution: string, what: Change[], key: string): Promise<Draft> {
  return answered(
    api.POST('/api/v1/cases/{caseId}/changes', {
      params: { path: { caseId: institution }, header: { 'Idempotency-Key': key } },
      body: { what },
    }),
  );
}

export function readDraft(id: string) {
  return answeredWhole(api.GET('/api/v1/applications/{id}', { params: { path: { id } } }));
}

/** Saves a draft as it was last seen. @throws Failure, `outdated` where somebody else saved it meanwhile */
export function saveDraft(id: string, etag: string, application: UnfinishedApplication) {
  return answeredWhole(
    api.PUT('/api/v1/applications/{id}', {
      params: { path: { id }, header: { 'If-Match': etag } },
      body: { application },
    }),
  );
}

export function discardDraft(id: string, etag: string) {
  return answered(
    api.DELETE('/api/v1/applications/{id}', { params: { path: { id }, header: { 'If-Match': etag } } }),
  );
}

/** Hands a draft in: it becomes a case. @throws Failure */
export function submitDraft(id: string, etag: string, key: string) {
  return answered(
    api.POST('/api/v1/applications/{id}/submission', {
      params: { path: { id }, header: { 'If-Match': etag, 'Idempotency-Key': key, Prefer: 'wait=10' } },
      body: {},
    }),
  );
}
