import { readdirSync } from 'node:fs';
import pg from 'pg';
import { APP_ROLE } from '../db/connect';
import { migrations } from '../db/migrate';
import type { Check } from './examination';
import { type Finding, ill, reasonOf, well } from './finding';

const PATIENCE_MS = 5_000;

/** PostgreSQL: reachable, migrated, and the application's role may append to the record and not rewrite it. */
export const database: Check = async ({ settings: { databaseUrl } }) => {
  if (databaseUrl === null) return [];
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: PATIENCE_MS });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    return [unreachable(databaseUrl, error)];
  }
  try {
    const schema = await migration(client);
    return schema.condition === 'well' ? [schema, await appendOnly(client)] : [schema];
  } finally {
    await client.end();
  }
};

function unreachable(url: string, error: unknown): Finding {
  const reason = reasonOf(error);
  const place = new URL(url).host;
  return ill(
    { zh: `数据库连不上：${place}（${reason}）`, en: `PostgreSQL cannot be reached at ${place}` },
    {
      zh: '启动数据库，或改正 DATABASE_URL（主机、库名、用户、密码）',
      en: 'start it, or correct DATABASE_URL (host, database, user, password)',
    },
  );
}

async function migration(client: pg.Client): Promise<Finding> {
  const ran = await client
    .query<{ name: string }>('select name from migration order by name')
    .then(({ rows }) => rows.map(({ name }) => name))
    .catch(() => [] as string[]);
  const known = readdirSync(migrations).map((file) => file.replace(/\.\w+$/, ''));
  const pending = known.filter((name) => !ran.includes(name));
  const unknown = ran.filter((name) => !known.includes(name));
  if (pending.length > 0) {
    const list = pending.join(', ');
    const what = { zh: `数据库结构缺少：${list}`, en: `The database lacks migrations: ${list}` };
    const mend = { zh: '运行一次 npm start（先升级结构）', en: 'run npm start once: it migrates first' };
    return ill(what, mend);
  }
  if (unknown.length > 0) {
    const list = unknown.join(', ');
    const what = { zh: `数据库比本版本新：${list}`, en: `The database is newer than this release: ${list}` };
    return ill(what, { zh: '改用新版本', en: 'run the newer release' });
  }
  return well(`数据库可用，结构为 ${ran.at(-1) ?? ''}`, 'PostgreSQL is reached and migrated');
}

const forbidden = `
  select t || ' ' || p as may from unnest(array['event', 'document', 'feed_position']) t, unnest(array['update', 'delete', 'truncate']) p
   where has_table_privilege($1, t, p)
  union all
  select tgname || ' disabled' from pg_trigger
   where tgname in ('event_is_append_only', 'document_is_append_only', 'feed_position_is_append_only') and tgenabled = 'D'`;
const needed = `
  select 'insert ' || t as must from unnest(array['event', 'document', 'feed_position']) t where not has_table_privilege($1, t, 'insert')
  union all
  select 'set role ' || $1 where not pg_has_role(current_user, $1, 'member')`;

async function appendOnly(client: pg.Client): Promise<Finding> {
  const { rows: may } = await client.query<{ may: string }>(forbidden, [APP_ROLE]);
  const { rows: must } = await client.query<{ must: string }>(needed, [APP_ROLE]);
  if (may.length + must.length === 0) {
    return well(`角色 ${APP_ROLE} 只能追加记录`, 'The role of API and worker may only append to the record');
  }
  const list = [...may.map((row) => row.may), ...must.map((row) => `no ${row.must}`)].join(', ');
  return ill(
    { zh: `角色 ${APP_ROLE} 的权限不对：${list}`, en: `The role ${APP_ROLE} has wrong rights` },
    {
      zh: '按 infra/db/migrations 恢复授权和触发器，并查明是谁改的',
      en: 'restore grants and triggers as in infra/db/migrations, and find out who changed them',
    },
  );
}
