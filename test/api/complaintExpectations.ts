import type { Expectation } from './expectations';
import { complain, complaintOf, newKey } from './way';

/** The people of the subdistrict, which handles complaints. */
const handling = { intakeClerk: 200, caseOfficer: 200, decisionMaker: 200, head: 200, system: 200 };

export const complaintExpectations: Readonly<Record<string, Expectation>> = {
  'post /api/v1/complaints': {
    request: ({ certificateNo }) =>
      Promise.resolve({ path: `/api/v1/complaints`, body: complaintOf(certificateNo), headers: newKey() }),
    usually: 201,
    open: true,
  },
  'post /api/v1/complaints/{no}/status': {
    request: async (stand) => {
      const { no, queryCode } = await complain(stand.house, stand.certificateNo);
      return { path: `/api/v1/complaints/${no}/status`, body: { queryCode } };
    },
    usually: 200,
    open: true,
  },
  'get /api/v1/complaints': {
    request: () => Promise.resolve({ path: '/api/v1/complaints' }),
    usually: 200,
    unless: { applicant: 403, stranger: 403 },
  },
  'get /api/v1/complaints/{no}': {
    request: async ({ house, certificateNo }) => {
      const { no } = await complain(house, certificateNo);
      return { path: `/api/v1/complaints/${no}` };
    },
    usually: 404,
    unless: { applicant: 403, stranger: 403, ...handling, coordinator: 200, administrator: 200 },
  },
  'post /api/v1/complaints/{no}/contact': {
    request: async ({ house, certificateNo }) => {
      const { no } = await complain(house, certificateNo);
      return { path: `/api/v1/complaints/${no}/contact`, body: { purpose: '核实情况' } };
    },
    usually: 404,
    unless: {
      applicant: 403,
      stranger: 403,
      intakeClerk: 403,
      caseOfficer: 200,
      decisionMaker: 403,
      system: 403,
      head: 200,
      coordinator: 200,
      administrator: 200,
    },
  },
};
