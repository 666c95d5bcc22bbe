import type { Label } from '../../domain/label';
import { systemClock } from '../clock';
import type { Db } from '../db/connect';
import { type Figure, figures } from '../record/figures';
import type { Check } from './examination';
import { doubtful, type Finding, well } from './finding';
import { fromRecord } from './reading';

const OLD_SECONDS = 60;

interface Backlog {
  readonly figure: Figure;
  readonly what: (count: number) => Label;
  readonly mend: Label;
}

const failing: readonly Backlog[] = [
  {
    figure: figures.pushesFailing,
    what: (count) => ({
      zh: `${count} 件登记未能推送到卫健局`,
      en: `${count} registrations have not arrived at the health bureau`,
    }),
    mend: {
      zh: '系统会一直重试；原因见 push.last_error，检查 PUSH_URL 和对方平台',
      en: 'they are tried for as long as it takes; why is in push.last_error; check PUSH_URL and the platform',
    },
  },
  {
    figure: figures.mailsFailing,
    what: (count) => ({ zh: `${count} 封通知未能送出`, en: `${count} notices could not be mailed` }),
    mend: {
      zh: '原因见 notice.last_error：地址被拒的请改用其他方式送达，其余检查 SMTP_URL',
      en: 'why is in notice.last_error: serve those with a refused address otherwise, for the rest check SMTP_URL',
    },
  },
];

/** What the record owes: wake-ups to the workflows, pushes, mails. */
export const outbox: Check = (subject) =>
  fromRecord(subject, async (db) => {
    const findings = await Promise.all(failing.map((backlog) => look(db, backlog)));
    return [await wakeUps(db), ...findings.flat()];
  });

async function wakeUps(db: Db): Promise<Finding> {
  const count = await read(db, figures.waiting);
  const oldest = Math.round(await read(db, figures.oldestSeconds));
  if (count === 0 || oldest < OLD_SECONDS) {
    return well(`待唤醒的办件 ${count} 件`, `${count} cases wait to be conducted, none for long`);
  }
  return doubtful(
    {
      zh: `${count} 件办件等待唤醒，最久 ${oldest} 秒`,
      en: `${count} cases wait to be conducted, the oldest for ${oldest} s`,
    },
    {
      zh: '检查流程执行和 Temporal（见上）；原因见 wake_up.last_error',
      en: 'check worker and Temporal (above); why is in wake_up.last_error',
    },
  );
}

async function look(db: Db, { figure, what, mend }: Backlog): Promise<Finding[]> {
  const count = await read(db, figure);
  return count === 0 ? [] : [doubtful(what(count), mend)];
}

async function read(db: Db, { query }: Figure): Promise<number> {
  const { rows } = await query(await systemClock.now()).execute(db);
  return Number(rows[0]?.value ?? 0);
}
