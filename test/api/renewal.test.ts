import type { Application } from '../../domain/application';
import type { CaseFile } from '../../domain/caseFile';
import { openItems } from '../../domain/process';
import { supervisionId } from '../../domain/supervision';
import type { Change } from '../../domain/vocabulary';
import { asOwner } from '../../infra/db/owner';
import { publishPlan } from '../../infra/plan/repository';
import { about, deliver } from '../letters/courier';
import { contact } from '../world/applications';
import { applicant } from '../world/people';
import { type House, openHouse } from './house';
import { advance, apply, begin, conduct, newKey, submitDraft } from './way';
import { told } from './wire';

const basis = { clause: '区卫健局', source: 'district', confirmed: false } as const;
const FIRST_END = '2027-09-27';

let house: House;
beforeAll(async () => {
  house = await openHouse();
  const { plan } = house.version;
  const withTerms = {
    ...plan,
    modes: { ...plan.modes, private: { ...plan.modes.private, term: { value: 1, basis } } },
    renewal: { fromDays: 90, remindDays: 60, basis },
    changes: [...plan.changes, { change: 'renewal' as const, stages: ['jointReview' as const], basis }],
  };
  const at = house.time.now.toISOString();
  await asOwner(house.database.url, (db) => publishPlan(db, withTerms, at.slice(0, 10), at));
});
afterAll(() => house.close());

const moveTo = (day: string) => (house.time.now = new Date(`${day}T02:00:00.000Z`));
const beginChange = (institution: string, ...what: Change[]) =>
  house.call(applicant, 'POST', `/api/v1/cases/${institution}/changes`, {
    body: { what },
    headers: newKey(),
  });
const stateOf = async (no: string | null) =>
  (await house.call(null, 'GET', `/verify/${no}`)).body.state as string;
const shown = async () => (await house.call(null, 'GET', '/api/v1/register')).body.entries[0];
const asked = (life: CaseFile) => openItems(life).filter(({ step }) => step === 'sanction').length;

async function changed(institution: string, change: Change, altered = (now: Application) => now) {
  const { body } = await beginChange(institution, change);
  const submitted = await submitDraft(house, await begin(house, altered(body.application as Application)));
  if (submitted.status !== 201) throw new Error(submitted.text);
  return advance(house, submitted.body.caseId as string, 'end');
}

it('a certificate with a term is reminded of, shown as expired after it, and renewed', async () => {
  const institution = await apply(house);
  const first = (await advance(house, institution, 'end')).certificateNo;
  const life = () => conduct(house, supervisionId(institution));
  const { body: sealed } = await house.call(null, 'GET', `/verify/${first}`);
  expect([sealed.state, sealed.statement.validUntil]).toEqual(['valid', FIRST_END]);
  expect(await shown()).toMatchObject({ validUntil: FIRST_END, expired: false });

  const early = await beginChange(institution, 'renewal');
  expect(told(early)).toEqual([422, 'cannotBePlanned']);
  expect(early.body.errors).toMatchObject([{ pointer: '/what', code: 'renewalTooEarly' }]);
  const named = await changed(institution, 'name', (now) => ({
    ...now,
    institution: { ...now.institution, name: '新名称托育园' },
  }));
  expect(named.validUntil).toBe(FIRST_END);

  moveTo('2027-08-02');
  await life();
  const reminder = about(await deliver(house, supervisionId(institution)), '证书有效期');
  expect([reminder.to, reminder.text.includes('2027年9月27日')]).toEqual([contact.email, true]);

  moveTo('2027-09-28');
  expect(await stateOf(named.certificateNo)).toBe('expired');
  expect(await shown()).toMatchObject({ validUntil: FIRST_END, expired: true });
  expect((await house.call(null, 'GET', '/register', { headers: { accept: 'text/html' } })).text).toContain(
    `已于 ${FIRST_END} 届满`,
  );
  expect(asked(await life())).toBe(1);

  const renewed = await changed(institution, 'renewal');
  expect(renewed.itinerary.stages.map(({ stage }) => stage)).toContain('jointReview');
  expect(renewed.validUntil).toBe('2028-09-27');
  expect([await stateOf(named.certificateNo), await stateOf(renewed.certificateNo)]).toEqual([
    'superseded',
    'valid',
  ]);
  expect(await shown()).toMatchObject({ validUntil: '2028-09-27', expired: false });
  expect(asked(await life())).toBe(0);
});

it('a certificate without a term has nothing to renew', async () => {
  const institution = await apply(house, { serviceMode: 'community' });
  const { certificateNo, validUntil } = await advance(house, institution, 'end');
  expect([validUntil, await stateOf(certificateNo)]).toEqual([undefined, 'valid']);
  const refused = await beginChange(institution, 'renewal');
  expect(refused.body.errors).toMatchObject([{ pointer: '/what', code: 'holdsWithoutEnd' }]);
});
