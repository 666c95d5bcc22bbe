import { type Detour, openDetour } from './detour';
import { type House, openHouse } from './house';
import { conduct, fileOf, openItem } from './way';
import { doOn, reach } from './sideWay';

let house: House;
let detour: Detour;
beforeAll(async () => {
  house = await openHouse({
    database: async (url) => {
      detour = await openDetour(url);
      return detour.database;
    },
  });
});
afterAll(async () => {
  await house.close();
  await detour.close();
});

/** A number of /metrics, as it is written there. */
async function metric(name: string): Promise<string | undefined> {
  const { text } = await house.call(null, 'GET', '/metrics');
  return new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1];
}
const dependencies = async () => {
  const { status, body } = await house.call(null, 'GET', '/readyz');
  return { status, database: body.dependencies.database, temporal: body.dependencies.temporal };
};

describe('for those who run the system', () => {
  it('it is ready, and only degraded without the engine', async () => {
    house.temporal.up = false;
    expect(await dependencies()).toMatchObject({
      status: 200,
      database: { state: 'up' },
      temporal: { state: 'degraded', error: 'not reachable' },
    });
    house.temporal.up = true;
  });

  it('a work item is overdue once its time has passed, and not while its clock stands still', async () => {
    const overdue = () => metric('onewindow_work_items_overdue');
    const stopped = await reach(house, 'correct');
    const { dueAt } = openItem(stopped, 'accept').deadline;
    house.time.now = new Date(Date.parse(dueAt) + 1_000);
    expect(openItem(stopped, 'accept').stopped).toBe(true);
    expect(Date.parse(openItem(stopped, 'correct').deadline.dueAt)).toBeGreaterThan(house.time.now.getTime());
    expect(await overdue()).toBe('0');
    const answers = [1, 2].map((no) => ({ no, answer: '已补正' }));
    await doOn(house, await conduct(house, stopped.caseId), 'correct', { act: 'correct', answers });
    const goesOn = openItem(await fileOf(house, stopped.caseId), 'accept');
    house.time.now = new Date(goesOn.deadline.dueAt);
    expect(await overdue()).toBe('1');
  });

  it('nobody waits for a database that does not answer: it is said to be down, and what it knows to be unknown', async () => {
    await house.call(null, 'GET', '/readyz');
    detour.trouble = 'silent';
    expect(await metric('onewindow_work_items_open')).toBe('Nan');
    expect(await dependencies()).toMatchObject({
      status: 503,
      database: { state: 'down', error: 'no answer in time' },
    });
    expect((await house.call(null, 'GET', '/livez')).body).toEqual({ status: 'alive' });
    detour.trouble = 'none';
    detour.cut();
  });
});
