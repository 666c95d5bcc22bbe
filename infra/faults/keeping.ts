import { cpSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataDirAt } from '../launcher/dataDir';
import type { OwnSystem } from '../launcher/ownSystem';
import { logsOf } from './driving';
import type { FaultsRun } from './run';

/** Writes what the run came to: `report.json`, and `evidence.json` with all that was compared. */
export function keepFindings(folder: string, { report, evidence }: FaultsRun): void {
  writeFileSync(join(folder, 'report.json'), JSON.stringify(report, null, 2));
  writeFileSync(join(folder, 'evidence.json'), JSON.stringify(evidence, null, 2));
}

/** Copies what the system wrote meanwhile: `logs/`, a file a part, and `clients/`, a file a client. */
export function keepLogs(folder: string, system: OwnSystem): void {
  const sources = { logs: dataDirAt(system.directory).logs, clients: logsOf(system) };
  for (const [name, source] of Object.entries(sources)) {
    if (existsSync(source)) cpSync(source, join(folder, name), { recursive: true });
  }
}
