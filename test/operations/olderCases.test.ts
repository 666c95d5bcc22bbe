import { sql } from 'kysely';
import type { Application } from '../../domain/application';
import { supervisionId } from '../../domain/supervision';
import { asOwner } from '../../infra/db/owner';
import { PlanTooOld, pinRules } from '../../infra/record/olderCases';
import { refold } from '../../infra/record/refold';
import { type House, openHouse } from '../api/house';
import { actOn, actOnCase, advance, apply, begin, fileOf, newKey, openItem, submitDraft } from '../api/way';
import { applicant, official } from '../world/people';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

/** As the owner of the tables, who may do what the application may not. */
const asOwnerDo = (statement: ReturnType<typeof sql>) =>
  asOwner(house.database.url, (db) => statement.execute(db));

/** A case as the first release submitted it: its itinerary has no rules for side steps. */
async function olderCase(): Promise<string> {
  const caseId = await apply(house);
  await advance(house, caseId, 'accept');
  await asOwnerDo(sql`alter table event disable trigger event_is_append_only`);
  await asOwnerDo(
    sql`update event set facts = facts #- '{itinerary,sideRules}' where case_id = ${caseId} and seq = 1`,
  );
  await asOwnerDo(sql`alter table event enable trigger event_is_append_only`);
  await asOwner(house.database.url, (db) => refold(db, caseId));
  return caseId;
}

const pin = () => asOwner(house.database.url, (db) => pinRules({ ...house.services.ground, db }));

it('an open case of the first release goes on by the rules of the plan in force', async () => {
  const caseId = await olderCase();
  expect((await fileOf(house, caseId)).itinerary.sideRules).toBeUndefined();
  expect([await pin(), await pin()]).toEqual([1, 0]);
  const file = await fileOf(house, caseId);
  expect(file.itinerary.sideRules?.marks).toMatchObject({ shiqiao: expect.any(String) });
  const item = openItem(file, 'accept');
  const body = { act: 'requestCorrection', missing: [{ text: '租赁合同缺页' }] };
  expect((await actOn(house, item, body, official(item.unit, 'intakeClerk'))).status).toBe(200);
});

async function supervised(): Promise<string> {
  const institution = await apply(house);
  await advance(house, institution, 'end');
  return supervisionId(institution);
}

it('a supervision that knows of no staff list keeps one from now on', async () => {
  const caseId = await supervised();
  const entering = {
    act: 'enterStaff',
    person: '张三',
    role: 'cook',
    joinedOn: '2026-09-01',
    documents: [],
  };
  await asOwnerDo(sql`alter table event disable trigger event_is_append_only`);
  await asOwnerDo(
    sql`update event set facts = facts #- '{itinerary,life,staff}' where case_id = ${caseId} and seq = 1`,
  );
  await asOwnerDo(sql`alter table event enable trigger event_is_append_only`);
  await asOwner(house.database.url, (db) => refold(db, caseId));
  const before = await actOnCase(house, await fileOf(house, caseId), entering, applicant);
  expect([before.status, before.body.code]).toEqual([409, 'noStaffList']);
  expect([await pin(), await pin()]).toEqual([1, 0]);
  expect((await actOnCase(house, await fileOf(house, caseId), entering, applicant)).status).toBe(200);
});

it('a supervision of the release before gets the rules that came since, and keeps its own', async () => {
  const caseId = await supervised();
  const now = (await fileOf(house, caseId)).itinerary;
  await asOwnerDo(sql`alter table event disable trigger event_is_append_only`);
  await asOwnerDo(
    sql`update event set facts = jsonb_set(facts #- '{itinerary,sideRules,clocks,handleComplaint}' #- '{itinerary,life,complaints}',
      '{itinerary,sideRules,clocks,visit,limit}', '99') where case_id = ${caseId} and seq = 1`,
  );
  await asOwnerDo(sql`alter table event enable trigger event_is_append_only`);
  await asOwner(house.database.url, (db) => refold(db, caseId));
  expect([await pin(), await pin()]).toEqual([1, 0]);
  const { life, sideRules } = (await fileOf(house, caseId)).itinerary;
  expect(life).toEqual(now.life);
  expect(sideRules?.clocks.handleComplaint).toEqual(now.sideRules?.clocks.handleComplaint);
  expect(sideRules?.clocks.visit?.limit).toBe(99);
});

it('a supervision from before exits were pushed pushes its own, unless it leaves already', async () => {
  const institution = await apply(house);
  await advance(house, institution, 'end');
  const caseId = supervisionId(institution);
  const { stages } = (await fileOf(house, caseId)).itinerary;
  await asOwnerDo(sql`alter table event disable trigger event_is_append_only`);
  await asOwnerDo(
    sql`update event set facts = facts #- '{itinerary,stages,1,steps,2}' where case_id = ${caseId} and seq = 1`,
  );
  await asOwnerDo(sql`alter table event enable trigger event_is_append_only`);
  await asOwner(house.database.url, (db) => refold(db, caseId));
  expect((await fileOf(house, caseId)).itinerary.stages[1]?.steps.map(({ step }) => step)).toEqual([
    'place',
    'deregister',
    'closeFiling',
  ]);
  expect([await pin(), await pin()]).toEqual([1, 0]);
  expect((await fileOf(house, caseId)).itinerary.stages).toEqual(stages);
});

it('an institution whose supervision began under an older plan still changes, by the plan in force', async () => {
  const caseId = await supervised();
  const institution = caseId.slice(0, -2);
  await asOwnerDo(sql`alter table plan_version disable trigger all`);
  await asOwnerDo(
    sql`insert into plan_version select 'xiacheng@2', plan_id, 2, effective_from, body, 'newer', published_at
          from plan_version where id = 'xiacheng@1'`,
  );
  await asOwnerDo(sql`update plan_version set body = body #- '{supervision,staff}' where id = 'xiacheng@1'`);
  await asOwnerDo(sql`alter table plan_version enable trigger all`);
  const path = `/api/v1/cases/${institution}/changes`;
  const begun = await house.call(applicant, 'POST', path, { body: { what: ['name'] }, headers: newKey() });
  const { application } = begun.body as { application: Application };
  const named = { ...application, institution: { ...application.institution, name: '新名称托育园' } };
  const change = (await submitDraft(house, await begin(house, named))).body.caseId as string;
  expect((await advance(house, change, 'end')).outcome).toBe('certified');
  const { planVersion, life } = (await fileOf(house, caseId)).itinerary;
  expect([planVersion, life]).toMatchObject([
    'xiacheng@2',
    { application: change, staff: { unit: 'health' } },
  ]);
});

it('asks for a newer plan where that in force knows of no side steps', async () => {
  await olderCase();
  await asOwnerDo(sql`alter table plan_version disable trigger all`);
  await asOwnerDo(sql`update plan_version set body = body - 'ladder'`);
  await expect(pin()).rejects.toThrow(PlanTooOld);
});
