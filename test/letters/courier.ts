import { createNoticeActivities } from '../../activities/deliverNotices';
import { type Mail, MailRefused } from '../../activities/mailer';
import type { House } from '../api/house';

/** Delivers the mails of a case as a worker does, and answers those that were taken. */
export async function deliver(
  house: House,
  caseId: string,
  refused: readonly string[] = [],
): Promise<Mail[]> {
  const mails: Mail[] = [];
  const { ground, documents, letters } = house.services;
  const mailer = {
    send: (mail: Mail) => {
      if (refused.includes(mail.to)) return Promise.reject(new MailRefused(`550 no such user: ${mail.to}`));
      mails.push(mail);
      return Promise.resolve();
    },
    close: () => undefined,
  };
  const letterhead = { publicUrl: house.publicUrl, sealDir: null };
  await createNoticeActivities({ ground, documents, letters, mailer, letterhead }).deliverNotices({ caseId });
  return mails;
}

/** The one mail whose subject holds a word. */
export function about(mails: readonly Mail[], word: string): Mail {
  const found = mails.filter(({ subject }) => subject.includes(word));
  if (found.length !== 1 || !found[0])
    throw new Error(`${found.length} of ${mails.length} mails are about ${word}`);
  return found[0];
}
