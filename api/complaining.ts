import type { Request, Response } from 'express';
import type { Tx } from '../infra/db/connect';
import { isCodeOf, receiveComplaint } from '../infra/record/complaints';
import type { ComplaintEntry } from './contracts/complaint';
import { created } from './http/answer';
import { Problem } from './http/problem';
import { through } from './http/through';
import { API } from './paths';
import { complaintStatus } from './reading/complaints';
import type { Services } from './services';

interface Sent {
  readonly body: ComplaintEntry;
  readonly req: Request;
  readonly res: Response;
}

/** Nobody but the caller is to keep what holds a code or an answer. */
const unkept = { 'cache-control': 'no-store' };

/**
 * Takes up a complaint, and gives the number and the code to follow it with. One address makes few an hour.
 * @throws Problem where no institution under supervision has the certificate
 */
export async function complained(services: Services, tx: Tx, { body, req, res }: Sent) {
  await through(services.limiters.complaints, req, res);
  const { certificateNo, text, contact } = body;
  const received = await receiveComplaint(tx, services.ground, {
    certificateNo,
    text,
    contact: given(contact),
  });
  if (received === null) throw unknownInstitution();
  const status = `${API}/complaints/${received.no}/status`;
  return created(status, { ...received, status }, unkept);
}

/** How it stands. @throws Problem where number and code do not go together, whichever of them is wrong */
export async function statusOf(services: Services, no: string, code: string) {
  if (!isCodeOf(services.ground.personal, no, code.trim())) throw new Problem('complaintNotFound');
  return complaintStatus(services, no);
}

/** What was left empty was not given. */
function given(contact: ComplaintEntry['contact']) {
  return Object.fromEntries(Object.entries(contact).filter(([, value]) => value !== undefined));
}

function unknownInstitution(): Problem {
  const message = {
    zh: '公开名录中没有持此证书的在办机构',
    en: 'No institution on the register that is still open has this certificate',
  };
  return new Problem('invalidContent', {
    errors: [{ pointer: '/certificateNo', code: 'unknownCertificate', message }],
  });
}
