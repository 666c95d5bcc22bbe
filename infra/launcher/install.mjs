// Runs before every npm script, so it may need nothing but Node itself (any Node: it must be able to say "too old").
// Installs the locked dependencies where they are missing or differ from package-lock.json; otherwise it is silent.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const leastNode = [20, 3];
const progressEveryMs = 2_000;

/** @returns {string | null} what is wrong with this Node, or null */
export function nodeProblem(version) {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  if (major > leastNode[0] || (major === leastNode[0] && minor >= leastNode[1])) return null;
  const least = leastNode.join('.');
  return `Node.js ${version} 版本过低，需要 ${least} 或更高：请安装新的长期支持版后重试。\nNode.js ${version} is too old; ${least} or newer is needed: install a current LTS release and try again.`;
}

/** What node_modules was installed from: the lock file, for this platform and ABI. */
export function lockStamp(root) {
  const lock = readFileSync(join(root, 'package-lock.json'));
  const { platform, arch, versions } = process;
  return `${createHash('sha256').update(lock).digest('hex')} ${platform}-${arch}-${versions.modules}`;
}

/** @returns {'ready' | 'missing' | 'stale'} */
export function installState(root) {
  const modules = join(root, 'node_modules');
  if (!existsSync(modules)) return 'missing';
  const stamp = join(modules, '.onewindow-install');
  if (existsSync(stamp)) return readFileSync(stamp, 'utf8') === lockStamp(root) ? 'ready' : 'stale';
  if (!installedByHand(root)) return 'stale';
  writeFileSync(stamp, lockStamp(root));
  return 'ready';
}

/** Somebody ran npm by hand: what npm says it installed is compared with the lock, package by package. */
function installedByHand(root) {
  try {
    const locked = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
    const installed = JSON.parse(
      readFileSync(join(root, 'node_modules', '.package-lock.json'), 'utf8'),
    ).packages;
    return Object.entries(locked).every(([path, { version, optional, peer }]) => {
      if (path === '') return true;
      return installed[path] ? installed[path].version === version : Boolean(optional || peer);
    });
  } catch {
    return false;
  }
}

/** Installs where it is needed. @throws {Error} with npm's last words and the mend */
export async function install(root, say = console.log, npm = 'npm') {
  const state = installState(root);
  if (state === 'ready') return state;
  const reason = {
    missing:
      '正在安装依赖（首次需要几分钟）… Installing the dependencies (the first time takes a minute or more)…',
    stale:
      '依赖与 package-lock.json 不符，正在重新安装… The dependencies differ from package-lock.json, installing anew…',
  };
  say(reason[state]);
  const started = Date.now();
  const seconds = () => Math.round((Date.now() - started) / 1_000);
  const ticker = setInterval(() => say(`  … ${seconds()} s`), progressEveryMs);
  try {
    await npmInstall(root, npm);
  } finally {
    clearInterval(ticker);
  }
  writeFileSync(join(root, 'node_modules', '.onewindow-install'), lockStamp(root));
  say(`✓ 依赖已安装 Dependencies installed (${seconds()} s)`);
  return state;
}

/** Not `npm ci`: it refuses a lock file from a registry that lacks some other platform's optional binaries. */
function npmInstall(root, npm) {
  const child = spawn(npm, ['install', '--no-save', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  return new Promise((done, failed) => {
    child.once('error', (error) => failed(new Error(mend(String(error.message)))));
    child.once('close', (code) => (code === 0 ? done() : failed(new Error(mend(output)))));
  });
}

function mend(output) {
  const lastWords = output.trim().split('\n').slice(-15).join('\n');
  return `依赖安装失败 (npm install)。请检查网络和 npm 镜像设置 (npm config get registry)，然后重试；或手工运行 npm install 查看全部输出。
Installing the dependencies failed (npm install). Check the network and npm's registry setting (npm config get registry) and try again, or run npm install by hand to see all of its output.
${lastWords}`;
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const problem = nodeProblem(process.version);
  if (problem === null) {
    await install(resolve(dirname(fileURLToPath(import.meta.url)), '..', '..')).catch((error) => {
      console.error(error.message);
      process.exitCode = 1;
    });
  } else {
    console.error(problem);
    process.exitCode = 1;
  }
}
