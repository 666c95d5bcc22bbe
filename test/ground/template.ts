import { join } from 'node:path';
import pg from 'pg';
import { migrate } from '../../infra/db/migrate';
import { readPlanFile } from '../../infra/plan/file';
import { asOwner } from '../../infra/db/owner';
import { publishPlan } from '../../infra/plan/repository';
import { databaseUrl } from './testGround';

const PLAN = join(__dirname, '../../domain/plans/xiacheng.yaml');
const TEMPLATE = 'onewindow_template';

/** Makes the database that every test's is cloned from: migrated, the plan published as of its own first day. */
export async function makeTemplate(postgresUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: postgresUrl });
  await client.connect();
  await client.query(`create database ${TEMPLATE}`);
  await client.end();
  const url = databaseUrl(postgresUrl, TEMPLATE);
  await migrate(url);
  const plan = readPlanFile(PLAN);
  const { inForceFrom } = plan.document;
  await asOwner(url, (db) => publishPlan(db, plan, inForceFrom, `${inForceFrom}T00:00:00.000Z`));
  return TEMPLATE;
}
