import { evaluationId, supervisionId } from '../../domain/supervision';
import { straightAnswer } from '../world/answers';
import { answererOf, official } from '../world/people';
import { administrator, type House, openHouse } from './house';
import { actOn, advance, apply, conduct, leave, openItem, rate } from './way';
import type { Body } from './wire';

let house: House;
/** Waits for its self-assessment, is being scored, is rated. */
let silent: string;
let scoring: string;
let rated: string;
/** Its institution has left. */
let left: string;

const evaluationOf = (institution: string) => evaluationId(institution, { year: 2027, no: 1 });

beforeAll(async () => {
  house = await openHouse();
  const certified = async () => (await advance(house, await apply(house), 'end')).caseId;
  const institutions = [await certified(), await certified(), await certified()] as const;
  left = await certified();
  await leave(house, left);
  rated = await rate(house, institutions[2]);
  house.time.now = new Date('2027-03-01T02:00:00.000Z');
  for (const each of institutions) await conduct(house, supervisionId(each));
  [silent, scoring] = [evaluationOf(institutions[0]), evaluationOf(institutions[1])];
  const item = openItem(await advance(house, scoring, 'score'), 'score');
  const file = await conduct(house, scoring);
  await actOn(house, item, straightAnswer(file, item, '2027-03-01'), answererOf(item, 'score'));
});
afterAll(() => house.close());

const health = official('health', 'reviewer');

async function entries(path: string, who = health): Promise<readonly Body[]> {
  const { status, body } = await house.call(who, 'GET', `/api/v1${path}`);
  expect(status).toBe(200);
  return body.entries as readonly Body[];
}
const ids = async (query: string) =>
  (await entries(`/evaluations?year=2027${query}`)).map(({ caseId }) => caseId as string);

describe('the evaluations of a year', () => {
  it('say how far each institution is, who is awaited, and what it was rated', async () => {
    const [first, second, third] = await entries('/evaluations?year=2027');
    expect(first).toMatchObject({
      caseId: silent,
      stage: 'selfAssessment',
      scored: 0,
      result: null,
      awaited: [{ step: 'selfAssess', unit: { id: 'applicant' }, overdue: false }],
    });
    expect(second).toMatchObject({ caseId: scoring, stage: 'scoring', result: null });
    expect(second!.scored).toBeGreaterThan(0);
    expect(second!.scored).toBeLessThan(second!.indicators as number);
    expect(third).toMatchObject({
      caseId: rated,
      outcome: 'rated',
      awaited: [],
      confirmed: true,
      result: { score: 85, rating: 'good', ratingLabel: { zh: '良好' } },
    });
  });

  it.each([
    ['&stage=scoring', () => [scoring]],
    ['&rating=good', () => [rated]],
    ['&rating=excellent', () => []],
    ['&mode=private', () => [silent, scoring, rated]],
    ['&mode=family', () => []],
    ['&subdistrict=tianshui', () => []],
    ['&late=true', () => []],
    ['&late=false', () => [silent, scoring, rated]],
  ])('are filtered by %s', async (query, expected) => {
    expect(await ids(query)).toEqual(expected());
  });

  it('say who is late once a limit has passed, and can be asked for those alone', async () => {
    const before = house.time.now;
    house.time.now = new Date('2027-06-01T02:00:00.000Z');
    expect(await ids('&late=true')).toContain(scoring);
    expect(await ids('&late=false')).toEqual([rated]);
    const [late] = (await entries('/evaluations?year=2027')).filter(({ caseId }) => caseId === scoring);
    expect(late!.awaited).toContainEqual(expect.objectContaining({ step: 'score', overdue: true }));
    house.time.now = before;
  });

  it('are none in a year in which nobody was evaluated', async () => {
    expect(await entries('/evaluations?year=2026')).toEqual([]);
  });
});

describe('the visits that fall due', () => {
  it('are those of the reader’s unit, the next first, without institutions that leave', async () => {
    const own = await entries('/visits');
    expect(own.length).toBe(3);
    expect(new Set(own.map(({ unit }) => (unit as { id: string }).id))).toEqual(new Set(['health']));
    expect(own.map(({ caseId }) => caseId)).not.toContain(supervisionId(left));
    const days = own.map(({ on }) => on as string);
    expect(days).toEqual([...days].sort());
  });

  it('are those of every unit for who oversees all, and end before a day', async () => {
    const all = await entries('/visits?unit=all&limit=100', administrator);
    const units = new Set(all.map(({ unit }) => (unit as { id: string }).id));
    expect([...units]).toEqual(expect.arrayContaining(['shiqiao', 'health', 'fire']));
    const [first] = all;
    const before = await entries(`/visits?unit=all&before=${first!.on as string}`, administrator);
    expect(before).toEqual([]);
  });

  it('follow when one has come due: the next of its round stands there', async () => {
    const caseId = supervisionId(silent.replace(/-E.*/, ''));
    const own = async () =>
      (await entries('/visits?unit=all&limit=100', administrator)).filter((each) => each.caseId === caseId);
    const [next] = await own();
    const before = house.time.now;
    house.time.now = new Date(`${next!.on as string}T02:00:00.000Z`);
    const { supervision } = await conduct(house, caseId);
    house.time.now = before;
    const days = (await own()).map(({ visit, on }) => [visit, on]);
    expect(Object.fromEntries(days)).toEqual(supervision!.nextVisits);
    expect(supervision!.nextVisits[next!.visit as string]! > (next!.on as string)).toBe(true);
  });

  it('of another unit are not told', async () => {
    const { status } = await house.call(health, 'GET', '/api/v1/visits?unit=fire');
    expect(status).toBe(403);
  });
});
