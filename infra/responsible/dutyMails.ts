import { sql } from 'kysely';
import { dateInShanghai } from '../../domain/civilDate';
import type { Plan, UnitId } from '../../domain/plan';
import { standingOf, unitsThatName } from '../../domain/responsible';
import type { Step } from '../../domain/vocabulary';
import type { Db, Tx } from '../db/connect';
import type { Sealed } from '../personal/cipher';
import { type Gap, openGaps } from './gaps';
import { namedPeople, pairOf } from './pairs';

/** A mail of a morning: what has come about for a unit in a window of time, its end included. */
export interface DutyMail {
  readonly kind: 'newWork' | 'gaps';
  readonly unit: UnitId;
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly after: Date;
  readonly up_to: Date;
}

/** A work item of supervision or evaluation that is open. */
export interface OpenWork {
  readonly caseId: string;
  readonly institution: string;
  readonly step: Step;
  readonly due: string;
}

/** An account that a mail goes to; its address is sealed. */
export interface Reached {
  readonly issuer: string;
  readonly sub: string;
  readonly email: Sealed;
  readonly standsIn: boolean;
}

/**
 * Writes down the mails that a morning owes: of work that is new since the last one, to who answers for a unit, and of
 * gaps that have begun, to the leading group's office. One a day each; where nobody answers, what is new is kept for whoever will.
 */
export async function oweDutyMails(tx: Tx, plan: Plan, now: Date): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('duty_mail'))`.execute(tx);
  const day = dateInShanghai(now.toISOString());
  const named = await namedPeople(tx);
  const answered = unitsThatName(plan).filter(
    (unit) => standingOf(pairOf(named, unit), day).answers !== null,
  );
  for (const unit of answered) {
    const mail = await next(tx, 'newWork', unit, { day, now });
    if ((await newWork(tx, mail)).length > 0) await owe(tx, mail);
  }
  const mail = await next(tx, 'gaps', plan.leadingGroupOffice, { day, now });
  if ((await newGaps(tx, mail)).length > 0) await owe(tx, mail);
}

async function next(
  tx: Tx,
  kind: DutyMail['kind'],
  unit: UnitId,
  { day, now }: { readonly day: string; readonly now: Date },
): Promise<DutyMail> {
  const { last } = await tx
    .selectFrom('duty_mail')
    .select((row) => row.fn.max<Date | null>('up_to').as('last'))
    .where('kind', '=', kind)
    .where('unit', '=', unit)
    .executeTakeFirstOrThrow();
  return { kind, unit, day, after: last ?? new Date(0), up_to: now };
}

async function owe(tx: Tx, mail: DutyMail): Promise<void> {
  await tx
    .insertInto('duty_mail')
    .values({ ...mail, status: 'queued', last_error: null })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The mails that have not gone. */
export async function waitingMails(db: Db): Promise<DutyMail[]> {
  return db
    .selectFrom('duty_mail')
    .select(['kind', 'unit', 'day', 'after', 'up_to'])
    .where('status', '=', 'queued')
    .orderBy('day')
    .orderBy('unit')
    .execute();
}

/** What a unit was given in the time of a mail and has not done yet, the most urgent first. */
export async function newWork(db: Db | Tx, { unit, after, up_to }: DutyMail): Promise<OpenWork[]> {
  const rows = await db
    .selectFrom('work_item')
    .innerJoin('case_file', 'case_file.case_id', 'work_item.case_id')
    .select(['work_item.case_id as caseId', 'institution_name as institution', 'step', 'due'])
    .where('work_item.unit', '=', unit)
    .where('status', '=', 'open')
    .where('kind', 'in', ['supervision', 'evaluation'])
    .where('work_item.opened_at', '>', after)
    .where('work_item.opened_at', '<=', up_to)
    .orderBy('due_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...row, step: row.step as Step }));
}

/** The gaps that began in the time of a mail and last. */
export async function newGaps(db: Db | Tx, { after, up_to }: DutyMail): Promise<Gap[]> {
  const begun = await db
    .selectFrom('responsible_gap')
    .select('unit')
    .where('ended_at', 'is', null)
    .where('since', '>', after)
    .where('since', '<=', up_to)
    .execute();
  return (await openGaps(db)).filter(({ unit }) => begun.some((each) => each.unit === unit));
}

/** Whom a mail goes to today: who answers for the unit, or everybody of the office who watches over all. */
export async function reachedBy(db: Db, { kind, unit }: DutyMail, today: string): Promise<Reached[]> {
  if (kind === 'newWork') {
    const named = (await namedPeople(db)).filter((each) => each.unit === unit);
    const { answers, standsIn } = standingOf(pairOf(named, unit), today);
    return named.flatMap(({ issuer, sub, email }) =>
      sub === answers && email !== null ? [{ issuer, sub, email, standsIn }] : [],
    );
  }
  const rows = await db
    .selectFrom('account')
    .select(['issuer', 'sub', 'email'])
    .where('active', '=', true)
    .where('unit', '=', unit)
    .where(sql<boolean>`'coordinator' = any(roles)`)
    .orderBy('sub')
    .execute();
  return rows.map((row) => ({ ...row, standsIn: false }));
}

/** Marks what became of a mail. */
export async function settleDutyMail(
  db: Db,
  { kind, unit, day }: DutyMail,
  result: { readonly status: 'queued' | 'sent' | 'failed' | 'void'; readonly last_error: string | null },
): Promise<void> {
  await db
    .updateTable('duty_mail')
    .set(result)
    .where('kind', '=', kind)
    .where('unit', '=', unit)
    .where('day', '=', day)
    .execute();
}
