import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporal } from '@temporalio/proto';
import { historiesOf } from '../../worker/rehearsal/histories';
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

/** Keeps the histories of a case's workflow for the releases that follow, a file each run. */
export async function keepHistories(
  world: World,
  release: string,
  name: string,
  caseId: string,
): Promise<void> {
  const histories = await historiesOf(world.handle(caseId).client, caseId);
  mkdirSync(join(folder, release), { recursive: true });
  histories.forEach((history, index) => {
    const run = histories.length > 1 ? index + 1 : '';
    writeFileSync(join(folder, release, `${name}${run}.pb`), History.encode(history).finish());
  });
}
