import { Client, Connection } from '@temporalio/client';
import { asOwner } from '../db/owner';
import { installationOf } from '../launcher/installation';
import type { Ground } from '../record/ground';
import { openGround } from '../record/openGround';
import { readSettings, temporalConnection } from '../settings';

/** What an operator's command works on: the record as the owner of its tables, and the engine. */
export interface OperatorGround {
  readonly ground: Ground;
  readonly client: Client;
  /** Whose accounts count. */
  readonly issuer: string;
}

/** Works on the installation that the settings name, the running one of `npm start` included. */
export async function onInstallation<T>(work: (operator: OperatorGround) => Promise<T>): Promise<T> {
  const { settings } = await installationOf(readSettings());
  const { connectionOptions, namespace } = temporalConnection(settings);
  const connection = Connection.lazy(connectionOptions);
  const client = new Client({ connection, namespace: namespace ?? settings.temporalNamespace });
  try {
    return await asOwner(settings.databaseUrl, async (db) =>
      work({ ground: await openGround(db, settings), client, issuer: settings.oidcIssuer }),
    );
  } finally {
    await connection.close();
  }
}
