import type { ActBody } from '../../domain/act';
import type { Application } from '../../domain/application';
import type { PlanVersion } from '../../domain/plan';
import type { PublicKeys } from '../documents/publicKeys';
import type { Answer } from './answers';
import type { Client } from './client';
import type {
  ActedView,
  AllowedActView,
  CaseView,
  ChecklistView,
  DraftView,
  EventView,
  PushView,
  RegistrationView,
  VerificationView,
} from './wire';

/** Who sends an act, under which key, and whether to wait for the workflow's next move. */
export interface Sending {
  readonly account: string;
  readonly key: string;
  readonly waitSeconds?: number | undefined;
  readonly hangUpAfterMs?: number | undefined;
}

/** Where papers are handed in: on a draft, or on a case. */
export type PaperPlace = { readonly draft: string } | { readonly caseId: string };

/** A file for one material of the checklist. */
export interface Upload {
  readonly material: string;
  readonly file: File;
}

/** The resources of the API that an applicant and the units use, by name. */
export interface OneWindow {
  plan(): Promise<PlanVersion>;
  me(account: string): Promise<{ readonly email: string }>;
  begin(sending: Sending, application: Application): Promise<Answer<DraftView>>;
  submit(sending: Sending, draft: Answer<DraftView>): Promise<Answer<CaseView>>;
  caseOf(account: string, caseId: string): Promise<CaseView>;
  eventsOf(account: string, caseId: string): Promise<readonly EventView[]>;
  checklistOf(account: string, caseId: string): Promise<ChecklistView>;
  /** How the push of a case's registration stands; null where there is none among the newest registrations. */
  pushOf(account: string, caseId: string): Promise<PushView | null>;
  upload(sending: Sending, place: PaperPlace, upload: Upload): Promise<void>;
  act(sending: Sending, allowed: AllowedActView, body: ActBody): Promise<Answer<ActedView>>;
  verify(no: string): Promise<VerificationView>;
  publicKeys(): Promise<PublicKeys>;
}

export function createOneWindow(client: Client): OneWindow {
  const read = async <T>(path: string, account?: string): Promise<T> => {
    const { body } = await client.send<T>({
      method: 'GET',
      path,
      ...(account === undefined ? {} : { account }),
    });
    return body;
  };
  return {
    plan: () => read('/api/v1/plan'),
    me: (account) => read('/api/v1/me', account),
    begin: (sending, application) =>
      client.send({ method: 'POST', path: '/api/v1/applications', ...sending, body: { application } }),
    submit: (sending, draft) =>
      client.send({
        method: 'POST',
        path: `/api/v1/applications/${draft.body.id}/submission`,
        ...sending,
        ...(draft.etag === null ? {} : { ifMatch: draft.etag }),
        body: {},
      }),
    caseOf: (account, caseId) => read(`/api/v1/cases/${caseId}`, account),
    async eventsOf(account, caseId) {
      return (await read<{ events: readonly EventView[] }>(`/api/v1/cases/${caseId}/events`, account)).events;
    },
    checklistOf: (account, caseId) => read(`/api/v1/cases/${caseId}/papers`, account),
    async pushOf(account, caseId) {
      const path = '/api/v1/registrations?limit=100';
      const { entries } = await read<{ entries: readonly RegistrationView[] }>(path, account);
      return entries.find((each) => each.caseId === caseId)?.push ?? null;
    },
    async upload(sending, place, { material, file }) {
      const path = 'draft' in place ? `applications/${place.draft}` : `cases/${place.caseId}`;
      const body = new FormData();
      body.set('material', material);
      body.append('file', file);
      await client.send({ method: 'POST', path: `/api/v1/${path}/papers`, ...sending, body });
    },
    act: (sending, { href, etag }, body) =>
      client.send({ method: 'POST', path: href, ...sending, ifMatch: etag, body }),
    verify: (no) => read(`/verify/${no}`),
    publicKeys: () => read('/jwks.json'),
  };
}
