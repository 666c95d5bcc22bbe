import { openItems } from '../../domain/process';
import { applicant, official } from '../world/people';
import { type House, openHouse } from './house';
import { actOn, advance, apply, begin, conduct, fileOf, newKey, openItem } from './way';
import { type Body, told } from './wire';

let house: House;
beforeAll(async () => (house = await openHouse()));
afterAll(() => house.close());

const clerk = official('shiqiao', 'intakeClerk');
const colleague = official('shiqiao', 'intakeClerk', 2);
const accept = { act: 'accept' };
const agree = { act: 'signOff', opinion: 'agree' };

describe('who acts says what they saw', () => {
  /** A request to every address that asks for If-Match, in other respects a good one. */
  const requests = async (): Promise<Readonly<Record<string, [string, unknown, typeof clerk]>>> => {
    const item = openItem(await fileOf(house, await apply(house)), 'accept');
    const draft = `/applications/${(await begin(house)).body.id}`;
    return {
      'put /applications/{id}': [draft, { application: {} }, applicant],
      'delete /applications/{id}': [draft, undefined, applicant],
      'post /applications/{id}/submission': [`${draft}/submission`, {}, applicant],
      'post /cases/{caseId}/acts': [`/cases/${item.id.split('.')[0]}/acts`, { act: 'withdraw' }, applicant],
      'post /work-items/{id}/acts': [`/work-items/${item.id}/acts`, accept, clerk],
    };
  };

  const answersTo = async (ifMatch: Record<string, string>) => {
    const answers = [];
    for (const [line, [path, body, who]] of Object.entries(await requests())) {
      const method = line.split(' ')[0]!.toUpperCase();
      const headers = { ...newKey(), ...ifMatch };
      answers.push(await house.call(who, method, `/api/v1${path}`, { body, headers }));
    }
    return answers;
  };

  it('at every address that changes something which was there before', async () => {
    const asking = house.routes.filter(({ precondition }) => precondition === 'ifMatch');
    const lines = asking.map(({ method, path }) => `${method} ${path}`);
    expect(lines.sort()).toEqual(Object.keys(await requests()).sort());
    const answers = await answersTo({});
    expect(answers.map(told)).toEqual(answers.map(() => [428, 'ifMatchMissing']));
  });

  it.each(['*', '3', 'W/"3"', '"x"', '"1", "2"', '""'])('and not by If-Match: %s', async (ifMatch) => {
    const answers = await answersTo({ 'if-match': ifMatch });
    expect(answers.map(told)).toEqual(answers.map(() => [400, 'malformedRequest']));
    for (const { body } of answers) expect(body.errors[0].pointer).toBe('/headers/if-match');
  });
});

describe('an act on what has changed meanwhile', () => {
  it('is refused with who did what meanwhile, the version now and what is allowed now', async () => {
    const item = openItem(await fileOf(house, await apply(house)), 'accept');
    await actOn(house, item, accept, colleague);
    const late = await actOn(house, item, accept, clerk);
    expect(told(late)).toEqual([412, 'versionMismatch']);
    const { items } = await fileOf(house, item.id.split('.')[0]!);
    expect(late.headers.get('etag')).toBe(`"${items[item.id]!.version}"`);
    expect(late.body.meanwhile).toEqual([
      expect.objectContaining({
        type: 'accepted',
        unit: expect.objectContaining({ id: 'shiqiao' }),
        person: { zh: '人员 shiqiao-intakeClerk-2', en: 'Person shiqiao-intakeClerk-2' },
      }),
    ]);
    expect(late.body.allowed).toEqual([]);
  });

  it('tells the applicant what happened, and not which official did it', async () => {
    const seen = await fileOf(house, await apply(house));
    await actOn(house, openItem(seen, 'accept'), accept, clerk);
    await conduct(house, seen.caseId);
    const late = await house.call(applicant, 'POST', `/api/v1/cases/${seen.caseId}/acts`, {
      body: { act: 'withdraw' },
      headers: { ...newKey(), 'if-match': `"${seen.seq}"` },
    });
    expect(told(late)).toEqual([412, 'versionMismatch']);
    const meanwhile = late.body.meanwhile as readonly Body[];
    expect(meanwhile.map(({ type, person }) => [type, person])).toEqual([
      ['accepted', null],
      ['stageOpened', null],
    ]);
    const [{ href, etag, act }] = late.body.allowed;
    const headers = { ...newKey(), 'if-match': etag };
    expect((await house.call(applicant, 'POST', href, { body: { act }, headers })).status).toBe(200);
  });

  it('meets the silence that came first, though nobody had noted it', async () => {
    const item = openItem(await fileOf(house, await apply(house)), 'accept');
    const { now } = house.time;
    house.time.now = new Date(Date.parse(item.deadline.dueAt));
    const declined = await actOn(house, item, { act: 'decline', reason: '不予受理' }, clerk);
    house.time.now = now;
    expect(told(declined)).toEqual([412, 'versionMismatch']);
    const person = null;
    expect(declined.body.meanwhile).toEqual([
      expect.objectContaining({
        type: 'deemedAccepted',
        unit: expect.objectContaining({ id: 'system' }),
        person,
      }),
    ]);
  });

  it('of two that come at once is done for one, and refused to the other', async () => {
    const item = openItem(await fileOf(house, await apply(house)), 'accept');
    const answers = await Promise.all([clerk, colleague].map((who) => actOn(house, item, accept, who)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  it('does not stop departments that sign off side by side: each answers an item of its own', async () => {
    const file = await advance(house, await apply(house), 'review');
    const reviews = openItems(file);
    expect(reviews.length).toBeGreaterThan(5);
    const answers = await Promise.all(
      reviews.map((item) => actOn(house, item, agree, official(item.unit, 'reviewer'))),
    );
    expect(answers.map(({ status }) => status)).toEqual(reviews.map(() => 200));
  });
});
