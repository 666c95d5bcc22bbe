import { ApplicationFailure } from '@temporalio/common';
import { dayOf } from '../domain/calendar';
import { dateInShanghai } from '../domain/civilDate';
import type { Plan } from '../domain/plan';
import { unitNameOf } from '../domain/unitName';
import { gapNotice, newWorkNotice } from '../infra/letters/dutyMail';
import type { Letterhead } from '../infra/letters/letterhead';
import { renderDigest } from '../infra/letters/mail';
import type { Notice } from '../infra/letters/notice';
import { opened } from '../infra/personal/holders';
import type { Ground } from '../infra/record/ground';
import { messageId } from '../infra/record/notices';
import { planToday } from '../infra/record/planToday';
import {
  type DutyMail,
  newGaps,
  newWork,
  oweDutyMails,
  type Reached,
  reachedBy,
  settleDutyMail,
  waitingMails,
} from '../infra/responsible/dutyMails';
import { noteGaps } from '../infra/responsible/gaps';
import { type Mailer, MailRefused, reasonOf } from './mailer';

interface Needs {
  readonly ground: Ground;
  readonly mailer: Mailer;
  readonly letterhead: Letterhead;
}

export interface DutyMailsSent {
  /** How many mails the server took. */
  readonly sent: number;
}

export function createDutyMailActivities(needs: Needs) {
  const { ground } = needs;
  return {
    /**
     * Looks for gaps in who answers for supervision (专人负责), and on working days tells who answers what is new, and
     * the leading group's office which gaps have begun. A refused address is final; anything else fails the activity
     * once all were tried, so that it comes again.
     */
    async sendDutyMails(): Promise<DutyMailsSent> {
      const now = await ground.clock.now();
      const { working } = dayOf(await ground.calendar(), dateInShanghai(now));
      const plan = await ground.db.transaction().execute(async (tx) => {
        const { plan } = await planToday(tx, ground);
        await noteGaps(tx, plan, now);
        if (working) await oweDutyMails(tx, plan, now);
        return plan;
      });
      let sent = 0;
      const failures: string[] = [];
      for (const mail of await waitingMails(ground.db)) {
        try {
          sent += await deliver(needs, plan, mail);
        } catch (error) {
          failures.push(reasonOf(error));
          await settleDutyMail(ground.db, mail, { status: 'queued', last_error: reasonOf(error) });
        }
      }
      if (failures[0] !== undefined) throw ApplicationFailure.retryable(failures[0], 'MailNotSent');
      return { sent };
    },
  };
}

/** @returns how many were taken. Whom it did not reach gets it under the same Message-ID when it is tried again. */
async function deliver(needs: Needs, plan: Plan, mail: DutyMail): Promise<number> {
  const { db, clock } = needs.ground;
  const today = dateInShanghai(await clock.now());
  const told = await contentOf(db, plan, mail);
  if (told === null) {
    await settleDutyMail(db, mail, { status: 'void', last_error: null });
    return 0;
  }
  const reached = await reachedBy(db, mail, today);
  const refused: string[] = [];
  for (const each of reached) {
    await send(needs, plan, mail, told(each), each).catch((error: unknown) => {
      if (!(error instanceof MailRefused)) throw error;
      refused.push(reasonOf(error));
    });
  }
  // Nobody to reach today: somebody will be named, or come back.
  if (reached.length === 0) return 0;
  const taken = reached.length - refused.length;
  await settleDutyMail(db, mail, { status: taken > 0 ? 'sent' : 'failed', last_error: refused[0] ?? null });
  return taken;
}

/** What a mail tells whom; null where nothing of it is left to tell. */
async function contentOf(
  db: Ground['db'],
  plan: Plan,
  mail: DutyMail,
): Promise<((to: Reached) => Notice) | null> {
  if (mail.kind === 'gaps') {
    const gaps = await newGaps(db, mail);
    return gaps.length === 0 ? null : () => gapNotice(gaps, plan);
  }
  const work = await newWork(db, mail);
  const unit = unitNameOf(plan, mail.unit);
  return work.length === 0 ? null : ({ standsIn }) => newWorkNotice(unit, work, standsIn);
}

async function send(
  { ground, mailer, letterhead }: Needs,
  plan: Plan,
  { kind, unit, day }: DutyMail,
  notice: Notice,
  { issuer, sub, email }: Reached,
): Promise<void> {
  const to = opened(ground.personal, 'account', [issuer, sub], email) as string | null;
  if (to === null) throw new MailRefused('联系方式已清除 the address was erased');
  const addressee = { kind: 'colleagues' as const, name: unitNameOf(plan, unit) };
  await mailer.send({
    ...renderDigest(notice, { addressee }, letterhead, 'zh'),
    to,
    messageId: messageId(`duty:${kind}:${unit}:${day}:${sub}`, ground.mailDomain),
    attachments: [],
  });
}
