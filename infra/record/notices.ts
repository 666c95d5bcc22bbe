import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { CaseFile } from '../../domain/caseFile';
import { dateInShanghai } from '../../domain/civilDate';
import { digestTimeAfter } from '../../domain/digest';
import type { CaseEvent } from '../../domain/event';
import { applicationOf } from '../../domain/itinerary';
import { type NoticeTemplate, noticeOf, type Recipient, recipientOf } from '../../domain/notice';
import type { UnitId } from '../../domain/plan';
import { Refusal } from '../../domain/refusal';
import type { ComplainantContact } from '../../domain/complaint';
import type { Tx } from '../db/connect';
import { sealedFor } from '../personal/blindIndex';
import { ERASED, type Sealed } from '../personal/cipher';
import { opened } from '../personal/holders';
import { contactOf } from '../personal/storedApplication';
import type { Ground } from './ground';

interface Owed {
  readonly event: CaseEvent;
  readonly template: NoticeTemplate;
}

/** When a notice goes: by itself, or gathered with others for one official. */
interface Sending {
  readonly sendAfter: string;
  readonly gatheredFor: string | null;
}

interface Addressee {
  /** Distinguishes the addressees of one event in the notice's key. */
  readonly who: string;
  /** Null for an applicant. */
  readonly unit: UnitId | null;
  /** Null where it was erased: the case shows that the notice could not be sent. */
  readonly email: string | null;
  readonly locale: string;
}

/**
 * Writes the mails that events owe people, in the transaction of the events: none can be forgotten.
 * The key names the effect (case, event, template, recipient), so each mail exists once.
 */
export async function oweNotices(
  tx: Tx,
  ground: Ground,
  file: CaseFile,
  events: readonly CaseEvent[],
): Promise<void> {
  for (const event of events) {
    const template = noticeOf(event);
    if (!template) continue;
    const owed = { event, template };
    for (const addressee of await addresseesOf(tx, ground, file, recipientOf(event, file))) {
      await owe(tx, ground, file, owed, addressee);
    }
  }
}

async function owe(
  tx: Tx,
  ground: Ground,
  file: CaseFile,
  { event, template }: Owed,
  addressee: Addressee,
): Promise<void> {
  const { who, email, locale } = addressee;
  const { sendAfter, gatheredFor } = await sendingOf(tx, ground, file, event, addressee);
  const key = `${file.caseId}:${event.seq}:${template}:${who}`;
  const recipient =
    email === null
      ? ({
          recipient: ERASED,
          status: 'failed',
          last_error: '联系方式已清除 the address was erased',
        } as const)
      : { recipient: (await sealedFor(tx, ground.personal, 'notice', [key], email)) as Sealed };
  await tx
    .insertInto('notice')
    .values({
      key,
      case_id: file.caseId,
      seq: event.seq,
      template,
      ...recipient,
      locale,
      message_id: messageId(key, ground.mailDomain),
      created_at: event.at,
      send_after: sendAfter,
      gathered_for: gatheredFor,
    })
    .execute();
}

/** A letter is held back so that its act can be amended; warnings of some units go out gathered, once a day. */
async function sendingOf(
  tx: Tx,
  ground: Ground,
  file: CaseFile,
  event: CaseEvent,
  { who, unit }: Addressee,
): Promise<Sending> {
  if (
    noticeOf(event) === 'warning' &&
    unit !== null &&
    (await digestUnits(tx, file, event.at)).includes(unit)
  ) {
    return { sendAfter: digestTimeAfter(event.at, await ground.calendar()), gatheredFor: who };
  }
  const grace = file.letters.some(({ seq }) => seq === event.seq) ? ground.graceSeconds : 0;
  return { sendAfter: new Date(Date.parse(event.at) + grace * 1_000).toISOString(), gatheredFor: null };
}

/** The units whose officials get digests, by the district's plan in force: how mail comes to a desk is pinned to no case. */
async function digestUnits(tx: Tx, { itinerary }: CaseFile, at: string): Promise<readonly UnitId[]> {
  const { rows } = await sql<{ units: readonly UnitId[] | null }>`
    select body -> 'digestTo' as units from plan_version
     where plan_id = (select plan_id from plan_version where id = ${itinerary.planVersion})
       and effective_from <= ${dateInShanghai(at)}::date
     order by number desc limit 1`.execute(tx);
  return rows[0]?.units ?? [];
}

async function addresseesOf(
  tx: Tx,
  { personal }: Ground,
  file: CaseFile,
  recipient: Recipient,
): Promise<Addressee[]> {
  if (recipient.kind === 'applicant') {
    const { body } = await tx
      .selectFrom('application')
      .select('body')
      .where('case_id', '=', applicationOf(file))
      .executeTakeFirstOrThrow();
    const { email, locale } = contactOf(personal, applicationOf(file), body);
    return [{ who: 'applicant', unit: null, email, locale }];
  }
  if (recipient.kind === 'complainant') return complainant(tx, personal, recipient.complaint);
  let query = tx
    .selectFrom('account')
    .select(['issuer', 'sub', 'unit', 'email'])
    .where('active', '=', true)
    .orderBy('sub');
  if (recipient.kind === 'person') query = query.where('sub', '=', recipient.sub);
  else {
    query = query.where('roles', '&&', sql<string[]>`${[...recipient.roles]}::text[]`);
    query =
      recipient.kind === 'units'
        ? query.where('unit', 'in', recipient.units)
        : query.where('unit', 'is not distinct from', recipient.unit);
  }
  const officials = await query.execute();
  return officials.map(({ issuer, sub, unit, email }) => ({
    who: sub,
    unit,
    email: opened(personal, 'account', [issuer, sub], email) as string | null,
    locale: 'zh',
  }));
}

/** Nobody, where no address was given. */
async function complainant(tx: Tx, personal: Ground['personal'], no: string): Promise<Addressee[]> {
  const { contact } = await tx
    .selectFrom('complaint')
    .select('contact')
    .where('no', '=', no)
    .executeTakeFirstOrThrow();
  const { email } = opened(personal, 'complaint', [no], contact) as ComplainantContact;
  return email === undefined ? [] : [{ who: 'complainant', unit: null, email, locale: 'zh' }];
}

/**
 * Holds back the notices of an act that is amended (更正).
 * @throws Refusal where one is on its way or has arrived: what was served stands
 */
export async function holdBackNotices(tx: Tx, caseId: string, seq: number): Promise<void> {
  const ofAct = tx.selectFrom('notice').select('status').where('case_id', '=', caseId).where('seq', '=', seq);
  await tx
    .updateTable('notice')
    .set({ status: 'void' })
    .where('case_id', '=', caseId)
    .where('seq', '=', seq)
    .where('status', '=', 'queued')
    .execute();
  const left = (await ofAct.execute()).filter(({ status }) => status !== 'void' && status !== 'failed');
  if (left.length > 0) throw new Refusal('alreadyServed');
}

/** The Message-ID of an effect, by its key: however often the mail is sent, it is recognisably the same. */
export function messageId(key: string, domain: string): string {
  return `<${createHash('sha256').update(key).digest('hex').slice(0, 32)}@${domain}>`;
}
