import { application, facts } from '../world/applications';
import { ORGANISATION } from '../world/people';
import type { CallerName } from './callers';
import type { House, Request } from './house';
import { complaintExpectations } from './complaintExpectations';
import { lifeExpectations } from './lifeExpectations';
import { planExpectations } from './planExpectations';
import { siteExpectations } from './siteExpectations';
import { formOf, lease, material, newCase, paperOn, scanAll } from './uploading';
import { advance, apply, begin, fileOf, newKey, openItem } from './way';

/** A request in every respect a good one, so that only who sends it decides. */
export interface Wanted extends Request {
  readonly path: string;
}

export interface Expectation {
  /** Made anew for each caller: whoever was let in has changed what was there. */
  readonly request: (stand: Stand) => Promise<Wanted>;
  /** What most callers are answered with. */
  readonly usually: number;
  readonly unless?: Partial<Record<CallerName, number>>;
  /** Nobody need sign in. */
  readonly open?: true;
}

/** What requests are made about. */
export interface Stand {
  readonly house: House;
  readonly certified: string;
  readonly certificateNo: string;
  readonly letter: string;
  /** A clean paper on it. */
  readonly paper: string;
}

export async function makeStand(house: House): Promise<Stand> {
  const certified = await apply(house);
  const { id } = await paperOn(house, `/cases/${certified}`, await lease());
  await scanAll(house);
  const { certificateNo, letters } = await advance(house, certified, 'end');
  return {
    house,
    certified,
    certificateNo: certificateNo ?? '',
    letter: letters[0]?.no ?? '',
    paper: id as string,
  };
}

const API = '/api/v1';
const fixed =
  (path: string, request: Request = {}) =>
  () =>
    Promise.resolve({ path: API + path, ...request });
const ofCase =
  (part = '') =>
  ({ certified }: Stand) =>
    Promise.resolve({ path: `${API}/cases/${certified}${part}` });

const ofDraft =
  (part: string, body?: unknown) =>
  async ({ house }: Stand) => {
    const draft = await begin(house);
    const headers = { ...newKey(), 'if-match': draft.headers.get('etag') ?? '' };
    return { path: `${API}/applications/${draft.body.id}${part}`, body, headers };
  };

const ofPaper =
  (part = '') =>
  ({ paper }: Stand) =>
    Promise.resolve({ path: `${API}/papers/${paper}${part}` });

const onlyReaders = { usually: 200, unless: { stranger: 403, outsider: 403 } };
const onlyApplicants = (status: number, stranger = status) => ({
  usually: 403,
  unless: { applicant: status, stranger },
});

const onlyWhoHandsIn = { usually: 403, unless: { applicant: 201, intakeClerk: 201 } };

