import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { environment } from './environment';

const entry = require.resolve('@sparticuz/chromium');

/**
 * The Chromium that its npm package carries, unpacked once into the project's own cache. The package has one for
 * Linux on x64 only: elsewhere null, and the tests use the Chrome that is installed there.
 */
export async function chromiumProgram(bin: string): Promise<string | null> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const folder = join(bin, `chromium-${packageVersion()}`);
  const program = join(folder, 'chromium');
  if (existsSync(program)) return program;
  await mkdir(bin, { recursive: true });
  const draft = await mkdtemp(join(bin, 'chromium-draft-'));
  try {
    await unpack(draft);
    // Of two runs that unpack at once one puts its folder in place, whole.
    await rename(draft, folder).catch((error: unknown) => {
      if (!existsSync(program)) throw error;
    });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return program;
}

/** The package unpacks into the system's temporary directory, and so in a process that has its own. */
async function unpack(folder: string): Promise<void> {
  const script = `require(${JSON.stringify(entry)}).executablePath()`;
  await promisify(execFile)(process.execPath, ['-e', script], {
    env: { ...environment(), TMPDIR: folder },
  });
}

function packageVersion(): string {
  const file = join(dirname(entry), '..', '..', 'package.json');
  const { version } = JSON.parse(readFileSync(file, 'utf8')) as { version: string };
  return version;
}
