import type { HeldContact } from '../../domain/application';
import type { ComplainantContact } from '../../domain/complaint';
import type { CaseFile } from '../../domain/caseFile';
import type { StaffContact } from '../../domain/staff';
import type { Label } from '../../domain/label';
import type { NoticeTemplate } from '../../domain/notice';
import type { PaperState } from '../../domain/paper';
import type { LetterKind, Outcome } from '../../domain/vocabulary';
import type { Db, Tx } from '../db/connect';
import { type HeldPlace, placesHeldBy } from '../responsible/pairs';
import { type PaperRow, papersOf } from '../papers/papers';
import { ERASED, type FieldCipher } from './cipher';
import { type LogEntry, logOf } from './heldLog';
import { opened } from './holders';
import { contactOf } from './storedApplication';

/** The rows that are about a person. */
export interface Selection {
  readonly accounts: readonly { readonly issuer: string; readonly sub: string }[];
  readonly cases: readonly string[];
  readonly drafts: readonly string[];
  readonly complaints: readonly string[];
  /** Members of staff, by the ids of their rows. */
  readonly staff: readonly string[];
}

/** All that is held on a person, in clear. Instants are ISO texts. */
export interface Holdings {
  readonly accounts: readonly { readonly sub: string; readonly name: Label; readonly email: string | null }[];
  readonly applications: readonly HeldApplication[];
  readonly drafts: readonly HeldDraft[];
  readonly complaints: readonly HeldComplaint[];
  readonly staff: readonly HeldStaff[];
  /** Whose supervision the accounts answer for, by the units' naming. */
  readonly responsible: readonly HeldPlace[];
  readonly notices: readonly HeldNotice[];
  readonly log: readonly LogEntry[];
}

interface HeldApplication {
  readonly caseId: string;
  readonly institution: string;
  readonly outcome: Outcome | null;
  readonly contact: HeldContact;
  /** What was handed in of the checklist. */
  readonly materials: readonly Label[];
  readonly papers: readonly HeldPaper[];
  readonly letters: readonly HeldLetter[];
}

/** A file that was uploaded; the API hands out what it holds. */
interface HeldPaper {
  readonly id: string;
  readonly material: string;
  readonly fileName: string;
  readonly version: number;
  readonly state: PaperState;
  readonly uploadedAt: string;
}

interface HeldLetter {
  readonly no: string;
  readonly kind: LetterKind;
  readonly on: string;
  readonly void: boolean;
}

interface HeldDraft {
  readonly id: string;
  readonly caseId: string | null;
  readonly contact: Record<string, unknown> | null;
  readonly papers: readonly HeldPaper[];
  readonly updatedAt: string;
}

interface HeldComplaint {
  readonly no: string;
  readonly receivedAt: string;
  /** What was written; null where it was erased. */
  readonly text: string | null;
  readonly contact: ComplainantContact;
}

/** A member of an institution's staff, by its id on the list of the supervision. */
interface HeldStaff {
  readonly caseId: string;
  readonly member: string;
  readonly institution: string;
  readonly contact: StaffContact;
}

interface HeldNotice {
  readonly caseId: string;
  readonly template: NoticeTemplate;
  readonly recipient: string | null;
  readonly status: string;
  readonly sentAt: string | null;
}

/** Gathers everything that is held on a person. @throws PersonalDataFault */
export async function holdingsOf(db: Db | Tx, cipher: FieldCipher, selection: Selection): Promise<Holdings> {
  return {
    accounts: await accountsOf(db, cipher, selection),
    applications: await applicationsOf(db, cipher, selection),
    drafts: await draftsOf(db, cipher, selection),
    complaints: await complaintsOf(db, cipher, selection),
    staff: await staffHeld(db, cipher, selection),
    responsible: await placesHeldBy(db, selection.accounts),
    notices: await noticesOf(db, cipher, selection),
    log: await logOf(db, selection),
  };
}

async function accountsOf(db: Db | Tx, cipher: FieldCipher, { accounts }: Selection) {
  const held = [];
  for (const { issuer, sub } of accounts) {
    const row = await db
      .selectFrom('account')
      .select(['name', 'email'])
      .where('issuer', '=', issuer)
      .where('sub', '=', sub)
      .executeTakeFirst();
    if (!row) continue;
    const email = opened(cipher, 'account', [issuer, sub], row.email) as string | null;
    held.push({ sub, name: row.name, email });
  }
  return held;
}

