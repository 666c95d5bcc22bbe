import { sql } from 'kysely';
import { type Mail, MailRefused } from '../../activities/mailer';
import { createDigestActivities } from '../../activities/sendDigests';
import { digestTimeAfter } from '../../domain/digest';
import { asOwner } from '../../infra/db/owner';
import { publishPlan } from '../../infra/plan/repository';
import { administrator, type House, openHouse } from '../api/house';
import { actOn, actOnCase, apply, conduct, fileOf, openItem } from '../api/way';
import { official } from '../world/people';
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

test('warnings come one by one to the officials of a unit without the setting, and so does the next once it is gone', async () => {
  await gatherFor('health');
  const caseId = await apply(house);
  await warnedOf(caseId, 'approaching');
  expect(to(await deliver(house, caseId), clerk)).toHaveLength(1);
  await digestTime();
  expect(await sendDigests()).toEqual([]);
});

test('an applicant is warned at once, whatever the officials of the subdistrict get', async () => {
  await gatherFor('shiqiao');
  const caseId = await apply(house);
  const accept = openItem(await fileOf(house, caseId), 'accept');
  const body = { act: 'requestCorrection', missing: [{ text: '健康证明' }] };
  expect((await actOn(house, accept, body, official('shiqiao', 'intakeClerk'))).status).toBe(200);
  const { rungs } = openItem(await fileOf(house, caseId), 'correct');
  house.time.now = new Date(rungs.find(({ rung }) => rung === 'overdue')!.at);
  await conduct(house, caseId);
  const mails = await deliver(house, caseId);
  expect(to(mails, 'applicant@example.org').some(({ subject }) => subject.includes('到期提醒'))).toBe(true);
  expect(to(mails, head)).toEqual([]);
  await digestTime();
  expect(to(await sendDigests(), head)[0]!.text).toContain('，已逾期1个工作日。');
});

test('a try that died between the server’s 250 and the mark sends the same digest again, under the same Message-ID', async () => {
  await gatherFor('shiqiao');
  const warned = await apply(house);
  await warnedOf(warned, 'approaching');
  await digestTime();
  const [arrived] = to(await sendDigests(), clerk);
  // As the worker leaves it that is killed in between, once its lease is over.
  await sql`update notice set status = 'sending', leased_until = now() - interval '1 second'
             where digest = ${arrived!.messageId}`.execute(house.database.db);
  const late = await apply(house);
  await warnedOf(late, 'approaching');
  const [again, ...others] = to(await sendDigests(), clerk);
  expect(others).toEqual([]);
  expect(again!.messageId).toBe(arrived!.messageId);
  expect([again!.text.includes(warned), again!.text.includes(late)]).toEqual([true, false]);
  await digestTime();
  const [next] = to(await sendDigests(), clerk);
  expect(next!.messageId).not.toBe(arrived!.messageId);
  expect([next!.text.includes(warned), next!.text.includes(late)]).toEqual([false, true]);
});

test('a warning that is written after the digest of its day was gathered goes with the next: nobody gets two a day', async () => {
  await gatherFor('shiqiao');
  const early = await apply(house);
  const late = await apply(house);
  await warnedOf(early, 'approaching');
  await digestTime();
  expect(to(await sendDigests(), clerk)).toHaveLength(1);
  await warnedOf(late, 'approaching');
  await digestTime();
  expect(await sendDigests()).toEqual([]);
  await digestTime();
  const [next, ...others] = to(await sendDigests(), clerk);
  expect(others).toEqual([]);
  expect([next!.text.includes(early), next!.text.includes(late)]).toEqual([false, true]);
});

test('a digest that another try is sending is left to it', async () => {
  await gatherFor('shiqiao');
  await warnedOf(await apply(house), 'approaching');
  await digestTime();
  const taken: string[] = [];
  const ends: string[] = [];
  const take = ({ to: address }: Mail) => Promise.resolve(void taken.push(address));
  await sendDigests(async (mail) => {
    await take(mail);
    ends.push(await sendDigests(take).then(() => 'in peace', String));
  });
  expect(ends[0]).toMatch(/is being sent by another try/);
  expect(taken.filter((address) => address === clerk)).toEqual([clerk]);
});

test('a mail server that is away leaves all of a digest queued, and the activity comes again', async () => {
  await gatherFor('shiqiao');
  await warnedOf(await apply(house), 'approaching');
  await digestTime();
  await expect(sendDigests(() => Promise.reject(new Error('no route')))).rejects.toThrow('no route');
  expect(await warnings()).toEqual([expect.objectContaining({ status: 'queued', last_error: 'no route' })]);
  expect(to(await sendDigests(), clerk)).toHaveLength(1);
  expect(await warnings()).toEqual([expect.objectContaining({ status: 'sent', last_error: null })]);
});

test('a refused address is final, until an administrator has it sent again with the next digest', async () => {
  await gatherFor('shiqiao');
  const caseId = await apply(house);
  await warnedOf(caseId, 'approaching');
  await digestTime();
  await sendDigests(({ to: address }) => Promise.reject(new MailRefused(`550 ${address}`)));
  const [refused] = await warnings();
  expect(refused).toMatchObject({
    status: 'failed',
    last_error: expect.not.stringContaining(clerk) as string,
  });
  expect(await sendDigests()).toEqual([]);
  const resend = { act: 'intervene', kind: 'resent', reason: '地址已更正' };
  expect((await actOnCase(house, await fileOf(house, caseId), resend, administrator)).status).toBe(200);
  await digestTime();
  expect(to(await sendDigests(), clerk)).toHaveLength(1);
});

test('nothing is gathered on a day off, however late', async () => {
  await gatherFor('shiqiao');
  await warnedOf(await apply(house), 'approaching');
  await digestTime();
  house.time.now = new Date('2026-10-04T02:00:00.000Z');
  expect(await sendDigests()).toEqual([]);
  house.time.now = new Date('2026-10-11T02:00:00.000Z');
  expect(await sendDigests()).toEqual([]);
  house.time.now = new Date('2026-10-12T02:00:00.000Z');
  expect(to(await sendDigests(), clerk)).toHaveLength(1);
});
