import type { z } from 'zod';
import type { CaseFile } from '../../domain/caseFile';
import { dateInShanghai } from '../../domain/civilDate';
import { applicationOf } from '../../domain/itinerary';
import type { Label } from '../../domain/label';
import { Refusal } from '../../domain/refusal';
import {
  documentStates,
  missingOf,
  ratiosOf,
  type StaffContact,
  staffInForce,
  type StaffMember,
  staffMemberId,
  staffOf,
  type StaffRules,
  staffRulesIn,
  stateOf,
} from '../../domain/staff';
import { masked, opened } from '../../infra/personal/holders';
import type { StaffList } from '../contracts/staff';
import type { Services } from '../services';
import { actsForApplicant } from './visibility';
import { unitName, type View } from './workItems';

/** The staff list of an institution: names in clear for itself, masked for everybody else. @throws Refusal where the case keeps none */
export async function staffList(
  services: Services,
  file: CaseFile,
  actor: View['actor'],
): Promise<z.infer<typeof StaffList>> {
  const rules = staffRulesIn(file);
  if (!rules) throw new Refusal('noStaffList');
  const { plan } = await services.plans.version(file.itinerary.planVersion);
  const today = dateInShanghai(await services.ground.clock.now());
  const shown = actsForApplicant(actor) ? 'clear' : 'masked';
  const contacts = await staffContacts(services, file.caseId, shown);
  const inForce = staffInForce(file);
  const left = staffOf(file).filter(({ leftOn }) => leftOn !== null);
  const { body } = await services.ground.db
    .selectFrom('application')
    .select('body')
    .where('case_id', '=', applicationOf(file))
    .executeTakeFirstOrThrow();
  return {
    caseId: file.caseId,
    unit: unitName(plan, rules.unit),
    remindDays: rules.remindDays,
    members: [...inForce, ...left].map((member) => ({
      ...memberView(rules, member, today),
      contact: contacts.get(member.member) ?? {},
    })),
    ratios: ratiosOf(plan.standards, body.facts, inForce).map(({ standard, children, carers, detail }) => ({
      standard: standard.id,
      name: standard.name,
      classKind: standard.classKind,
      children,
      carers,
      childrenPerCarer: standard.childrenPerCarer,
      met: detail === null,
      detail,
      basis: standard.basis,
    })),
  };
}

/** Name and telephone of the members of staff, by their ids. */
export async function staffContacts(
  { ground }: Services,
  caseId: string,
  shown: 'clear' | 'masked',
): Promise<Map<string, StaffContact>> {
  const rows = await ground.db
    .selectFrom('staff_member')
    .select(['member', 'contact'])
    .where('case_id', '=', caseId)
    .execute();
  const read = shown === 'clear' ? opened : masked;
  return new Map(
    rows.map(({ member, contact }) => {
      const row = [staffMemberId(caseId, member)];
      return [member, read(ground.personal, 'staff_member', row, contact) as StaffContact] as const;
    }),
  );
}

function memberView(rules: StaffRules, each: StaffMember, today: string) {
  const { member, role, classKind, joinedOn, leftOn } = each;
  const nameOf = (list: readonly { readonly id: string; readonly name: Label }[], id: string) =>
    list.find((entry) => entry.id === id)?.name ?? { zh: id, en: id };
  const held = each.documents.map(({ document, issuedOn, expiresOn, ...marks }) => {
    const state = stateOf({ document, issuedOn, expiresOn, ...marks }, rules.remindDays, today);
    return { document, name: nameOf(rules.documents, document), issuedOn, expiresOn, state };
  });
  const missing = missingOf(rules, each).map(({ id, name }) => ({
    document: id,
    name,
    issuedOn: null,
    expiresOn: null,
    state: 'missing' as const,
  }));
  return {
    member,
    role,
    roleLabel: nameOf(rules.roles, role),
    classKind,
    joinedOn,
    leftOn,
    documents: [...held, ...(leftOn === null ? missing : [])].map((document) => ({
      ...document,
      stateLabel: documentStates[document.state],
    })),
  };
}
