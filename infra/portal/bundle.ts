import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const root = join(__dirname, '..', '..');
const source = join(root, 'web');
const vite = join(dirname(require.resolve('vite/package.json')), 'bin', 'vite.js');

/** What is made of the sources, and so changes nothing by itself. */
const generated = /^generated\b/;

/** Where the portal built from the present sources lies, whether it is there or not. */
export function portalFolder(directory = join(root, 'dist')): string {
  return join(directory, `portal-${fingerprint()}`);
}

/** The folder of the portal, built when its sources or its libraries have changed since the last one. */
export async function portalBundle(directory = join(root, 'dist')): Promise<string> {
  const folder = portalFolder(directory);
  if (existsSync(folder)) return folder;
  mkdirSync(directory, { recursive: true });
  const draft = mkdtempSync(join(directory, 'portal-draft-'));
  try {
    await build(draft);
    // Of two that build at once one puts its folder in place, whole.
    if (!existsSync(folder)) renameSync(draft, folder);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  return folder;
}

/** In a process of its own: the bundler is a guest that brings plug-ins and threads. @throws Error with its words */
async function build(folder: string): Promise<void> {
  const args = [vite, 'build', source, '--outDir', folder, '--emptyOutDir', '--logLevel', 'warn'];
  await promisify(execFile)(process.execPath, args, { cwd: root }).catch((error: unknown) => {
    const { stderr = '' } = error as { stderr?: string };
    throw new Error(`门户页面未能生成。 The portal could not be built.\n${stderr || String(error)}`);
  });
}

function fingerprint(): string {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')));
  const entries = readdirSync(source, { recursive: true, encoding: 'utf8' });
  const files = entries.filter((name) => /\.\w+$/.test(name) && !generated.test(name));
  for (const file of files.sort()) hash.update(file).update(readFileSync(join(source, file)));
  return hash.digest('hex').slice(0, 16);
}
