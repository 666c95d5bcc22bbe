import type { Actor } from '../../domain/actor';
import { valuesOf } from '../../domain/label';
import { roles } from '../../domain/vocabulary';
import { applicant, official } from '../world/people';
import { administrator, type House, openHouse, stranger } from './house';
import { actOn, advance, apply, conduct, fileOf, openItem } from './way';
import { type Body, told } from './wire';
import { supervisionId } from '../../domain/supervision';

let house: House;
let accepted: string;
let certified: string;
let kindergarten: string;
beforeAll(async () => {
  house = await openHouse();
  certified = await apply(house);
  await advance(house, certified, 'end');
  accepted = await apply(house);
  await advance(house, accepted, 'review');
  kindergarten = await apply(house, { serviceMode: 'kindergarten' });
});
afterAll(() => house.close());

const list = async (who: Actor, query = '') =>
  (await house.call(who, 'GET', `/api/v1/cases${query}`)).body.entries as readonly Body[];
const numbers = (entries: readonly Body[]) => entries.map(({ caseId }) => caseId as string);
const one = (caseId: string, who = applicant) => house.call(who, 'GET', `/api/v1/cases/${caseId}`);

/** Reading depends on the unit and on two roles: one clerk a unit and every role of one unit are enough. */
function oneOfTheirs({ unit, roles: [role] }: Actor): boolean {
  return unit === 'finance' || role === 'intakeClerk';
}

const actsIn = ({ allowed }: Body) => (allowed as readonly Body[]).map(({ act }) => act as string);

describe('the list of cases', () => {
  it('shows the applicant their own, the newest first, and a stranger none', async () => {
    expect(numbers(await list(applicant))).toEqual([
      kindergarten,
      accepted,
      supervisionId(certified),
      certified,
    ]);
    expect(await list(stranger)).toEqual([]);
  });

  it.each([
    ['stage=jointReview', () => [accepted]],
    ['mode=kindergarten', () => [kindergarten]],
    ['outcome=certified', () => [certified]],
    ['outcome=open', () => [kindergarten, accepted, supervisionId(certified)]],
    ['outcome=open&kind=licensing', () => [kindergarten, accepted]],
    ['kind=supervision', () => [supervisionId(certified)]],
    ['kind=evaluation&year=2027', () => []],
    ['outcome=withdrawn', () => []],
    ['unit=civilAffairs&outcome=open&mode=private&kind=licensing', () => [accepted]],
    ['unit=finance', () => []],
  ])('finds by %s', async (query, expected) => {
    expect(numbers(await list(administrator, `?${query}`))).toEqual(expected());
  });

  it('finds a case by the stage that it shows, also before anybody has opened that stage', async () => {
    const caseId = await apply(house);
    const item = openItem(await fileOf(house, caseId), 'accept');
    await actOn(house, item, { act: 'accept' }, official('shiqiao', 'intakeClerk'));
    expect((await one(caseId)).body.stage).toBe('jointReview');
    expect(numbers(await list(administrator, '?stage=jointReview'))).toContain(caseId);
    expect(numbers(await list(administrator, '?stage=acceptance'))).not.toContain(caseId);
  });

  it('holds exactly the cases that its reader may open, for every role and unit', async () => {
    const units = house.version.plan.units.map(({ id }) => id);
    const officials = units.flatMap((unit) => valuesOf(roles).map((role) => official(unit, role)));
    const all = numbers(await list(administrator));
    const found = [];
    for (const reader of [...officials.filter(oneOfTheirs), applicant, stranger, administrator]) {
      const listed = numbers(await list(reader));
      for (const caseId of all) {
        const { status } = await one(caseId, reader);
        found.push([reader.sub, caseId, listed.includes(caseId) ? 200 : 403, status]);
      }
    }
    expect(found.filter(([, , listed, status]) => listed !== status)).toEqual([]);
    expect(new Set(found.map(([, , , status]) => status))).toEqual(new Set([200, 403]));
  });
});

describe('one case', () => {
  it('says where it stands, what it was applied with and which way it goes', async () => {
    const { status, headers, body } = await one(accepted);
    expect(status).toBe(200);
    expect(headers.get('etag')).toBe(`"${body.seq}"`);
    expect(body).toMatchObject({
      caseId: accepted,
      stageLabel: { zh: '联审', en: 'Joint review' },
      dates: { receipt: '2026-09-28', acceptance: '2026-09-28', decision: null },
      application: { institution: { name: '示例托育园' } },
      lead: { id: 'shiqiao', name: { zh: expect.stringContaining('石桥') } },
    });
    const [accept, ...reviews] = body.workItems as readonly Body[];
    expect(accept).toMatchObject({ step: 'accept', status: 'done' });
    expect(reviews).toHaveLength(7);
    for (const review of reviews) expect(review).toMatchObject({ step: 'review', status: 'open' });
  });

  it('tells each reader what they may do now, where and under which version', async () => {
    const fire = official('fire', 'reviewer');
    const { body } = await one(accepted, fire);
    const item = `${accepted}.1.review-fire`;
    expect(actsIn(body)).toEqual(['claim', 'delegate', 'signOff', 'order']);
    for (const each of body.allowed)
      expect(each).toMatchObject({ workItem: item, href: `/api/v1/work-items/${item}/acts` });
    const [{ href, etag }] = body.allowed;
    const work = await house.call(fire, 'GET', `/api/v1/work-items/${item}`);
    expect(work.headers.get('etag')).toBe(etag);
    expect(work.body.allowed[0].href).toBe(href);
    expect(actsIn((await one(accepted)).body)).toEqual(['withdraw', 'acknowledge']);
    expect(actsIn((await one(accepted, administrator)).body)).toEqual([
      'reassign',
      'proposeRepair',
      'intervene',
    ]);
  });

  it('shows a silence whose time has passed before anybody has noted it', async () => {
    const caseId = await apply(house);
    const before = (await one(caseId)).body;
    house.time.now = new Date('2026-10-11T00:00:00.000Z');
    const after = await one(caseId);
    expect(after.body).toMatchObject({ stage: 'jointReview', dates: { acceptance: '2026-09-28' } });
    await conduct(house, caseId);
    const { body } = await house.call(applicant, 'GET', `/api/v1/cases/${caseId}/events?after=${before.seq}`);
    const silence = (body.events as readonly Body[]).find(({ type }) => type === 'deemedAccepted');
    expect(silence?.seq).toBe(after.body.seq);
    house.time.now = new Date('2026-09-28T02:00:00.000Z');
  });

  it('shows the units that objected to those who handle it, and not to the applicant', async () => {
    const caseId = await apply(house);
    const fire = official('fire', 'reviewer');
    const item = openItem(await advance(house, caseId, 'review'), 'review');
    const body = { act: 'signOff', opinion: 'object', reason: '疏散通道不足' };
    await actOn(house, { ...item, id: `${caseId}.1.review-fire` }, body, fire);
    expect((await one(caseId, fire)).body.objections).toEqual([expect.objectContaining({ id: 'fire' })]);
    expect((await one(caseId)).body.objections).toBeNull();
  });

  it.each(['XCTY-2026-999999', 'nothing', '%00', '%E0%A4%A', "'", 'a'.repeat(121)])(
    'does not exist under the number %s',
    async (caseId) => {
      const answered = await one(caseId, administrator);
      expect(answered.status).toBe(404);
      expect(['caseNotFound', 'routeNotFound']).toContain(told(answered)[1]);
    },
  );
});
