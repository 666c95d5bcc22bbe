import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Locked {
  readonly integrity?: string;
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const { packages } = JSON.parse(readFileSync(join(__dirname, '../../package-lock.json'), 'utf8')) as {
  packages: Readonly<Record<string, Locked>>;
};

/** Where a package finds another: beside it, or beside what holds it. */
function placesOf(path: string, name: string): string[] {
  const within = path === '' ? '' : `${path}/`;
  const outer = path.lastIndexOf('/node_modules/');
  const here = `${within}node_modules/${name}`;
  if (path === '') return [here];
  return [here, ...placesOf(outer < 0 ? '' : path.slice(0, outer), name)];
}

describe('the lock file', () => {
  it('names the optional packages of every platform, or npm ci refuses it on some', () => {
    const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter(
        (name) => !placesOf(path, name).some((place) => place in packages),
      ),
    );
    expect(missing).toEqual([]);
  });

  it('has a hash for every package', () => {
    const unhashed = Object.entries(packages).filter(([path, { integrity }]) => path !== '' && !integrity);
    expect(unhashed.map(([path]) => path)).toEqual([]);
  });

  it('names no registry, so that each machine asks its own', () => {
    expect(Object.values(packages).filter(({ resolved }) => resolved)).toEqual([]);
  });
});
