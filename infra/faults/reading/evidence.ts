import { Client, Connection } from '@temporalio/client';
import { Kysely, PostgresDialect } from 'kysely';
import { Pool } from 'pg';
import type { Tables } from '../../db/schema';
import { temporalConnection } from '../../settings';
import { readClientLogs } from '../clientLog';
import type { Evidence } from '../evidence';
import type { OwnSystem } from '../../launcher/ownSystem';
import { readMails, readPushes } from './outside';
import { readRecord } from './record';
import { readWorkflows } from './workflows';

export interface EvidenceReader {
  /** All but what those know who drive the run. */
  read(): Promise<Omit<Evidence, 'outages'>>;
  close(): Promise<void>;
}

/** Looks at every part of a system that runs, from outside: as the database's owner, and by Temporal's own client. */
export async function evidenceReader(system: OwnSystem, logs: string): Promise<EvidenceReader> {
  const { settings } = system;
  const pool = new Pool({ connectionString: settings.databaseUrl, max: 1 });
  pool.on('error', () => undefined);
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const connection = await Connection.connect(temporalConnection(settings).connectionOptions);
  const temporal = new Client({ connection, namespace: settings.temporalNamespace });
  return {
    async read() {
      const workflows = await readWorkflows(temporal);
      const pushes = await readPushes(system.part('pushReceiver').address);
      const mails = await readMails(system.part('mailCatcher').address);
      return { told: readClientLogs(logs), ...(await readRecord(db)), workflows, mails, pushes };
    },
    async close() {
      await db.destroy();
      await connection.close();
    },
  };
}
