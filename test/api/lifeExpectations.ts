import { supervisionId } from '../../domain/supervision';
import type { Expectation } from './expectations';
import { image } from '../papers/files';
import { official } from '../world/people';
import { takeOverEntry } from '../world/takeOvers';
import { formOf } from './uploading';
import { actOnCase, fileOf, newKey, openItem } from './way';

const pair = { responsible: 'shiqiao-caseOfficer-1', replacement: 'shiqiao-reviewer-1' };
const inspector = official('fire', 'reviewer');

const API = '/api/v1';
let taken = 0;
const officials = { usually: 200, unless: { applicant: 403, stranger: 403, system: 403 } } as const;

/** Who is answered how about the life of institutions: evaluations, visits, changes. */
export const lifeExpectations: Readonly<Record<string, Expectation>> = {
  'get /api/v1/evaluations': {
    request: () => Promise.resolve({ path: `${API}/evaluations?year=2027` }),
    ...officials,
  },
  'post /api/v1/takeovers': {
    // Each is another one: only one may have its numbers.
    request: () =>
      Promise.resolve({ path: `${API}/takeovers`, body: takeOverEntry((taken += 1)), headers: newKey() }),
    usually: 403,
    unless: { filingOfficer: 201 },
  },
  'get /api/v1/responsible': {
    request: () => Promise.resolve({ path: `${API}/responsible` }),
    ...officials,
  },
  'put /api/v1/responsible/{unit}': {
    request: () => Promise.resolve({ path: `${API}/responsible/shiqiao`, body: pair }),
    usually: 403,
    unless: { head: 200, administrator: 200 },
  },
  // Only the two whom a unit has named say when they are away.
  'put /api/v1/responsible/{unit}/absence': {
    request: async ({ house }) => {
      await house.call(official('shiqiao', 'head'), 'PUT', `${API}/responsible/shiqiao`, { body: pair });
      return {
        path: `${API}/responsible/shiqiao/absence`,
        body: { from: '2026-01-01', until: '2100-01-01' },
      };
    },
    usually: 403,
    unless: { caseOfficer: 200 },
  },
  'delete /api/v1/responsible/{unit}/absence': {
    request: async ({ house }) => {
      await house.call(official('shiqiao', 'head'), 'PUT', `${API}/responsible/shiqiao`, { body: pair });
      return { path: `${API}/responsible/shiqiao/absence` };
    },
    usually: 403,
    unless: { caseOfficer: 200 },
  },
  'get /api/v1/visits': { request: () => Promise.resolve({ path: `${API}/visits` }), ...officials },
  'get /api/v1/cases/{caseId}/staff': {
    request: ({ certified }) => Promise.resolve({ path: `${API}/cases/${supervisionId(certified)}/staff` }),
    usually: 200,
    unless: { stranger: 403, outsider: 403 },
  },
  'get /api/v1/cases/{caseId}/photographs': {
    request: ({ certified }) => Promise.resolve({ path: `${API}/cases/${certified}/photographs` }),
    usually: 200,
    unless: { stranger: 403, outsider: 403 },
  },
  'post /api/v1/work-items/{id}/photographs': {
    request: async ({ house, certified }) => {
      const caseId = supervisionId(certified);
      const call = { act: 'callVisit', ground: 'unannounced', reason: '突击检查' };
      await actOnCase(house, await fileOf(house, caseId), call, inspector);
      const { id } = openItem(await fileOf(house, caseId), 'visit');
      const body = formOf({ files: [{ name: '照片.png', bytes: await image('png', 20, 20) }] });
      return { path: `${API}/work-items/${id}/photographs`, body, headers: newKey() };
    },
    usually: 403,
    // Nobody of the institution knows of a visit before it is recorded.
    unless: { reviewer: 201, applicant: 404 },
  },
  'post /api/v1/cases/{caseId}/changes': {
    request: ({ certified }) =>
      Promise.resolve({
        path: `${API}/cases/${certified}/changes`,
        body: { what: ['name'] },
        headers: newKey(),
      }),
    usually: 403,
    unless: { applicant: 201 },
  },
};
