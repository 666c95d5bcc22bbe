import { z } from 'zod';
import { Verification } from '../contracts/certificate';
import { says } from '../contracts/label';
import { letterNo } from '../contracts/text';
import { answer } from '../http/answer';
import { verify } from '../reading/verification';
import { route } from '../route';
import type { Services } from '../services';

/** The address that the QR code of a document holds; a person gets a page there, a program this. */
export const verificationRoutes = (services: Services) => [
  route({
    method: 'get',
    path: '/verify/{no}',
    at: 'root',
    who: 'anyone',
    summary: { zh: '核验备案回执或证书', en: 'Verify a filing receipt or certificate' },
    params: z.object({ no: letterNo.meta(says('文书编号', 'Number of the document')) }),
    answer: Verification,
    alsoStatus: 404,
    reads: async ({ params: { no } }) => {
      const verification = await verify(services, no);
      return { ...answer(verification), status: verification.state === 'unknown' ? 404 : 200 };
    },
  }),
];
