import { createDataDir } from '../../infra/launcher/dataDir';
import { freePort } from '../../infra/launcher/ports';
import { postgresPart, postgresUrl } from '../../infra/launcher/postgres';
import { environment } from './environment';

export interface TestPostgres {
  readonly url: string;
  stop(): Promise<void>;
}

const PASSWORD = 'onewindow';

/** A PostgreSQL of the run's own, its cluster in `directory`; nothing there has to survive a power cut. */
export async function startPostgres(directory: string): Promise<TestPostgres> {
  const port = await freePort();
  const part = postgresPart({
    dataDir: createDataDir(directory),
    port,
    password: PASSWORD,
    durability: 'untilPowerFails',
    environment: environment(),
  });
  await part.start();
  return { url: postgresUrl(port, PASSWORD, 'postgres'), stop: () => part.stop() };
}
