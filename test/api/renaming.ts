import type { Application } from '../../domain/application';
import { applicant } from '../world/people';
import type { House } from './house';
import { advance, begin, newKey, submitDraft } from './way';

/** A change of the name, and with it of the contact, to its certificate. */
export async function renamed(house: House, institution: string, email: string): Promise<string> {
  const begun = await house.call(applicant, 'POST', `/api/v1/cases/${institution}/changes`, {
    body: { what: ['name'] },
    headers: newKey(),
  });
  const now = begun.body.application as Application;
  const after = {
    ...now,
    institution: { ...now.institution, name: '新名称托育园' },
    contact: { ...now.contact, email },
  };
  const submitted = await submitDraft(house, await begin(house, after));
  if (submitted.status !== 201) throw new Error(submitted.text);
  await advance(house, submitted.body.caseId as string, 'end');
  return submitted.body.caseId as string;
}
