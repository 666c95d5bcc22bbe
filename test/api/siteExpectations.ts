import type { Expectation } from './expectations';
import { newKey } from './way';

const API = '/api/v1';
/** The site that is begun next: each is begun once. */
let sites = 0;

/** Who is answered how about demonstration sites, the joint conference and support. */
export const siteExpectations: Readonly<Record<string, Expectation>> = {
  'get /api/v1/register/sites': {
    request: () => Promise.resolve({ path: `${API}/register/sites` }),
    usually: 200,
    open: true,
  },
  'get /api/v1/conference': {
    request: () => Promise.resolve({ path: `${API}/conference` }),
    usually: 403,
    unless: { coordinator: 200, administrator: 200 },
  },
  'get /api/v1/cases/{caseId}/support': {
    request: ({ certified }) => Promise.resolve({ path: `${API}/cases/${certified}/support` }),
    usually: 200,
    unless: { stranger: 403, outsider: 403 },
  },
  'post /api/v1/cases/{caseId}/support': {
    request: ({ certified }) => {
      const body = { measure: 'taxRelief', statement: '按规定申请' };
      return Promise.resolve({ path: `${API}/cases/${certified}/support`, body, headers: newKey() });
    },
    usually: 403,
    unless: { applicant: 201 },
  },
  'get /api/v1/sites': {
    request: () => Promise.resolve({ path: `${API}/sites` }),
    usually: 200,
    unless: { applicant: 403, stranger: 403, system: 403 },
  },
  'post /api/v1/sites/{no}/construction': {
    request: () => {
      const body = {
        subdistrict: 'shiqiao',
        ownership: 'forProfit',
        completion: '2027-09-30',
        reason: '顺延',
      };
      sites = (sites % 14) + 1;
      return Promise.resolve({ path: `${API}/sites/${sites}/construction`, body, headers: newKey() });
    },
    usually: 403,
    unless: { coordinator: 201 },
  },
};
