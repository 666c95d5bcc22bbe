import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { plainSql, plainTables } from '../../infra/benchmark/plainSql';
import { plainCase } from '../../infra/benchmark/workloads';
import { testDatabase, type TestDatabase } from '../database';
import pg from 'pg';

let database: TestDatabase;
let pool: pg.Pool;
let server: Server;
let address: string;
beforeEach(async () => {
  database = await testDatabase();
  pool = new pg.Pool({ connectionString: database.url });
  await pool.query(plainTables);
  server = plainSql(pool).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await pool.end();
  await database.close();
});

test('does as many acts on a case as OneWindow, each an event and an item closed', async () => {
  let timed = 0;
  const count = <T>(send: () => Promise<T>): Promise<T> => {
    timed += 1;
    return send();
  };
  await plainCase(address, 17)(count, new AbortController().signal);
  expect(timed).toBe(17);
  const { rows } = await pool.query('select seq from plain_event order by seq');
  expect(rows).toHaveLength(17);
  expect((await pool.query("select from plain_item where status = 'open'")).rowCount).toBe(0);
});

test('refuses an act on an item that is closed, and leaves no trace of it', async () => {
  const post = (path: string, body: object) =>
    fetch(`${address}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const { item } = (await (await post('/cases', {})).json()) as { item: string };
  expect((await post(`/items/${item}/acts`, { act: 'accept', next: null })).status).toBe(200);
  expect((await post(`/items/${item}/acts`, { act: 'accept', next: null })).status).toBe(500);
  expect((await pool.query('select from plain_event')).rowCount).toBe(2);
});
