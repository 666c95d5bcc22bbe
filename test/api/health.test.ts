import { official } from '../world/people';
import { openDetour, type Detour } from './detour';
import { type House, openHouse } from './house';
import { actOn, apply, fileOf, openItem } from './way';
import { type Body, told } from './wire';

let house: House;
let detour: Detour;
beforeEach(async () => {
  house = await openHouse({
    database: async (url) => {
      detour = await openDetour(url);
      return detour.database;
    },
  });
});
afterEach(async () => {
  await house.close();
  await detour.close();
});

const readyz = () => house.call(null, 'GET', '/readyz');
/** When a state changed last, by what the answer says. */
const latest = (body: Body) =>
  Object.values(body.dependencies as Record<string, Body>)
    .map(({ since }) => since as string)
    .sort()
    .at(-1)!;

/** Asked again until it has seen the change: it looks twice a second at most. */
async function readyAfter(change: () => void): Promise<{ status: number; body: Body }> {
  const before = latest((await readyz()).body);
  change();
  for (;;) {
    const answered = await readyz();
    if (answered.body.status === 'stopping' || latest(answered.body) > before) return answered;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe('/livez', () => {
  it('says that the process lives, whatever else is away', async () => {
    house.issuer.isAway = true;
    house.temporal.up = false;
    detour.trouble = 'away';
    detour.cut();
    const { status, body } = await house.call(null, 'GET', '/livez');
    expect([status, body]).toEqual([200, { status: 'alive' }]);
  });
});

describe('/readyz', () => {
  it('names each server that is needed, and how it stands', async () => {
    const { status, body } = await readyz();
    const up = { state: 'up', milliseconds: expect.any(Number), since: expect.stringMatching(/^\d{4}-.*Z$/) };
    expect([status, body]).toEqual([
      200,
      { status: 'ready', dependencies: { database: up, identity: up, temporal: up } },
    ]);
  });

  it('is not ready without the database, and is again when it is back', async () => {
    const away = await readyAfter(() => {
      detour.trouble = 'away';
      detour.cut();
    });
    expect([away.status, away.body.status]).toEqual([503, 'notReady']);
    expect(away.body.dependencies.database).toMatchObject({ state: 'down', error: 'not reachable' });
    const back = await readyAfter(() => (detour.trouble = 'none'));
    expect([back.status, back.body.dependencies.database.state]).toEqual([200, 'up']);
  });

  it('goes on without the engine: acts are answered while it is away', async () => {
    const { status, body } = await readyAfter(() => (house.temporal.up = false));
    expect([status, body.status]).toEqual([200, 'ready']);
    expect(body.dependencies.temporal).toMatchObject({ state: 'degraded', error: 'not reachable' });
    const item = openItem(await fileOf(house, await apply(house)), 'accept');
    const clerk = official('shiqiao', 'intakeClerk');
    expect((await actOn(house, item, { act: 'accept' }, clerk)).status).toBe(200);
  });

  it('waits for the issuer once: keys that were learnt go on serving', async () => {
    const { status, body } = await readyAfter(() => (house.issuer.isAway = true));
    expect([status, body.dependencies.identity.state]).toEqual([200, 'degraded']);
    const apart = await openHouse();
    apart.issuer.isAway = true;
    const early = await apart.call(null, 'GET', '/readyz');
    await apart.close();
    expect([early.status, early.body.dependencies.identity.state]).toEqual([503, 'down']);
  });

  it('is not ready once it is told to stop, so that nobody is sent here any more', async () => {
    const { status, body } = await readyAfter(() => house.stop.abort());
    expect([status, body.status]).toEqual([503, 'stopping']);
  });

  it('tells nobody where its servers are', async () => {
    const away = await readyAfter(() => {
      detour.trouble = 'away';
      detour.cut();
    });
    expect(JSON.stringify(away.body)).not.toMatch(/127\.0\.0\.1|postgres|ECONN/);
  });
});

describe('/metrics', () => {
  const figures = async () => {
    const { headers, text } = await house.call(null, 'GET', '/metrics');
    expect(headers.get('content-type')).toMatch(/^text\/plain; version=/);
    const lines = text.split('\n').filter((line) => !line.startsWith('#'));
    return new Map(lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), line.split(' ').at(-1) ?? '']));
  };

  it('counts what waits, what is overdue and what the engine has not been told of', async () => {
    await apply(house);
    await apply(house);
    const before = await figures();
    expect(before.get('onewindow_work_items_open')).toBe('2');
    expect(before.get('onewindow_work_items_overdue')).toBe('0');
    expect(before.get('onewindow_outbox_depth')).toBe('2');
    house.time.now = new Date('2026-10-20T00:00:00.000Z');
    expect((await figures()).get('onewindow_work_items_overdue')).toBe('2');
  });

  it('times requests by the template of their route, and names no case and no person', async () => {
    const caseId = await apply(house);
    await house.call(official('shiqiao', 'intakeClerk'), 'GET', `/api/v1/cases/${caseId}`);
    await house.call(null, 'GET', '/nothing');
    const found = await figures();
    const count = (route: string, status: number) =>
      found.get(
        `onewindow_http_request_duration_seconds_count{method="GET",route="${route}",status="${status}"}`,
      );
    expect(count('/cases/{caseId}', 200)).toBe('1');
    expect(count('unmatched', 404)).toBe('1');
    expect([...found.keys()].join('\n')).not.toContain(caseId);
  });

  it('says that a figure is missing while the database is away, instead of zero', async () => {
    detour.trouble = 'away';
    detour.cut();
    expect((await figures()).get('onewindow_work_items_open')).toBe('Nan');
  });
});

it('a house that stops answers what it is still asked, and asks to be let go', async () => {
  house.stop.abort();
  const answered = await house.call(null, 'GET', '/api/v1/nothing');
  expect([...told(answered), answered.headers.get('connection')]).toEqual([404, 'routeNotFound', 'close']);
});
