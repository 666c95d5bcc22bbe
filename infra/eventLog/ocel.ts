import type { CaseFile } from '../../domain/caseFile';
import { caseEvent, caseObjects, eventAttributes, objectTypes, unitObjects } from '../../domain/eventLog';
import type { Db, Tx } from '../db/connect';
import { eventsAfter } from '../record/events';

const BATCH = 100;

/** What was written of a record. */
export interface Written {
  readonly cases: number;
  readonly objects: number;
  readonly events: number;
}

/**
 * Writes the whole record as OCEL 2.0 JSON, case by case, as it stood at one moment.
 * @param write takes a piece of text; the next one waits for it
 */
export function writeOcel(db: Db, write: (text: string) => Promise<void>): Promise<Written> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx) => {
      await write(`{"objectTypes":${JSON.stringify(typesOf(objectTypes))}`);
      const declared = Object.fromEntries((await typesIn(tx)).map((type) => [type, eventAttributes]));
      await write(`,\n"eventTypes":${JSON.stringify(typesOf(declared))}`);
      const units = unitObjects(await plansOf(tx));
      let cases = 0;
      const objects = await list(write, 'objects', async (put) => {
        for (const unit of units) await put(unit);
        for await (const file of files(tx)) {
          cases += 1;
          for (const object of caseObjects(file)) await put(object);
        }
      });
      const events = await list(write, 'events', async (put) => {
        for await (const file of files(tx)) {
          for (const event of await eventsAfter(tx, file.caseId, 0)) await put(caseEvent(file, event));
        }
      });
      await write('}\n');
      return { cases, objects, events };
    });
}

function typesOf(types: Readonly<Record<string, Readonly<Record<string, string>>>>) {
  return Object.entries(types).map(([name, attributes]) => ({
    name,
    attributes: Object.entries(attributes).map(([attribute, type]) => ({ name: attribute, type })),
  }));
}

/** Writes a member that is a list, an entry a line. @returns how many entries it has */
async function list(
  write: (text: string) => Promise<void>,
  name: string,
  fill: (put: (entry: object) => Promise<void>) => Promise<void>,
): Promise<number> {
  let count = 0;
  await write(`,\n"${name}":[`);
  await fill(async (entry) => {
    await write(`${count === 0 ? '' : ','}\n${JSON.stringify(entry)}`);
    count += 1;
  });
  await write(']');
  return count;
}

async function typesIn(tx: Tx): Promise<readonly string[]> {
  const rows = await tx.selectFrom('event').select('type').distinct().orderBy('type').execute();
  return rows.map(({ type }) => type);
}

async function plansOf(tx: Tx) {
  const rows = await tx.selectFrom('plan_version').select('body').orderBy('id').execute();
  return rows.map(({ body }) => body);
}

async function* files(tx: Tx): AsyncGenerator<CaseFile> {
  let after = '';
  for (;;) {
    const rows = await tx
      .selectFrom('case_file')
      .select(['case_id', 'state'])
      .where('case_id', '>', after)
      .orderBy('case_id')
      .limit(BATCH)
      .execute();
    for (const { state } of rows) yield state;
    if (rows.length < BATCH) return;
    after = rows.at(-1)?.case_id ?? after;
  }
}
