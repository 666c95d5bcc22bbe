import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { testGround } from '../ground/testGround';
import { repository } from './program';

/** The repository as a production may have it: without anything of development, neither ours nor npm's. */
export interface Release {
  readonly root: string;
  remove(): void;
}

const folders = ['activities', 'api', 'domain', 'infra', 'web', 'worker', 'workflows'];
const development = join('infra', 'development');

type Packages = Record<string, { readonly dev?: boolean; readonly version: string }>;

/** What of it is missing, no process of it can load. */
export function releaseWithoutDevelopment(): Release {
  const root = mkdtempSync(join(tmpdir(), 'onewindow-release-'));
  for (const folder of folders) {
    const left = (path: string) => !path.startsWith(join(repository, development));
    cpSync(join(repository, folder), join(root, folder), { recursive: true, filter: left });
  }
  for (const file of ['package.json', 'package-lock.json', 'tsconfig.json'])
    cpSync(join(repository, file), join(root, file));
  linkPackages(root);
  const bundle = testGround().workflowBundle;
  mkdirSync(join(root, 'dist'));
  cpSync(bundle, join(root, 'dist', basename(bundle)));
  return { root, remove: () => rmSync(root, { recursive: true }) };
}

/** As `npm ci --omit=dev` leaves them: links to what is installed, and npm's own record. */
function linkPackages(root: string): void {
  const locked = JSON.parse(readFileSync(join(repository, 'package-lock.json'), 'utf8')) as {
    packages: Packages;
  };
  const kept = Object.entries(locked.packages).filter(
    ([path, { dev }]) => path !== '' && !dev && existsSync(join(repository, path)),
  );
  const atTop = kept.filter(([path]) => path.lastIndexOf('node_modules/') === 0);
  for (const [path] of atTop) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    symlinkSync(join(repository, path), join(root, path));
  }
  const record = { packages: Object.fromEntries(kept) };
  writeFileSync(join(root, 'node_modules', '.package-lock.json'), JSON.stringify(record));
}
