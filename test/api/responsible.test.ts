import { type Mail, MailRefused } from '../../activities/mailer';
import { createDutyMailActivities } from '../../activities/sendDutyMails';
import { supervisionId } from '../../domain/supervision';
import { asOwner } from '../../infra/db/owner';
import { applicant, official } from '../world/people';
import { administrator, type House, openHouse } from './house';
import { actOnCase, advance, apply, conduct, fileOf } from './way';
import { type Body, told } from './wire';

let house: House;
let life: string;
beforeAll(async () => {
  house = await openHouse();
  const institution = await apply(house);
  await advance(house, institution, 'end');
  life = supervisionId(institution);
});
afterAll(() => house.close());

const head = official('fire', 'head');
const [one, two] = [official('fire', 'reviewer'), official('fire', 'caseOfficer')];
const office = official('health', 'coordinator');
const both = { responsible: one.sub, replacement: two.sub };

const put = (path: string, body: object, who = head) =>
  house.call(who, 'PUT', `/api/v1/responsible/${path}`, { body });
const lift = (who = one) => house.call(who, 'DELETE', '/api/v1/responsible/fire/absence');
const away = (from: string, until: string, who = one) => put('fire/absence', { from, until }, who);
const units = async (who = office) =>
  (await house.call(who, 'GET', '/api/v1/responsible')).body.units as Body[];
const fire = async (who = office) => (await units(who)).find(({ unit }) => unit.id === 'fire')!;

/** The morning after, as a worker sees it. @returns the mails that the server took */
async function morning(day: string, taken: (mail: Mail) => Promise<void> = () => Promise.resolve()) {
  house.time.now = new Date(`${day}T01:20:00.000Z`);
  const mails: Mail[] = [];
  const mailer = {
    send: (mail: Mail) => taken(mail).then(() => void mails.push(mail)),
    close: () => undefined,
  };
  const letterhead = { publicUrl: house.publicUrl, sealDir: null };
  await createDutyMailActivities({ ground: house.services.ground, mailer, letterhead }).sendDutyMails();
  return mails;
}
const to = (mails: readonly Mail[], { sub }: { readonly sub: string }) =>
  mails.filter((mail) => mail.to === `${sub}@example.org`);

it('is empty until units name somebody: each is a gap, of which the office is told once, in one mail', async () => {
  const listed = await units();
  expect(listed.map(({ gap }) => gap?.kind)).toEqual(listed.map(() => 'nobodyNamed'));
  const [mail, ...others] = to(await morning('2026-09-29'), office);
  expect(others).toEqual([]);
  expect(mail!.subject).toContain(`专人负责有空缺，${listed.length} 个单位`);
  expect(mail!.text).toContain('尚未指定，自2026年9月29日起。');
  expect(mail!.text).toContain('nobody is named, since 29 September 2026.');
  expect(await morning('2026-09-30')).toEqual([]);
});

it('puts a gap on the list of the joint conference once it has lasted longer than the plan says', async () => {
  const at = async (day: string) => {
    house.time.now = new Date(`${day}T02:00:00.000Z`);
    return (await fire()).gap;
  };
  expect(await at('2026-10-09')).toMatchObject({ since: '2026-09-29', forConference: false });
  expect(await at('2026-10-10')).toMatchObject({ since: '2026-09-29', forConference: true });
});

