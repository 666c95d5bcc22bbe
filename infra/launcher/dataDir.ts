import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What lies in the data directory (`DATA_DIR`). Delete the directory, while nothing runs, to begin anew.
 *
 *     bin/                          Temporal's binaries, downloaded once; may be kept or shared
 *     postgres/                     the database cluster; a link where the database's user cannot reach the directory
 *     temporal.db                   what the Temporal dev server remembers
 *     keys/certificate.jwks.json    the key that signs certificates (0600): back it up with the database
 *     papers/                       what applicants hand in, each file by its hash: back it up with the database
 *     incoming/                     uploads on their way in; nothing there is ever needed again
 *     secrets.json                  generated passwords and secrets of the embedded parts (0600)
 *     logs/<part>.log               one log a part; the one before is <part>.log.1
 *     running.json                  while `npm start` runs: its process, its parts' processes and ports
 *
 * Development parts may keep a folder of their own name beside these.
 */
export interface DataDir {
  readonly root: string;
  readonly bin: string;
  readonly postgres: string;
  readonly temporalDb: string;
  readonly signingKey: string;
  readonly secrets: string;
  readonly logs: string;
  readonly running: string;
}

export function dataDirAt(root: string): DataDir {
  return {
    root,
    bin: join(root, 'bin'),
    postgres: join(root, 'postgres'),
    temporalDb: join(root, 'temporal.db'),
    signingKey: join(root, 'keys', 'certificate.jwks.json'),
    secrets: join(root, 'secrets.json'),
    logs: join(root, 'logs'),
    running: join(root, 'running.json'),
  };
}

/** Makes the folders that parts write to. Secrets are protected file by file: the database's user must pass. */
export function createDataDir(root: string): DataDir {
  const dataDir = dataDirAt(root);
  for (const folder of [dataDir.bin, dataDir.logs]) mkdirSync(folder, { recursive: true });
  return dataDir;
}

export function logFileOf(dataDir: DataDir, part: string): string {
  return join(dataDir.logs, `${part}.log`);
}
