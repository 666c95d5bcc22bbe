import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { UnitId } from '../../domain/plan';

/** A unit's seal, `UNIT.png` in the folder of the seals; null leaves its place free for the stamp. */
export async function sealOf(sealDir: string | null, unit: UnitId): Promise<Buffer | null> {
  if (sealDir === null) return null;
  return readFile(join(sealDir, `${unit}.png`)).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  });
}
