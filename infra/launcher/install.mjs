// Runs before every npm script, so it may need nothing but Node itself (any Node: it must be able to say "too old").
// Installs the locked dependencies where they are missing or differ from package-lock.json; otherwise it is silent.
// In production without those of development. With --look it changes nothing and only says what is missing.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const leastNode = [20, 3];
const progressEveryMs = 2_000;

/** @returns what is wrong with this Node, or null */
export function nodeProblem(version) {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  if (major > leastNode[0] || (major === leastNode[0] && minor >= leastNode[1])) return null;
  const least = leastNode.join('.');
  return `Node.js ${version} 版本过低，需要 ${least} 或更高：请安装新的长期支持版后重试。\nNode.js ${version} is too old; ${least} or newer is needed: install a current LTS release and try again.`;
}

/** What node_modules was installed from: the lock file, for this platform and ABI. */
function lockStamp(root) {
  const lock = readFileSync(join(root, 'package-lock.json'));
  return `${createHash('sha256').update(lock).digest('hex')} ${platform()}`;
}

function platform() {
  return `${process.platform}-${process.arch}-${process.versions.modules}`;
}

const stampIn = (root) => join(root, 'node_modules', '.onewindow-install');

/** Whether node_modules holds what the lock file names, for `scope`: 'production' does without development's. */
export function installState(root, scope) {
  if (!existsSync(join(root, 'node_modules'))) return 'missing';
  const [hash, place, installed] = readIfThere(stampIn(root)).split(' ');
  const whole = installed === 'all' || installed === scope;
  if (`${hash} ${place}` === lockStamp(root) && whole) return 'ready';
  // Modules from another platform look alike and fail later.
  if (place && place !== platform()) return 'stale';
  return matchesLock(root, scope) ? 'ready' : 'stale';
}

/** Somebody ran npm by hand, or the lock changed in words only: npm's own record is compared with it. */
function matchesLock(root, scope) {
  try {
    const locked = packagesOf(join(root, 'package-lock.json'));
    const installed = packagesOf(join(root, 'node_modules', '.package-lock.json'));
    return Object.entries(locked).every(([path, { version, optional, peer, dev }]) => {
      if (path === '') return true;
      if (installed[path]) return installed[path].version === version;
      return Boolean(optional || peer || (dev && scope === 'production'));
    });
  } catch {
    return false;
  }
}

function packagesOf(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}

function readIfThere(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

/** Installs where it is needed. @throws {Error} with npm's last words and the mend */
export async function install(root, scope, say = console.log, npm = 'npm') {
  const state = installState(root, scope);
  if (state !== 'ready') await npmCi(root, scope, state, say, npm);
  const stamp = `${lockStamp(root)} ${scope}`;
  const held = readIfThere(stampIn(root));
  if (state !== 'ready' || !held.startsWith(lockStamp(root))) writeFileSync(stampIn(root), stamp);
  return state;
}

const reasons = {
  missing:
    '正在安装依赖（首次需要几分钟）… Installing the dependencies (the first time takes a minute or more)…',
  stale:
    '依赖与 package-lock.json 不符，正在重新安装… The dependencies differ from package-lock.json, installing anew…',
};

async function npmCi(root, scope, state, say, npm) {
  say(reasons[state]);
  const started = Date.now();
  const seconds = () => Math.round((Date.now() - started) / 1_000);
  const ticker = setInterval(() => say(`  … ${seconds()} s`), progressEveryMs);
  const leaveOut = scope === 'production' ? ['--omit=dev'] : [];
  try {
    await run(npm, ['ci', '--no-audit', '--no-fund', ...leaveOut], root);
  } finally {
    clearInterval(ticker);
  }
  say(`✓ 依赖已安装 Dependencies installed (${seconds()} s)`);
}

function run(npm, args, cwd) {
  const child = spawn(npm, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  return new Promise((done, failed) => {
    child.once('error', (error) => failed(new Error(mend(String(error.message)))));
    child.once('close', (code) => (code === 0 ? done() : failed(new Error(mend(output)))));
  });
}

function mend(output) {
  const lastWords = output.trim().split('\n').slice(-15).join('\n');
  return `依赖安装失败 (npm ci)。请检查网络和 npm 镜像设置 (npm config get registry)，然后重试；或手工运行 npm ci 查看全部输出。
Installing the dependencies failed (npm ci). Check the network and npm's registry setting (npm config get registry) and try again, or run npm ci by hand to see all of its output.
${lastWords}`;
}

const missing =
  '✗ 依赖尚未安装：运行 npm ci，或直接运行 npm start。\n✗ The dependencies are not installed: run npm ci, or simply npm start.';

async function main(args) {
  const problem = nodeProblem(process.version);
  if (problem !== null) throw new Error(problem);
  const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');
  const scope = process.env.MODE?.trim() === 'production' ? 'production' : 'all';
  if (!args.includes('--look')) await install(root, scope);
  else if (installState(root, scope) === 'missing') throw new Error(missing);
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  main(process.argv.slice(2)).catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
