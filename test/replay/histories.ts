import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporal } from '@temporalio/proto';
import type { World } from '../world/world';

const { History } = temporal.api.history.v1;
const folder = join(__dirname, 'histories');

export interface RecordedHistory {
  readonly name: string;
  readonly history: temporal.api.history.v1.History;
}

/** The histories kept from every release, each as `release/name`; Temporal's own wire form. */
export function recordedHistories(): RecordedHistory[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.pb'))
    .sort()
    .map((file) => ({
      name: file.replace(/\.pb$/, ''),
      history: History.decode(readFileSync(join(folder, file))),
    }));
}

/** Keeps the history of a case's workflow for the releases that follow. */
export async function keepHistory(
  world: World,
  release: string,
  name: string,
  caseId: string,
): Promise<void> {
  const history = await world.handle(caseId).fetchHistory();
  mkdirSync(join(folder, release), { recursive: true });
  writeFileSync(join(folder, release, `${name}.pb`), History.encode(history).finish());
}
