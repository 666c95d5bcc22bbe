import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const program = join(__dirname, '../../infra/launcher/install.mjs');

/** What a lock file and npm's own record hold of a package. */
type Packages = Record<string, { version: string; optional?: true; dev?: true }>;

const locked: Packages = {
  'node_modules/one': { version: '1.0.0' },
  'node_modules/two': { version: '2.0.0', dev: true },
  'node_modules/elsewhere': { version: '3.0.0', optional: true },
};
const installed: Packages = {
  'node_modules/one': { version: '1.0.0' },
  'node_modules/two': { version: '2.0.0', dev: true },
};
const withoutDevelopment: Packages = { 'node_modules/one': { version: '1.0.0' } };

describe('before every npm script', () => {
  const root = mkdtempSync(join(tmpdir(), 'onewindow-install-'));
  const at = (...path: string[]) => join(root, ...path);
  const stamp = () => at('node_modules', '.onewindow-install');

  /** The lock file; `words` change the file and nothing that it says. */
  const lock = (packages: Packages, words = 0) =>
    writeFileSync(
      at('package-lock.json'),
      JSON.stringify({ packages: { '': { name: 'x' }, ...packages } }, null, words),
    );
  const record = (packages: Packages) => {
    mkdirSync(at('node_modules'), { recursive: true });
    writeFileSync(at('node_modules', '.package-lock.json'), JSON.stringify({ packages }));
  };
  /** An npm that notes how it was called, and does what `script` says. */
  const npm = (script: string) =>
    writeFileSync(at('bin', 'npm'), `#!/bin/sh\necho "$@" >> "${at('calls')}"\n${script}\n`, { mode: 0o755 });
  const installs = (packages: Packages) =>
    npm(`mkdir -p node_modules; echo '${JSON.stringify({ packages })}' > node_modules/.package-lock.json`);
  const calls = () => (existsSync(at('calls')) ? readFileSync(at('calls'), 'utf8').trim().split('\n') : []);
  const run = (
    args: string[] = [],
    { mode = '', node = [] as string[], path = `${at('bin')}:/bin:/usr/bin` } = {},
  ) => {
    const environment = { PATH: path, MODE: mode };
    const started = [...node, at('infra', 'launcher', 'install.mjs'), ...args];
    const { status, stdout, stderr } = spawnSync(process.execPath, started, {
      env: environment,
      encoding: 'utf8',
    });
    return { status, stdout, stderr };
  };

  beforeEach(() => {
    mkdirSync(at('infra', 'launcher'), { recursive: true });
    mkdirSync(at('bin'));
    cpSync(program, at('infra', 'launcher', 'install.mjs'));
    lock(locked);
    installs(installed);
  });
  afterEach(() => {
    for (const entry of ['infra', 'bin', 'node_modules', 'package-lock.json', 'calls'])
      rmSync(at(entry), { recursive: true, force: true });
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  it.each(['v18.20.4', 'v20.2.0'])('says that Node %s is too old, and installs nothing', (version) => {
    const older = at('bin', 'older.cjs');
    writeFileSync(older, `Object.defineProperty(process, 'version', { value: '${version}' });`);
    const { status, stderr } = run([], { node: ['--require', older] });
    expect(status).toBe(1);
    expect(stderr).toContain(`Node.js ${version} 版本过低，需要 20.3 或更高：请安装新的长期支持版`);
    expect(stderr).toContain(`Node.js ${version} is too old; 20.3 or newer is needed: install a current LTS`);
    expect(calls()).toEqual([]);
  });

  it('installs what is locked where nothing is installed, says so, and is silent the next time', () => {
    const first = run();
    expect(first).toMatchObject({ status: 0, stderr: '' });
    expect(first.stdout).toContain('正在安装依赖');
    expect(first.stdout).toContain('Dependencies installed');
    expect(run()).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(calls()).toEqual(['ci --no-audit --no-fund']);
  });

  it('installs anew where the lock file names another version', () => {
    run();
    lock({ ...locked, 'node_modules/one': { version: '1.0.1' } });
    installs({ ...installed, 'node_modules/one': { version: '1.0.1' } });
    expect(run().stdout).toContain('The dependencies differ from package-lock.json, installing anew');
    expect(calls()).toHaveLength(2);
    expect(run().stdout).toBe('');
  });

  it('installs nothing where the lock file changed in words only', () => {
    run();
    lock(locked, 2);
    expect(run().stdout).toBe('');
    expect(calls()).toHaveLength(1);
  });

  it('takes what was installed by hand where it matches, packages for other platforms apart', () => {
    record(installed);
    expect(run()).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(calls()).toEqual([]);
  });

  it.each([
    ['a package is missing', { 'node_modules/two': { version: '2.0.0' } }],
    ['a package has another version', { ...installed, 'node_modules/two': { version: '2.0.1' } }],
  ])('installs anew over what was installed by hand where %s', (_, packages: Packages) => {
    record(packages);
    run();
    expect(calls()).toHaveLength(1);
  });

  it('installs anew where the modules came from another platform', () => {
    run();
    writeFileSync(stamp(), readFileSync(stamp(), 'utf8').replace(/ \S+ all$/, ' plan9-mips-1 all'));
    run();
    expect(calls()).toHaveLength(2);
  });

  it('leaves out the packages of development in production, and asks for them afterwards', () => {
    installs(withoutDevelopment);
    run([], { mode: 'production' });
    expect(run([], { mode: 'production' }).stdout).toBe('');
    expect(calls()).toEqual(['ci --no-audit --no-fund --omit=dev']);
    installs(installed);
    run();
    expect(calls()).toHaveLength(2);
    expect(run([], { mode: 'production' }).stdout).toBe('');
    expect(run().stdout).toBe('');
  });

  it('fails with the last words of npm and the mend, and tries again the next time', () => {
    npm('echo "npm error 404 one@1.0.0 is not in this registry"; mkdir -p node_modules; exit 1');
    const { status, stderr } = run();
    expect(status).toBe(1);
    expect(stderr).toContain('依赖安装失败 (npm ci)。请检查网络和 npm 镜像设置');
    expect(stderr).toContain("Check the network and npm's registry setting");
    expect(stderr).toContain('npm error 404 one@1.0.0 is not in this registry');
    expect(existsSync(stamp())).toBe(false);
    installs(installed);
    expect(run().status).toBe(0);
  });

  it('names the mend where there is no npm', () => {
    const { status, stderr } = run([], { path: at('infra') });
    expect(status).toBe(1);
    expect(stderr).toContain('依赖安装失败 (npm ci)');
    expect(stderr).toContain('spawn npm ENOENT');
  });

  it('only looks with --look: the mend where nothing is installed, silence where something is', () => {
    const { status, stderr } = run(['--look']);
    expect(status).toBe(1);
    expect(stderr).toContain('依赖尚未安装：运行 npm ci');
    expect(existsSync(at('node_modules'))).toBe(false);
    record(withoutDevelopment);
    expect(run(['--look'])).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(calls()).toEqual([]);
    expect(existsSync(stamp())).toBe(false);
  });
});