async function applicationsOf(db: Db | Tx, cipher: FieldCipher, { cases }: Selection) {
  if (cases.length === 0) return [];
  const rows = await db
    .selectFrom('application')
    .innerJoin('case_file', 'case_file.case_id', 'application.case_id')
    .select(['application.case_id', 'body', 'state'])
    .where('application.case_id', 'in', cases)
    .orderBy('application.case_id')
    .execute();
  const filed = await filedMaterials(db, cases);
  const held = [];
  for (const { case_id: caseId, body, state } of rows)
    held.push({
      caseId,
      institution: body.institution.name,
      outcome: state.outcome,
      contact: contactOf(cipher, caseId, body),
      materials: materialsOf(state, filed.get(caseId) ?? []),
      papers: (await papersOf(db, { caseId })).map(heldPaper),
      letters: state.letters.map(({ no, kind, on, void: isVoid }) => ({ no, kind, on, void: isVoid })),
    });
  return held;
}

async function filedMaterials(
  db: Db | Tx,
  cases: readonly string[],
): Promise<Map<string, readonly string[]>> {
  const rows = await db
    .selectFrom('event')
    .select(['case_id', 'facts'])
    .where('case_id', 'in', cases)
    .where('type', '=', 'filed')
    .orderBy('seq')
    .execute();
  return new Map(rows.map(({ case_id, facts }) => [case_id, facts.materials as readonly string[]]));
}

function materialsOf({ itinerary }: CaseFile, filed: readonly string[]): Label[] {
  return itinerary.materials
    .filter(({ id, handedIn }) => handedIn || filed.includes(id))
    .map(({ name }) => name);
}

/** Those of the cases among them. */
async function draftsOf(db: Db | Tx, cipher: FieldCipher, { cases, drafts }: Selection) {
  if (cases.length + drafts.length === 0) return [];
  const rows = await db
    .selectFrom('draft')
    .select(['id', 'case_id', 'body', 'updated_at'])
    .where((row) =>
      row.or([
        ...(drafts.length === 0 ? [] : [row('id', 'in', drafts)]),
        ...(cases.length === 0 ? [] : [row('case_id', 'in', cases)]),
      ]),
    )
    .orderBy('created_at')
    .execute();
  const held = [];
  for (const { id, case_id: caseId, body, updated_at } of rows) {
    const { contact } = opened(cipher, 'draft', [id], body) as { contact?: Record<string, unknown> | null };
    // From its submission on, its papers are the case's.
    const papers = caseId === null ? await papersOf(db, { draftId: id }) : [];
    held.push({
      id,
      caseId,
      contact: contact ?? null,
      papers: papers.map(heldPaper),
      updatedAt: updated_at.toISOString(),
    });
  }
  return held;
}

function heldPaper({ id, material, file_name: fileName, version, state, uploaded_at }: PaperRow): HeldPaper {
  return { id, material, fileName, version, state, uploadedAt: uploaded_at.toISOString() };
}

async function complaintsOf(db: Db | Tx, cipher: FieldCipher, { complaints }: Selection) {
  if (complaints.length === 0) return [];
  const rows = await db
    .selectFrom('complaint')
    .select(['no', 'text', 'contact', 'received_at'])
    .where('no', 'in', complaints)
    .orderBy('no')
    .execute();
  return rows.map(({ no, text, contact, received_at }) => ({
    no,
    receivedAt: received_at.toISOString(),
    text: text === ERASED ? null : text,
    contact: opened(cipher, 'complaint', [no], contact) as ComplainantContact,
  }));
}

async function staffHeld(db: Db | Tx, cipher: FieldCipher, { staff }: Selection) {
  if (staff.length === 0) return [];
  const rows = await db
    .selectFrom('staff_member')
    .innerJoin('case_file', 'case_file.case_id', 'staff_member.case_id')
    .select(['staff_member.id', 'staff_member.case_id', 'member', 'contact', 'institution_name'])
    .where('staff_member.id', 'in', staff)
    .orderBy('staff_member.id')
    .execute();
  return rows.map(({ id, case_id: caseId, member, contact, institution_name: institution }) => ({
    caseId,
    member,
    institution,
    contact: opened(cipher, 'staff_member', [id], contact) as StaffContact,
  }));
}

async function noticesOf(db: Db | Tx, cipher: FieldCipher, { cases }: Selection) {
  if (cases.length === 0) return [];
  const rows = await db
    .selectFrom('notice')
    .select(['key', 'case_id', 'template', 'recipient', 'status', 'sent_at'])
    .where('case_id', 'in', cases)
    // Who complained is not for whoever was complained of.
    .where('template', 'not in', ['complaintReceived', 'complaintAnswered'])
    .orderBy('case_id')
    .orderBy('seq')
    .execute();
  return rows.map((row) => ({
    caseId: row.case_id,
    template: row.template as NoticeTemplate,
    recipient: opened(cipher, 'notice', [row.key], row.recipient) as string | null,
    status: row.status,
    sentAt: row.sent_at?.toISOString() ?? null,
  }));
}
