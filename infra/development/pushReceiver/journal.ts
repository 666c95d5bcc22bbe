import { existsSync } from 'node:fs';
import { mkdir, open, readFile, truncate } from 'node:fs/promises';
import { dirname } from 'node:path';

export interface Journal<Line> {
  /** What the file held when it was opened. */
  readonly lines: readonly Line[];
  /** Resolves once the line is on disk. One at a time. */
  append(line: Line): Promise<void>;
}

/** A file of JSON lines that only grows. A last line that a kill cut short was never answered for: it goes. */
export async function openJournal<Line>(file: string): Promise<Journal<Line>> {
  await mkdir(dirname(file), { recursive: true });
  const content = existsSync(file) ? await readFile(file) : Buffer.alloc(0);
  const whole = content.subarray(0, content.lastIndexOf('\n') + 1);
  if (whole.length < content.length) await truncate(file, whole.length);
  const lines = whole.toString('utf8').split('\n').filter(Boolean);
  return {
    lines: lines.map((line) => JSON.parse(line) as Line),
    async append(line) {
      const handle = await open(file, 'a');
      try {
        await handle.appendFile(`${JSON.stringify(line)}\n`);
        await handle.datasync();
      } finally {
        await handle.close();
      }
    },
  };
}
