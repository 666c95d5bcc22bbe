import { accessSync, constants, existsSync, statfsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { installState, nodeProblem } from '../launcher/install.mjs';
import { repository } from '../launcher/nodePart';
import type { Check } from './examination';
import { doubtful, type Finding, ill, well } from './finding';

export const node: Check = async () => {
  const problem = nodeProblem(process.version);
  if (problem === null) return [well(`Node.js ${process.version}`, '')];
  const [zh = '', en = ''] = problem.split('\n');
  return [ill({ zh, en }, { zh: '安装新的长期支持版', en: 'install a current LTS release' })];
};

export const dependencies: Check = async ({ settings: { mode } }) => {
  const state = installState(repository, mode === 'production' ? 'production' : 'all');
  if (state === 'ready')
    return [well('依赖与 package-lock.json 相符', 'The dependencies match the lock file')];
  const what = { zh: '依赖与 package-lock.json 不符', en: 'The dependencies differ from the lock file' };
  return [ill(what, { zh: '先停止系统，再运行 npm ci', en: 'stop the system, then run npm ci' })];
};

const MIB = 1_024 ** 2;
/** The database, Temporal's program and ten megabytes of log a part fit into this. */
const LEAST_FREE = 512 * MIB;
const AMPLE_FREE = 2_048 * MIB;

export const dataDirectory: Check = async ({ settings: { dataDir } }) => {
  const folder = nearestExisting(dataDir);
  if (!isWritableFolder(folder)) {
    const what = { zh: `不能写入 ${folder}`, en: `Cannot write to ${folder}` };
    const mend = {
      zh: '改正权限，或用 DATA_DIR 指定另一目录',
      en: 'correct its permissions, or name another DATA_DIR',
    };
    return [ill(what, mend)];
  }
  const { bavail, bsize } = statfsSync(folder);
  const free = `${Math.floor((bavail * bsize) / MIB)} MiB`;
  const made = existsSync(dataDir) ? '' : '（尚未建立 not made yet）';
  return [space(`${dataDir}${made}`, free, bavail * bsize)];
};

function space(dataDir: string, free: string, bytes: number): Finding {
  const what = {
    zh: `数据目录 ${dataDir}，可用空间 ${free}`,
    en: `Data directory, ${free} free`,
  };
  const mend = { zh: '清理磁盘，或改用另一 DATA_DIR', en: 'free some space, or name another DATA_DIR' };
  if (bytes < LEAST_FREE) return ill(what, mend);
  return bytes < AMPLE_FREE ? doubtful(what, mend) : well(what.zh, what.en);
}

function nearestExisting(path: string): string {
  return existsSync(path) ? path : nearestExisting(dirname(path));
}

function isWritableFolder(path: string): boolean {
  try {
    accessSync(path, constants.W_OK | constants.X_OK);
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
