import { type House, openHouse } from './house';
import { advance, apply } from './way';

let house: House;
beforeAll(async () => {
  house = await openHouse();
  for (let n = 0; n < 2; n += 1) await advance(house, await apply(house), 'end');
  await apply(house);
});
afterAll(() => house.close());

const figures = async () => (await house.call(null, 'GET', '/api/v1/statistics')).body;

describe('the public figures', () => {
  it('count institutions and places that are on the register, and cases only where they are enough', async () => {
    expect(await figures()).toMatchObject({
      asOf: '2026-09-28',
      institutions: [{ mode: 'private', institutions: 2, places: 60 }],
      places: [{ subdistrict: { id: 'shiqiao' }, institutions: 2, places: 60 }],
      ratings: null,
      cases: { year: 2026, atLeast: 5, closed: null, open: { acceptance: null }, days: null },
    });
  });

  it('divide the places of a subdistrict among the kinds of classes', async () => {
    const [{ classes, places }] = (await figures()).places;
    const all = Object.values(classes as Record<string, number>).reduce((sum, each) => sum + each, 0);
    expect(all).toBe(places);
  });

  it('are drawn up once an hour', async () => {
    await advance(house, await apply(house), 'end');
    expect((await figures()).institutions[0].institutions).toBe(2);
    house.time.now = new Date(house.time.now.getTime() + 3_600_000);
    expect((await figures()).institutions[0].institutions).toBe(3);
  });
});