it('lets the head of a unit name its pair, and an administrator any, of people of the unit', async () => {
  expect(told(await put('fire', both, official('health', 'head')))).toEqual([403, 'notYourUnit']);
  expect((await put('fire', both, one)).status).toBe(403);
  expect(told(await put('government', both, administrator))).toEqual([404, 'unitNotFound']);
  const wrong = await put('fire', { responsible: one.sub, replacement: 'health-reviewer-1' });
  expect(told(wrong)).toEqual([422, 'invalidContent']);
  expect(wrong.body.errors).toMatchObject([{ pointer: '/replacement', code: 'notOfUnit' }]);
  expect(wrong.body.errors[0].expected).toContain(two.sub);
  const same = await put('fire', { responsible: one.sub, replacement: one.sub });
  expect(same.body.errors).toMatchObject([{ pointer: '/replacement', code: 'samePerson' }]);
  expect((await fire()).gap.kind).toBe('nobodyNamed');

  const named = await put('fire', both);
  expect(named.status).toBe(200);
  expect(named.body).toMatchObject({
    responsible: { sub: one.sub, fit: true, absence: null },
    replacement: { sub: two.sub },
    answers: { sub: one.sub, standsIn: false },
    gap: null,
  });
  expect(
    (await put('health', { responsible: 'health-reviewer-1', replacement: 'health-head-1' }, administrator))
      .status,
  ).toBe(200);
  expect((await fire(head)).candidates).toContainEqual(expect.objectContaining({ sub: two.sub }));
  expect((await fire(one)).candidates).toEqual([]);
  const entries = await house.database.db
    .selectFrom('audit_entry')
    .select(['actor_sub', 'details'])
    .where('type', '=', 'responsibleNamed')
    .where('subject_id', '=', 'fire')
    .execute();
  expect(entries).toEqual([{ actor_sub: head.sub, details: both }]);
});

it('says on each work item of supervision who answers for it today, to officials alone', async () => {
  const call = { act: 'callVisit', ground: 'unannounced', reason: '突击检查' };
  expect((await actOnCase(house, await fileOf(house, life), call, one)).status).toBe(200);
  await conduct(house, life);
  const listed = await house.call(one, 'GET', '/api/v1/worklist');
  const [item] = (listed.body.entries as Body[]).filter(({ caseId }) => caseId === life);
  expect(item).toMatchObject({ step: 'visit', responsible: { sub: one.sub, standsIn: false } });
  const single = await house.call(one, 'GET', `/api/v1/work-items/${item!.id}`);
  expect(single.body.responsible.sub).toBe(one.sub);
  const shown = async (who = office) =>
    ((await house.call(who, 'GET', `/api/v1/cases/${life}`)).body.workItems as Body[]).filter(
      ({ status, unit }) => status === 'open' && unit.id === 'fire',
    );
  expect((await shown())[0]!.responsible.name.zh).toBe(`人员 ${one.sub}`);
  for (const each of await shown(applicant)) expect(each).not.toHaveProperty('responsible');
  const { body } = await house.call(office, 'GET', `/api/v1/cases/${life.replace(/-S$/, '')}`);
  for (const each of body.workItems as Body[]) expect(each).not.toHaveProperty('responsible');
});

it('tells who answers today what is new, once, and the replacement while they are away', async () => {
  const [mail, ...others] = to(await morning('2026-10-12'), one);
  expect(others).toEqual([]);
  expect(mail!.subject).toContain('监管新增待办，1 项');
  expect(mail!.text).toMatch(new RegExp(`${life} “示例托育园”：“监督检查”，期限2026年`));
  expect(await morning('2026-10-13')).toEqual([]);

  expect(told(await away('2026-10-13', '2026-10-14', head))).toEqual([403, 'notNamed']);
  const past = await away('2026-10-01', '2026-10-12');
  expect(past.body.errors).toMatchObject([{ pointer: '/until', expected: ['>= 2026-10-13'] }]);
  expect((await away('2026-10-14', '2026-10-13')).status).toBe(422);
  const stated = await away('2026-10-13', '2026-10-15');
  expect(stated.body).toMatchObject({ answers: { sub: two.sub, standsIn: true }, gap: null });
  expect((await lift()).body.answers).toMatchObject({ sub: one.sub, standsIn: false });
});