/** Who is answered how, for every route: its permission in the words of a status. */
export const expectations: Readonly<Record<string, Expectation>> = {
  'get /api/v1/plan': { request: fixed('/plan'), usually: 200, open: true },
  ...planExpectations,
  'get /api/v1/vocabulary': { request: fixed('/vocabulary'), usually: 200, open: true },
  'post /api/v1/itineraries': {
    request: fixed('/itineraries', { body: { facts } }),
    usually: 200,
    open: true,
  },
  'get /api/v1/register': { request: fixed('/register'), usually: 200, open: true },
  'get /api/v1/register/decisions': { request: fixed('/register/decisions'), usually: 200, open: true },
  'get /api/v1/register/non-conformities': {
    request: fixed('/register/non-conformities'),
    usually: 200,
    open: true,
  },
  'get /api/v1/register/ratings': {
    request: fixed('/register/ratings?year=2027'),
    usually: 200,
    open: true,
  },
  'get /api/v1/statistics': { request: fixed('/statistics'), usually: 200, open: true },
  ...complaintExpectations,
  'get /verify/{no}': {
    request: ({ certificateNo }) => Promise.resolve({ path: `/verify/${certificateNo}` }),
    usually: 200,
    open: true,
  },

  'get /api/v1/organisations': {
    request: fixed('/organisations'),
    usually: 403,
    unless: { intakeClerk: 200, filingOfficer: 200, outsider: 200 },
  },

  'get /api/v1/me': { request: fixed('/me'), usually: 200 },
  'get /api/v1/live': { request: fixed('/live?seconds=0'), usually: 200 },
  'get /api/v1/worklist': { request: fixed('/worklist'), usually: 200 },
  'get /api/v1/cases': { request: fixed('/cases'), usually: 200 },
  'get /api/v1/registrations': { request: fixed('/registrations'), usually: 200 },
  'get /api/v1/filings': { request: fixed('/filings'), usually: 200 },

  'get /api/v1/reports/{period}': {
    request: fixed('/reports/2026-09'),
    usually: 403,
    unless: { coordinator: 200, administrator: 200 },
  },

  'get /api/v1/feed': {
    request: fixed('/feed'),
    usually: 403,
    unless: { coordinator: 200, administrator: 200 },
  },

  ...siteExpectations,
  ...lifeExpectations,

  'get /api/v1/cases/{caseId}': { request: ofCase(), ...onlyReaders },
  'get /api/v1/cases/{caseId}/events': { request: ofCase('/events'), ...onlyReaders },
  'get /api/v1/cases/{caseId}/deadlines': { request: ofCase('/deadlines'), ...onlyReaders },
  'get /api/v1/work-items/{id}': {
    request: ({ certified }) => Promise.resolve({ path: `${API}/work-items/${certified}.1.accept` }),
    ...onlyReaders,
  },
  // Told to the item's own unit and to who oversees all.
  'get /api/v1/work-items/{id}/candidates': {
    request: ({ certified }) =>
      Promise.resolve({ path: `${API}/work-items/${certified}.1.accept/candidates` }),
    usually: 200,
    unless: {
      applicant: 403,
      stranger: 403,
      outsider: 403,
      reviewer: 403,
      registrar: 403,
      filingOfficer: 403,
      system: 403,
    },
  },
  'get /api/v1/certificates/{no}': {
    request: ({ certificateNo }) => Promise.resolve({ path: `${API}/certificates/${certificateNo}` }),
    ...onlyReaders,
  },

  'get /api/v1/cases/{caseId}/papers': { request: ofCase('/papers'), ...onlyReaders },
  'get /api/v1/papers/{id}': { request: ofPaper(), ...onlyReaders },
  'get /api/v1/papers/{id}/content': { request: ofPaper('/content'), ...onlyReaders },
  'post /api/v1/cases/{caseId}/papers': {
    request: async ({ house }) => {
      const body = formOf({ material, files: [await lease()] });
      return { path: `${API}${await newCase(house)}/papers`, body, headers: newKey() };
    },
    ...onlyWhoHandsIn,
  },
  'post /api/v1/papers/{id}/replacement': {
    request: async ({ house }) => {
      const file = await lease();
      const { id } = await paperOn(house, await newCase(house), file);
      const headers = { ...newKey(), 'if-match': '"1"' };
      return { path: `${API}/papers/${id}/replacement`, body: formOf({ files: [file] }), headers };
    },
    ...onlyWhoHandsIn,
  },

  'get /api/v1/applications': { request: fixed('/applications'), ...onlyApplicants(200) },
  'post /api/v1/applications': {
    request: () =>
      Promise.resolve({ path: `${API}/applications`, body: { application: {} }, headers: newKey() }),
    ...onlyApplicants(201),
  },
  'get /api/v1/applications/{id}': { request: ofDraft(''), ...onlyApplicants(200, 404) },
  'put /api/v1/applications/{id}': {
    request: ofDraft('', { application: {} }),
    ...onlyApplicants(200, 404),
  },
  'delete /api/v1/applications/{id}': { request: ofDraft(''), ...onlyApplicants(200, 404) },
  'get /api/v1/applications/{id}/papers': { request: ofDraft('/papers'), ...onlyApplicants(200, 404) },
  'post /api/v1/applications/{id}/papers': {
    request: async (stand) => {
      const body = formOf({ material, files: [await lease()] });
      return { ...(await ofDraft('/papers')(stand)), body };
    },
    ...onlyApplicants(201, 404),
  },
  'post /api/v1/applications/{id}/submission': {
    request: ofDraft('/submission', {}),
    ...onlyApplicants(201, 404),
  },

  'post /api/v1/cases': {
    request: () =>
      Promise.resolve({
        path: `${API}/cases`,
        body: { application: application(), organisation: ORGANISATION, receivedOn: '2026-09-28' },
        headers: newKey(),
      }),
    usually: 403,
    unless: { intakeClerk: 201 },
  },
  'get /api/v1/cases/{caseId}/letters/{no}': {
    request: ({ certified, letter }) =>
      Promise.resolve({ path: `${API}/cases/${certified}/letters/${encodeURIComponent(letter)}` }),
    ...onlyReaders,
  },
  'get /api/v1/cases/outdated': {
    request: fixed('/cases/outdated'),
    usually: 403,
    unless: { administrator: 200 },
  },
  'post /api/v1/cases/{caseId}/repairs/preview': {
    request: async ({ house }) => {
      const file = await advance(house, await apply(house), 'draft');
      const body = { repair: { kind: 'move', to: 'jointReview' } };
      return { path: `${API}/cases/${file.caseId}/repairs/preview`, body };
    },
    usually: 403,
    unless: { administrator: 200 },
  },
  'put /api/v1/cases/{caseId}/presence': {
    request: ofCase('/presence'),
    usually: 200,
    unless: { applicant: 403, stranger: 403, outsider: 403, system: 403 },
  },
  'post /api/v1/cases/{caseId}/personal-data': {
    request: async ({ house }) => {
      const path = `${API}/cases/${await apply(house)}/personal-data`;
      return { path, body: { purpose: '核对' } };
    },
    usually: 403,
    unless: { applicant: 200, intakeClerk: 200, head: 200, coordinator: 200, administrator: 200 },
  },
  'get /api/v1/me/personal-data': { request: fixed('/me/personal-data'), usually: 200 },
  'post /api/v1/cases/{caseId}/acts': {
    request: async ({ house }) => {
      const { caseId, version } = await fileOf(house, await apply(house));
      const headers = { ...newKey(), 'if-match': `"${version}"` };
      return { path: `${API}/cases/${caseId}/acts`, body: { act: 'withdraw' }, headers };
    },
    usually: 403,
    unless: { applicant: 200 },
  },
  'post /api/v1/work-items/{id}/acts': {
    request: async ({ house }) => {
      const { id, version } = openItem(await fileOf(house, await apply(house)), 'accept');
      const headers = { ...newKey(), 'if-match': `"${version}"` };
      return { path: `${API}/work-items/${id}/acts`, body: { act: 'accept' }, headers };
    },
    usually: 403,
    unless: { intakeClerk: 200 },
  },
  // The last one: who has called it is signed out.
  'post /api/v1/me/sessions/end': {
    request: () => Promise.resolve({ path: `${API}/me/sessions/end`, headers: newKey() }),
    usually: 200,
  },
};
