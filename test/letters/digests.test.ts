import { sql } from 'kysely';
import { type Mail, MailRefused } from '../../activities/mailer';
import { createDigestActivities } from '../../activities/sendDigests';
import { digestTimeAfter } from '../../domain/digest';
import { asOwner } from '../../infra/db/owner';
import { publishPlan } from '../../infra/plan/repository';
import { openHouse, type House } from '../api/house';
import { apply, conduct, fileOf, openItem } from '../api/way';
import { deliver } from './courier';

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.close());

const clerk = 'shiqiao-intakeClerk-1@example.org';
const head = 'shiqiao-head-1@example.org';

function gatherFor(...digestTo: string[]) {
  const { plan, effectiveFrom } = house.version;
  return asOwner(house.database.url, (db) =>
    publishPlan(db, { ...plan, digestTo }, effectiveFrom, house.time.now.toISOString()),
  );
}

/** The acceptance of a case, warned of: its first rung, or all that climbed until the day. */
async function warnedOf(caseId: string, rung: 'approaching' | 'overdue'): Promise<void> {
  const { rungs } = openItem(await fileOf(house, caseId), 'accept');
  house.time.now = new Date(rungs.find((each) => each.rung === rung)!.at);
  await conduct(house, caseId);
}

/** Lets the time come at which the next digests go out. */
async function digestTime(): Promise<void> {
  const calendar = await house.services.ground.calendar();
  house.time.now = new Date(digestTimeAfter(house.time.now.toISOString(), calendar));
}

/** Sends digests as a worker does. @returns those that the server took */
async function sendDigests(taken: (mail: Mail) => Promise<void> = () => Promise.resolve()): Promise<Mail[]> {
  const mails: Mail[] = [];
  const mailer = {
    send: (mail: Mail) => taken(mail).then(() => void mails.push(mail)),
    close: () => undefined,
  };
  const letterhead = { publicUrl: house.publicUrl, sealDir: null };
  await createDigestActivities({ ground: house.services.ground, mailer, letterhead }).sendDigests();
  return mails;
}

function to(mails: readonly Mail[], address: string): Mail[] {
  return mails.filter((mail) => mail.to === address);
}

async function warnings() {
  return house.database.db
    .selectFrom('notice')
    .select(['case_id', 'status', 'digest', 'last_error'])
    .where('template', '=', 'warning')
    .where('gathered_for', '=', 'shiqiao-intakeClerk-1')
    .orderBy('case_id')
    .execute();
}

test('the warnings of a day reach an official in one mail, each work item a line in Chinese and in English', async () => {
  await gatherFor('shiqiao');
  const cases = [await apply(house), await apply(house)];
  for (const caseId of cases) await warnedOf(caseId, 'approaching');
  for (const caseId of cases) expect(to(await deliver(house, caseId), clerk)).toEqual([]);
  await digestTime();
  const [digest, ...others] = to(await sendDigests(), clerk);
  expect(others).toEqual([]);
  expect(digest!.subject).toBe('【一窗】催办汇总，2 项 / Warnings of the day: 2');
  const { due } = openItem(await fileOf(house, cases[0]!), 'accept').deadline;
  expect(due).toBe('2026-10-10');
  for (const caseId of cases) {
    expect(digest!.text).toMatch(
      new RegExp(`${caseId} “示例托育园”：石桥街道.*的“受理”，期限2026年10月10日，还有2个工作日。`),
    );
    expect(digest!.text).toMatch(
      new RegExp(
        `${caseId} “示例托育园”: “Accept” of .*Shiqiao.*, due on 10 October 2026, 2 working days left\\.`,
      ),
    );
  }
  expect((await warnings()).map(({ status }) => status)).toEqual(['sent', 'sent']);
  expect(await sendDigests()).toEqual([]);
});
