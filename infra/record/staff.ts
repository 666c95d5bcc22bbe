import type { ActBody } from '../../domain/act';
import type { EventBody } from '../../domain/event';
import { type StaffContact, staffMemberId } from '../../domain/staff';
import type { Tx } from '../db/connect';
import { sealedFor } from '../personal/blindIndex';
import { opened } from '../personal/holders';
import type { Ground } from './ground';

/** Keeps who a member of staff is, beside the event that enters or changes it; nothing for other acts. */
export async function keepStaff(
  tx: Tx,
  { personal }: Pick<Ground, 'personal'>,
  caseId: string,
  body: ActBody,
  { event, at }: { readonly event: EventBody; readonly at: Date },
): Promise<void> {
  if (body.act !== 'enterStaff' && body.act !== 'changeStaff') return;
  if (event.type !== 'staffEntered' && event.type !== 'staffChanged') return;
  const id = staffMemberId(caseId, event.member);
  const before = body.act === 'changeStaff' ? await contactOf(tx, personal, id) : {};
  const contact = { ...before, ...given(body) };
  const sealed = JSON.stringify(await sealedFor(tx, personal, 'staff_member', [id], contact));
  await tx
    .insertInto('staff_member')
    .values({ id, case_id: caseId, member: event.member, contact: sealed, entered_at: at })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ contact: sealed }))
    .execute();
}

async function contactOf(tx: Tx, personal: Ground['personal'], id: string): Promise<StaffContact> {
  const kept = await tx
    .selectFrom('staff_member')
    .select('contact')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return opened(personal, 'staff_member', [id], kept.contact) as StaffContact;
}

function given({ person, phone }: StaffContact): StaffContact {
  return { ...(person !== undefined && { person }), ...(phone !== undefined && { phone }) };
}
