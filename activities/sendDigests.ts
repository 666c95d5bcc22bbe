import { ApplicationFailure } from '@temporalio/common';
import { dayOf } from '../domain/calendar';
import { dateInShanghai } from '../domain/civilDate';
import { workingDaysSince } from '../domain/digest';
import { digestOf, type Warned } from '../infra/letters/digest';
import type { Letterhead } from '../infra/letters/letterhead';
import { renderDigest } from '../infra/letters/mail';
import type { NoticeFacts } from '../infra/letters/notice';
import { factsAt } from '../infra/letters/telling';
import { opened } from '../infra/personal/holders';
import {
  claimDigest,
  type ClaimedDigest,
  gatherDigests,
  settleDigest,
  waitingDigests,
} from '../infra/record/digests';
import type { Ground } from '../infra/record/ground';
import { type Mail, type Mailer, MailRefused, reasonOf } from './mailer';

interface Needs {
  readonly ground: Ground;
  readonly mailer: Mailer;
  readonly letterhead: Letterhead;
}

export interface DigestsSent {
  /** How many mails the server took. */
  readonly sent: number;
}

export function createDigestActivities(needs: Needs) {
  const { ground } = needs;
  return {
    /**
     * Gathers the warnings that are due, on working days, and sends each digest that has not arrived. A refused
     * address is final; anything else fails the activity once all were tried, so that it comes again.
     */
    async sendDigests(): Promise<DigestsSent> {
      const now = await ground.clock.now();
      const today = dayOf(await ground.calendar(), dateInShanghai(now));
      if (today.working) await gatherDigests(ground, now);
      let sent = 0;
      const failures: string[] = [];
      for (const digest of await waitingDigests(ground)) {
        const outcome = await deliver(needs, digest).catch((error: unknown) => {
          failures.push(reasonOf(error));
          return 'failed';
        });
        if (outcome === 'sent') sent += 1;
      }
      if (failures[0] !== undefined) throw ApplicationFailure.retryable(failures[0], 'MailNotSent');
      return { sent };
    },
  };
}

async function deliver(needs: Needs, digest: string): Promise<'sent' | 'refused' | 'over'> {
  const { ground, mailer } = needs;
  const claimed = await claimDigest(ground, digest);
  if (claimed === 'over') return claimed;
  if (claimed === 'inFlight') {
    throw ApplicationFailure.retryable('A digest is being sent by another try', 'NoticeInFlight');
  }
  try {
    await mailer.send(await compose(needs, claimed));
  } catch (error) {
    const last_error = reasonOf(error);
    const isFinal = error instanceof MailRefused;
    await settleDigest(ground, claimed, { status: isFinal ? 'failed' : 'queued', last_error });
    if (isFinal) return 'refused';
    throw error;
  }
  await settleDigest(ground, claimed, {
    status: 'sent',
    sent_at: await ground.clock.now(),
    last_error: null,
  });
  return 'sent';
}

async function compose(needs: Needs, claimed: ClaimedDigest): Promise<Mail> {
  const { ground, letterhead } = needs;
  const told = await Promise.all(
    claimed.notices.map(({ case_id, seq }) =>
      factsAt(ground, letterhead, case_id, { seq, template: 'warning' }),
    ),
  );
  const [first] = told;
  const locale = claimed.notices[0]?.locale ?? 'zh';
  if (!first) throw new RangeError(`Digest ${claimed.digest} gathers nothing`);
  const today = dateInShanghai(await ground.clock.now());
  const calendar = await ground.calendar();
  const late = (dueOn: string) => workingDaysSince(dueOn, today, calendar);
  const warned = told.flatMap((facts) => warnedOf(facts, late));
  return {
    ...renderDigest(digestOf(warned), first, letterhead, locale),
    to: addressOf(needs, claimed),
    messageId: claimed.digest,
    attachments: [],
  };
}

function warnedOf(facts: NoticeFacts, late: (dueOn: string) => number): Warned[] {
  const { caseId, institution, workItem } = facts;
  return workItem ? [{ caseId, institution, workItem, daysLate: late(workItem.dueOn) }] : [];
}

/** The address as it was last known. */
function addressOf({ ground }: Needs, { notices }: ClaimedDigest): string {
  const known = notices.map(({ key, recipient }) => opened(ground.personal, 'notice', [key], recipient));
  const to = known.findLast((address) => address !== null) as string | undefined;
  if (to === undefined) throw new MailRefused('联系方式已清除 the address was erased');
  return to;
}
