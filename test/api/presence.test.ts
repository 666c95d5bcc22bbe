import { applicant, official } from '../world/people';
import { administrator, type House, openHouse, stranger } from './house';
import { apply, fileOf } from './way';
import { type Body, told } from './wire';

let house: House;
let caseId: string;
beforeEach(async () => {
  house = await openHouse();
  caseId = await apply(house);
});
afterEach(() => house.close());

const clerk = official('shiqiao', 'intakeClerk');
const reviewer = official('fire', 'reviewer');
const open = (who = clerk, of = caseId) => house.call(who, 'PUT', `/api/v1/cases/${of}/presence`);
const seenBy = async (who = clerk) =>
  (await house.call(who, 'GET', `/api/v1/cases/${caseId}`)).body.present as readonly Body[] | null;
const later = (seconds: number) => (house.time.now = new Date(house.time.now.getTime() + seconds * 1_000));

describe('an official who has a case open', () => {
  it('is named to colleagues with their unit, and learns who else has it open', async () => {
    const first = await open();
    expect([first.status, first.body]).toEqual([
      200,
      { caseId, until: '2026-09-28T02:02:00.000Z', present: [] },
    ]);
    const second = await open(reviewer);
    expect(second.body.present).toEqual([
      {
        unit: expect.objectContaining({ id: 'shiqiao' }),
        person: { zh: `人员 ${clerk.sub}`, en: `Person ${clerk.sub}` },
        seenAt: '2026-09-28T02:00:00.000Z',
      },
    ]);
    expect((await seenBy(clerk))?.map(({ unit }) => unit.id as string)).toEqual(['fire']);
    expect((await seenBy(administrator))?.map(({ unit }) => unit.id as string).sort()).toEqual([
      'fire',
      'shiqiao',
    ]);
  });

  it('belongs to no unit where they are an administrator', async () => {
    await open(administrator);
    expect(await seenBy()).toEqual([
      expect.objectContaining({ unit: null, person: { zh: '人员 administrator-1', en: expect.any(String) } }),
    ]);
  });

  it('is believed for two minutes, and for two more whenever they say so again', async () => {
    await open(reviewer);
    later(119);
    expect(await seenBy()).toHaveLength(1);
    await open(reviewer);
    later(119);
    expect(await seenBy()).toHaveLength(1);
    later(1);
    expect(await seenBy()).toEqual([]);
  });

  it('is forgotten with the next one who opens a case, whichever it is', async () => {
    await open(reviewer);
    later(120);
    await open(clerk, await apply(house));
    const rows = await house.database.db.selectFrom('presence').select('sub').execute();
    expect(rows).toEqual([{ sub: clerk.sub }]);
  });

  it('leaves nothing on the record: its version stays', async () => {
    const before = await fileOf(house, caseId);
    await open();
    expect(await fileOf(house, caseId)).toEqual(before);
  });

  it('waits for nobody who acts on the case', async () => {
    const client = await house.database.pool.connect();
    await client.query('begin');
    await client.query('select 1 from case_file where case_id = $1 for update', [caseId]);
    expect((await open()).status).toBe(200);
    await client.query('rollback');
    client.release();
  });
});

describe('the applicant', () => {
  it('is never told who looks at their case, and says no such thing', async () => {
    await open();
    expect(await seenBy(applicant)).toBeNull();
    expect(told(await open(applicant))).toEqual([403, 'roleMissing']);
  });
});

it('who may not read a case has it not open', async () => {
  expect(told(await open(official('tianshui', 'reviewer')))).toEqual([403, 'notReadable']);
  expect(told(await open(stranger))).toEqual([403, 'roleMissing']);
  expect(told(await open(clerk, 'XCTY-2026-999999'))).toEqual([404, 'caseNotFound']);
});
