import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { runEventLogCommand } from '../../infra/commands/eventLog';
import { writeOcel } from '../../infra/eventLog/ocel';
import { type House, openHouse } from '../api/house';
import { doOn } from '../api/sideWay';
import { advance, apply, begin, fileOf, submitDraft } from '../api/way';
import { leaksIn, plantedApplication } from '../personal/planted';
import { applicant } from '../world/people';
import { supervisionId } from '../../domain/supervision';

const named = z.strictObject({
  name: z.string(),
  attributes: z.array(
    z.strictObject({ name: z.string(), type: z.enum(['string', 'time', 'integer', 'float', 'boolean']) }),
  ),
});
const value = z.union([z.string(), z.number(), z.boolean()]);
const relationships = z.array(z.strictObject({ objectId: z.string().min(1), qualifier: z.string().min(1) }));
const time = z.iso.datetime();

/** OCEL 2.0 as its specification gives the JSON form. */
const ocel = z.strictObject({
  objectTypes: z.array(named),
  eventTypes: z.array(named),
  objects: z.array(
    z.strictObject({
      id: z.string().min(1),
      type: z.string(),
      attributes: z.array(z.strictObject({ name: z.string(), time, value })),
      relationships,
    }),
  ),
  events: z.array(
    z.strictObject({
      id: z.string().min(1),
      type: z.string(),
      time,
      attributes: z.array(z.strictObject({ name: z.string(), value })),
      relationships,
    }),
  ),
});
type Ocel = z.infer<typeof ocel>;

let house: House;
let folder: string;
let certified: string;
let remanded: string;
beforeAll(async () => {
  house = await openHouse();
  folder = mkdtempSync(join(tmpdir(), 'onewindow-event-log-'));
  certified = (await submitDraft(house, await begin(house, plantedApplication()))).body.caseId;
  await advance(house, certified, 'end');
  remanded = await apply(house);
  await doOn(house, await advance(house, remanded, 'draft'), 'draft', {
    act: 'remand',
    to: 'jointReview',
    reason: '此处不应出现',
  });
});
afterAll(async () => {
  await house.close();
  rmSync(folder, { recursive: true });
});

async function run(...args: string[]) {
  const said = { out: '', err: '' };
  const code = await runEventLogCommand(
    args,
    { out: (text) => (said.out += text), err: (text) => (said.err += text) },
    house.database.db,
  );
  return { code, ...said };
}

async function written(): Promise<{ text: string; log: Ocel }> {
  let text = '';
  await writeOcel(house.database.db, (piece) => {
    text += piece;
    return Promise.resolve();
  });
  return { text, log: ocel.parse(JSON.parse(text)) };
}

const idsOf = (log: Ocel, type: string) =>
  log.objects.filter((each) => each.type === type).map(({ id }) => id);

