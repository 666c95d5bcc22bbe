import { supervisionId } from '../../domain/supervision';
import type { Expectation } from './expectations';
import { newKey } from './way';

const API = '/api/v1';
const officials = { usually: 200, unless: { applicant: 403, stranger: 403, system: 403 } } as const;

/** Who is answered how about the life of institutions: evaluations, visits, changes. */
export const lifeExpectations: Readonly<Record<string, Expectation>> = {
  'get /api/v1/evaluations': {
    request: () => Promise.resolve({ path: `${API}/evaluations?year=2027` }),
    ...officials,
  },
  'get /api/v1/visits': { request: () => Promise.resolve({ path: `${API}/visits` }), ...officials },
  'get /api/v1/cases/{caseId}/staff': {
    request: ({ certified }) => Promise.resolve({ path: `${API}/cases/${supervisionId(certified)}/staff` }),
    usually: 200,
    unless: { stranger: 403, outsider: 403 },
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
