import { sql } from 'kysely';
import { asOwner } from '../../infra/db/owner';
import { refoldAll } from '../../infra/record/refold';
import { advance, apply, fileOf } from '../api/way';
import { type House, openHouse } from '../api/house';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

it('gives the states that an older release kept what a newer one asks of them', async () => {
  const caseId = await apply(house);
  const before = await advance(house, caseId, 'review');
  const older = sql`update case_file set state = state - 'letters' - 'version' - 'procedures' where case_id = ${caseId}`;
  await asOwner(house.database.url, (db) => older.execute(db));
  expect(await fileOf(house, caseId)).not.toEqual(before);
  await asOwner(house.database.url, refoldAll);
  expect(await fileOf(house, caseId)).toEqual(before);
});