it('keeps what is new for whoever will answer for it: here the replacement, who stands in', async () => {
  const [inspector, stand] = [official('market', 'reviewer'), official('market', 'head')];
  const call = { act: 'callVisit', ground: 'unannounced', reason: '突击检查' };
  await actOnCase(house, await fileOf(house, life), call, inspector);
  expect(await morning('2026-10-14')).toEqual([]);
  await put('market', { responsible: inspector.sub, replacement: stand.sub }, stand);
  await put('market/absence', { from: '2026-10-14', until: '2026-10-15' }, inspector);
  const mails = await morning('2026-10-15');
  expect(mails).toHaveLength(1);
  expect(to(mails, stand)[0]!.text).toContain('照护服务监管的替补人，今天由您负责');
});

it('is a gap again where both are away or somebody has left the unit, and is told anew', async () => {
  await away('2026-10-15', '2026-10-20');
  const alone = await away('2026-10-15', '2026-10-20', two);
  expect(alone.body).toMatchObject({ answers: null, gap: { kind: 'bothAbsent', since: '2026-10-15' } });
  const lines = (mails: readonly Mail[]) =>
    to(mails, office).map(({ text }) => text.match(/^\d+\. .*$/gm)!.slice(0, 1));
  expect(lines(await morning('2026-10-16'))).toEqual([
    [expect.stringContaining('负责人和替补人都不在岗，自2026年10月15日起')],
  ]);
  await lift(two);
  await lift();
  await house.knowAs({ ...two, unit: 'market' });
  expect(await fire()).toMatchObject({
    answers: { sub: one.sub },
    gap: { kind: 'notOfUnit' },
    replacement: { fit: false },
  });
  expect(lines(await morning('2026-10-19'))).toEqual([[expect.stringContaining('已不在本单位')]]);
  expect(told(await lift(two))).toEqual([403, 'notNamed']);
  await house.knowAs(two);
  await asOwner(house.database.url, (db) =>
    db.updateTable('account').set({ active: false }).where('sub', '=', one.sub).execute(),
  );
  expect(await fire()).toMatchObject({
    answers: { sub: two.sub, standsIn: true },
    gap: { kind: 'notOfUnit' },
  });
  await put('fire', { responsible: two.sub, replacement: head.sub });
  expect(await fire()).toMatchObject({ answers: { sub: two.sub, standsIn: false }, gap: null });
});

it('is sent nothing on a day off, and what the mail server does not take comes again under the same Message-ID', async () => {
  const call = { act: 'callVisit', ground: 'unannounced', reason: '突击检查' };
  await actOnCase(house, await fileOf(house, life), call, official('police', 'reviewer'));
  const pair = { responsible: 'police-reviewer-1', replacement: 'police-head-1' };
  await put('police', pair, official('police', 'head'));
  expect(await morning('2026-10-24')).toEqual([]);
  const ids: string[] = [];
  const down = ({ messageId }: Mail) => Promise.reject(new Error(`no route ${ids.push(messageId)}`));
  await expect(morning('2026-10-26', down)).rejects.toThrow('no route');
  const [again] = await morning('2026-10-26');
  expect(again!.messageId).toBe(ids[0]);
  expect(await morning('2026-10-26')).toEqual([]);
});

it('counts a refused address as final', async () => {
  const call = { act: 'callVisit', ground: 'unannounced', reason: '突击检查' };
  await actOnCase(house, await fileOf(house, life), call, official('housing', 'reviewer'));
  await put('housing', { responsible: 'housing-reviewer-1', replacement: 'housing-head-1' }, administrator);
  expect(
    await morning('2026-10-27', ({ to: address }) => Promise.reject(new MailRefused(`550 ${address}`))),
  ).toEqual([]);
  expect(await morning('2026-10-27')).toEqual([]);
});

it('is shown to whoever is named among what is held on them', async () => {
  const { body } = await house.call(two, 'GET', '/api/v1/me/personal-data');
  expect(body.responsible).toEqual([{ unit: 'fire', place: 'responsible', absence: null }]);
});