describe('the event log', () => {
  it('has every case, work item, letter and certificate as an object, once', async () => {
    const { log } = await written();
    const supervised = supervisionId(certified);
    const all = [certified, supervised, remanded];
    const files = await Promise.all(all.map((caseId) => fileOf(house, caseId)));
    expect(idsOf(log, 'case').sort()).toEqual(all.sort());
    const [life] = log.objects.filter(({ id }) => id === supervised);
    expect(life?.relationships).toEqual([{ objectId: certified, qualifier: 'of institution' }]);
    expect(idsOf(log, 'workItem').sort()).toEqual(files.flatMap(({ items }) => Object.keys(items)).sort());
    expect(idsOf(log, 'letter').sort()).toEqual(
      files.flatMap(({ letters }) => letters.map(({ no }) => no)).sort(),
    );
    expect(idsOf(log, 'certificate')).toEqual([files[0]?.certificateNo]);
    expect(idsOf(log, 'unit')).toEqual(
      expect.arrayContaining(['unit:fire', 'unit:shiqiao', 'unit:applicant']),
    );
    expect(new Set(log.objects.map(({ id }) => id)).size).toBe(log.objects.length);
  });

  it('has every event of the record, with its time and whose it was', async () => {
    const { log } = await written();
    const rows = await house.database.db
      .selectFrom('event')
      .select(['case_id', 'seq', 'type', 'at', 'actor_unit'])
      .execute();
    expect(log.events).toHaveLength(rows.length);
    for (const { case_id, seq, type, at, actor_unit } of rows) {
      const event = log.events.find(({ id }) => id === `${case_id}#${seq}`);
      expect(event).toMatchObject({ type, time: at.toISOString() });
      if (actor_unit !== null) expect(event?.attributes).toContainEqual({ name: 'unit', value: actor_unit });
    }
  });

  it('relates nothing to what it does not have, and declares every type and attribute', async () => {
    const { log } = await written();
    const ids = new Set(log.objects.map(({ id }) => id));
    const related = [...log.objects, ...log.events].flatMap((each) => each.relationships);
    expect(related.filter(({ objectId }) => !ids.has(objectId))).toEqual([]);
    const undeclared = (types: Ocel['objectTypes'], entries: readonly Ocel['events'][number][]) =>
      entries.flatMap(({ type, attributes }) => {
        const known = types.find(({ name }) => name === type)?.attributes.map(({ name }) => name);
        return attributes.filter(({ name }) => !known?.includes(name)).map(({ name }) => `${type}.${name}`);
      });
    expect(undeclared(log.objectTypes, log.objects as unknown as Ocel['events'])).toEqual([]);
    expect(undeclared(log.eventTypes, log.events)).toEqual([]);
    expect(log.events.filter(({ type }) => !log.eventTypes.some(({ name }) => name === type))).toEqual([]);
  });

  it('shows which work items an event opened and answered, which letter it wrote, whose act it was', async () => {
    const { log } = await written();
    const of = (type: string) =>
      log.events.find((each) => each.type === type && each.id.startsWith(certified))?.relationships ?? [];
    expect(of('stageOpened')).toContainEqual({ objectId: `${certified}.1.accept`, qualifier: 'opens' });
    expect(of('accepted')).toEqual(
      expect.arrayContaining([
        { objectId: certified, qualifier: 'case' },
        { objectId: `${certified}.1.accept`, qualifier: 'work item' },
        { objectId: 'unit:shiqiao', qualifier: 'by' },
        { objectId: expect.stringContaining('〔2026〕'), qualifier: 'writes' },
      ]),
    );
    expect(of('licenceIssued').map(({ qualifier }) => qualifier)).toContain('issues');
    expect(of('submitted')).toContainEqual({ objectId: 'unit:applicant', qualifier: 'by' });
    expect(of('stageOpened')).toContainEqual({ objectId: 'unit:system', qualifier: 'by' });
    const owed = log.objects.find(({ id }) => id === `${certified}.1.accept`)?.relationships;
    expect(owed).toContainEqual({ objectId: 'unit:shiqiao', qualifier: 'owed by' });
  });

  it('names nobody, and carries no words that anybody wrote', async () => {
    const { text } = await written();
    expect(leaksIn(text)).toEqual([]);
    expect(text).not.toContain(applicant.sub);
    expect(text).not.toContain('此处不应出现');
  });
});

describe('npm run event-log', () => {
  it('writes the log to a file, and says how much', async () => {
    const file = join(folder, 'log.json');
    const { code, out } = await run(file);
    const log = ocel.parse(JSON.parse(readFileSync(file, 'utf8')));
    expect(code).toBe(0);
    expect(out).toContain(`3 cases, ${log.objects.length} objects, ${log.events.length} events`);
    expect(readdirSync(folder)).toEqual(['log.json']);
  });

  it('leaves a file alone that exists', async () => {
    const file = join(folder, 'kept.json');
    writeFileSync(file, 'kept');
    expect(await run(file)).toMatchObject({ code: 2, err: expect.stringContaining('left alone') });
    expect(readFileSync(file, 'utf8')).toBe('kept');
  });

  it.each([[[]], [['a', 'b']], [['--colour']]])('takes %j as wrong usage', async (args) => {
    expect((await run(...args)).code).toBe(2);
  });

  it('says that a file cannot be written', async () => {
    const { code, err } = await run(join(folder, 'nowhere', 'log.json'));
    expect([code, err]).toEqual([2, expect.stringContaining('cannot be written')]);
  });

  it('gives help to who asks for it', async () => {
    expect(await run('--help')).toMatchObject({ code: 0, out: expect.stringContaining('OCEL 2.0') });
  });
});

test('a record of more cases than are read at once is written whole', async () => {
  const { db } = house.database;
  const { state, ...row } = await db
    .selectFrom('case_file')
    .selectAll()
    .where('case_id', '=', certified)
    .executeTakeFirstOrThrow();
  const copies = Array.from({ length: 230 }, (_, index) => `COPY-2026-${String(index).padStart(6, '0')}`);
  await db
    .insertInto('case_file')
    .values(
      copies.map((case_id) => ({
        ...row,
        case_id,
        state: JSON.stringify({ ...state, caseId: case_id, items: {}, letters: [], certificateNo: null }),
      })),
    )
    .execute();
  expect(idsOf((await written()).log, 'case')).toEqual([
    ...copies,
    ...[certified, supervisionId(certified), remanded].sort(),
  ]);
});
