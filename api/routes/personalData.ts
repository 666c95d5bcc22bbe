import { whyNotShown } from '../../domain/disclosure';
import { applicationOf } from '../../domain/itinerary';
import { maskedText } from '../../domain/mask';
import { personalFields, type HeldContact, type PersonalField } from '../../domain/application';
import { contactOf } from '../../infra/personal/storedApplication';
import { Disclosure, DisclosureRequest } from '../contracts/personalData';
import { answer } from '../http/answer';
import { Problem } from '../http/problem';
import { requestIdOf } from '../http/requestLog';
import { readableFile } from '../reading/currentFile';
import { staffContacts } from '../reading/staff';
import { allowedView } from '../reading/workItems';
import { route } from '../route';
import type { Services } from '../services';
import { CaseId } from './cases';

export const personalDataRoutes = (services: Services) => [
  route({
    method: 'post',
    path: '/cases/{caseId}/personal-data',
    who: 'signedIn',
    summary: {
      zh: '查看联系人信息；须说明目的，记入审计日志',
      en: 'Be shown the contact of a case in clear; say what for, the audit log keeps it',
    },
    params: CaseId,
    body: DisclosureRequest,
    answer: Disclosure,
    reads: async ({ params: { caseId }, body: { purpose }, caller: { actor }, req }) => {
      const file = await readableFile(services, caseId, actor);
      const refusal = whyNotShown(file, actor);
      if (refusal !== null) throw new Problem(refusal, { allowed: allowedView(file, actor) });
      const contact = await heldContact(services, applicationOf(file));
      const staff = [...(await staffContacts(services, caseId, 'clear'))].map(([member, held]) => ({
        member,
        contact: held,
      }));
      await services.audit.write({
        type: 'personalDataShown',
        actor: { sub: actor.sub, unit: actor.unit },
        subject: { kind: 'case', id: caseId },
        requestId: requestIdOf(req),
        details: { purpose: [contact, ...staff.map((each) => each.contact)].reduce(withoutValues, purpose) },
      });
      return answer({ caseId, contact, staff });
    },
  }),
];

/** @throws Problem for a demonstration site that is linked with no application */
async function heldContact({ ground }: Services, caseId: string): Promise<HeldContact> {
  const kept = await ground.db
    .selectFrom('application')
    .select('body')
    .where('case_id', '=', caseId)
    .executeTakeFirst();
  if (!kept) throw new Problem('nothingOpen');
  return contactOf(ground.personal, caseId, kept.body);
}

/** Who says what for may name whom it is about: the log, which is never erased, does not keep it. */
export function withoutValues(
  purpose: string,
  contact: Partial<Record<PersonalField, string | null | undefined>>,
): string {
  const values = personalFields.flatMap((field) => contact[field] ?? []);
  return maskedText(values.reduce((words, value) => words.replaceAll(value, '****'), purpose));
}
