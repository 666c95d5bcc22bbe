import { sql } from 'kysely';
import { record } from '../../infra/record/act';
import { givePositions } from '../../infra/feed/positions';
import { type FeedMark, readFeed } from '../../infra/feed/reading';
import { type House, openHouse } from '../api/house';
import { apply } from '../api/way';
import { applicant } from '../world/people';

let house: House;
beforeEach(async () => (house = await openHouse()));
afterEach(() => house.close());

/** Something that is let happen by hand. */
function gate() {
  const opening: { open?: () => void } = {};
  const opened = new Promise<void>((resolve) => (opening.open = resolve));
  return { open: () => opening.open?.(), opened };
}

/** A case is withdrawn in a transaction of its own, which commits when it is let. */
async function withdrawing(caseId: string, until: Promise<void>): Promise<{ committed: Promise<void> }> {
  const { ground } = house.services;
  const written = gate();
  const committed = house.database.db.transaction().execute(async (tx) => {
    await record(tx, ground, { caseId, workItem: null, body: { act: 'withdraw' }, actor: applicant });
    written.open();
    await until;
  });
  await Promise.race([written.opened, committed]);
  return { committed };
}

const read = (after: FeedMark | null, limit = 100) => readFeed(house.database.db, after, limit);
const names = ({ events }: Awaited<ReturnType<typeof read>>) =>
  events.map(({ subject, type }) => `${subject} ${type.split('.')[2]}`);

it('tells later what commits later, though it was written first: no reader passes it by', async () => {
  const [slow, quick] = [await apply(house), await apply(house)];
  const { next } = await read(null);
  const hold = gate();
  const first = await withdrawing(slow, hold.opened);
  const second = await withdrawing(quick, Promise.resolve());
  await second.committed;
  const meanwhile = await read(next);
  expect(names(meanwhile)).toEqual([`${quick} withdrawn`]);
  hold.open();
  await first.committed;
  expect(names(await read(meanwhile.next))).toEqual([`${slow} withdrawn`]);
  expect(names(await read(next))).toEqual([`${quick} withdrawn`, `${slow} withdrawn`]);
});

it('keeps no act waiting, whoever reads it', async () => {
  const caseId = await apply(house);
  const hold = gate();
  const reader = house.database.db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended('feed', 0))`.execute(tx);
    await hold.opened;
  });
  const { committed } = await withdrawing(caseId, Promise.resolve());
  await committed;
  hold.open();
  await reader;
  expect(names(await read(null))).toEqual([`${caseId} submitted`, `${caseId} withdrawn`]);
});

it('gives each reader all of it in one order, while acts and readers go on side by side', async () => {
  const cases: string[] = [];
  for (let n = 0; n < 12; n++) cases.push(await apply(house));
  let over = false;
  const reading = [1, 2, 3].map(async (limit) => {
    const seen: string[] = [];
    let after: FeedMark | null = null;
    for (;;) {
      const last = over;
      const page: Awaited<ReturnType<typeof read>> = await read(after, limit);
      seen.push(...names(page));
      after = page.next;
      if (last && page.events.length === 0) return seen;
    }
  });
  await Promise.all(cases.map(async (caseId) => (await withdrawing(caseId, Promise.resolve())).committed));
  over = true;
  const seen = await Promise.all(reading);
  const whole = names(await read(null));
  expect(whole).toHaveLength(24);
  for (const each of seen) expect(each).toEqual(whole);
});

it('numbers without gaps, each event once, and nobody can change a number', async () => {
  for (let n = 0; n < 3; n++) await apply(house);
  const { db } = house.database;
  await Promise.all([1, 2, 3].map(() => givePositions(db)));
  const rows = await db.selectFrom('feed_position').selectAll().orderBy('position').execute();
  expect(rows.map(({ position }) => Number(position))).toEqual(rows.map((_, index) => index + 1));
  expect(new Set(rows.map(({ case_id, seq }) => `${case_id}/${seq}`)).size).toBe(rows.length);
  const changed = db.updateTable('feed_position').set({ seq: 1 }).execute();
  await expect(changed).rejects.toThrow(/permission denied/);
});
