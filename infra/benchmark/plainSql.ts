import express, { type Express } from 'express';
import type { Pool, PoolClient } from 'pg';

/**
 * The yardstick: the transaction of an act in plain SQL behind Express. It locks the case, closes the work item,
 * appends the event and opens the next item; it knows no rules, no people, no engine.
 */
export function plainSql(pool: Pool): Express {
  const app = express().disable('x-powered-by');
  app.use(express.json());
  app.get('/livez', (_request, response) => response.json({ status: 'alive' }));
  app.post('/cases', async (_request, response) => {
    response.status(201).json(await inTransaction(pool, begin));
  });
  app.post('/items/:id/acts', async (request, response) => {
    const { act, next } = request.body as { act: string; next: string | null };
    response.json(await inTransaction(pool, (tx) => record(tx, request.params.id, act, next)));
  });
  return app;
}

export const plainTables = `
  create table plain_case (id bigint generated always as identity primary key, seq integer not null);
  create table plain_item (
    id text primary key, case_id bigint not null references plain_case (id),
    step text not null, status text not null, due_at timestamptz not null, version integer not null);
  create table plain_event (
    case_id bigint not null references plain_case (id), seq integer not null,
    type text not null, at timestamptz not null, facts jsonb not null, primary key (case_id, seq));`;

async function begin(tx: PoolClient): Promise<{ item: string }> {
  const { rows } = await tx.query<{ id: string }>('insert into plain_case (seq) values (1) returning id');
  const caseId = rows[0]?.id ?? '';
  await append(tx, caseId, 1, 'submitted');
  return { item: await open(tx, caseId, 'accept', 1) };
}

async function record(
  tx: PoolClient,
  item: string,
  act: string,
  next: string | null,
): Promise<{ seq: number; item: string | null }> {
  const caseId = item.split('.')[0] ?? '';
  const locked = await tx.query<{ seq: number }>('select seq from plain_case where id = $1 for update', [
    caseId,
  ]);
  const seq = (locked.rows[0]?.seq ?? 0) + 1;
  const closed = await tx.query(
    `update plain_item set status = 'done', version = $2 where id = $1 and status = 'open'`,
    [item, seq],
  );
  if (closed.rowCount !== 1) throw new Error(`${item} is not open`);
  await append(tx, caseId, seq, act);
  await tx.query('update plain_case set seq = $2 where id = $1', [caseId, seq]);
  return { seq, item: next === null ? null : await open(tx, caseId, next, seq) };
}

async function append(tx: PoolClient, caseId: string, seq: number, type: string): Promise<void> {
  await tx.query('insert into plain_event (case_id, seq, type, at, facts) values ($1, $2, $3, now(), $4)', [
    caseId,
    seq,
    type,
    JSON.stringify({ type, note: 'plain' }),
  ]);
}

async function open(tx: PoolClient, caseId: string, step: string, seq: number): Promise<string> {
  const id = `${caseId}.${step}`;
  await tx.query(
    `insert into plain_item (id, case_id, step, status, due_at, version)
     values ($1, $2, $3, 'open', now() + interval '5 days', $4)
     on conflict (id) do update set status = 'open', version = excluded.version`,
    [id, caseId, step, seq],
  );
  return id;
}

async function inTransaction<T>(pool: Pool, work: (tx: PoolClient) => Promise<T>): Promise<T> {
  const tx = await pool.connect();
  try {
    await tx.query('begin');
    const result = await work(tx);
    await tx.query('commit');
    return result;
  } catch (error) {
    await tx.query('rollback');
    throw error;
  } finally {
    tx.release();
  }
}
