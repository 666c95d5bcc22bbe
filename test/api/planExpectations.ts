import { readFileSync } from 'node:fs';
import { xiachengFile } from '../domain/plan/plans';
import type { Expectation } from './expectations';

const API = '/api/v1/plan';
const onlyAdministrators = { usually: 403, unless: { administrator: 200 } };
const candidate = { file: readFileSync(xiachengFile, 'utf8'), from: '2027-01-01' };

/** Who is answered how about versions of the plan. */
export const planExpectations: Readonly<Record<string, Expectation>> = {
  'get /api/v1/plan/versions': {
    request: () => Promise.resolve({ path: `${API}/versions` }),
    ...onlyAdministrators,
  },
  'post /api/v1/plan/comparison': {
    request: () => Promise.resolve({ path: `${API}/comparison`, body: candidate }),
    ...onlyAdministrators,
  },
  'post /api/v1/plan/dry-run': {
    request: () => Promise.resolve({ path: `${API}/dry-run`, body: candidate }),
    ...onlyAdministrators,
  },
};
