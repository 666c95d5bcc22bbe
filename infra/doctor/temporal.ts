import { Connection } from '@temporalio/client';
import { TASK_QUEUE } from '../../workflows/names';
import { searchAttributeTypes } from '../../workflows/searchAttributes';
import { answers } from '../launcher/ports';
import { missingSearchAttributes } from '../launcher/searchAttributes';
import { type TemporalSettings, temporalConnection } from '../settings';
import type { Check } from './examination';
import { type Finding, ill, reasonOf, well } from './finding';

const PATIENCE_MS = 5_000;
/** A worker asks anew at least once a minute; the server remembers for five who asked. */
const POLLED_WITHIN_MS = 75_000;
/** Temporal's numbers for workflows and activities (TaskQueueType). */
const queueTypes = [1, 2] as const;

/** Temporal: reachable, the namespace and the search attributes there, and a worker asking for work. */
export const temporal: Check = async ({ settings }) => {
  const { temporalAddress, temporalNamespace, environment } = settings;
  if (temporalAddress === null) return [];
  const reached = { temporalAddress, temporalNamespace, environment };
  const connection = await connectTo(reached);
  if (!(connection instanceof Connection)) return [connection];
  try {
    const there = await namespace(connection, reached);
    if (there.condition !== 'well') return [there];
    return [there, await searchAttributes(reached), await pollers(connection, temporalNamespace)];
  } finally {
    await connection.close();
  }
};

async function connectTo(settings: TemporalSettings): Promise<Connection | Finding> {
  try {
    const { connectionOptions } = temporalConnection(settings);
    // Asked first: a gRPC client that is refused waits for its deadline and does not say why.
    if (!(await listens(settings.temporalAddress))) throw new Error('nothing listens there');
    return await Connection.connect({ ...connectionOptions, connectTimeout: PATIENCE_MS });
  } catch (error) {
    const { temporalAddress } = settings;
    return ill(
      {
        zh: `Temporal 连不上：${temporalAddress}（${reasonOf(error)}）`,
        en: `Temporal cannot be reached at ${temporalAddress}`,
      },
      {
        zh: '启动 Temporal，或改正 TEMPORAL_ADDRESS 与 TEMPORAL_TLS_*、TEMPORAL_API_KEY',
        en: 'start it, or correct TEMPORAL_ADDRESS and TEMPORAL_TLS_*, TEMPORAL_API_KEY',
      },
    );
  }
}

async function listens(address: string): Promise<boolean> {
  const [, host, port] = /^\[?(.+?)\]?:(\d+)$/.exec(address) ?? [];
  return host === undefined || answers(Number(port), host, PATIENCE_MS);
}

async function namespace(connection: Connection, settings: TemporalSettings): Promise<Finding> {
  const { temporalNamespace: name, temporalAddress: address } = settings;
  try {
    await connection.withDeadline(Date.now() + PATIENCE_MS, () =>
      connection.workflowService.describeNamespace({ namespace: name }),
    );
    return well(`Temporal 可用：${address}，命名空间 ${name}`, 'Temporal is reached, its namespace is there');
  } catch (error) {
    const what = {
      zh: `Temporal 没有命名空间 ${name}（${reasonOf(error)}）`,
      en: `Temporal has no namespace ${name}`,
    };
    const command = `temporal operator namespace create --namespace ${name}`;
    return ill(what, {
      zh: `建立它：${command}；或改正 TEMPORAL_NAMESPACE`,
      en: `create it, or correct TEMPORAL_NAMESPACE`,
    });
  }
}

async function searchAttributes(settings: TemporalSettings): Promise<Finding> {
  const mend = {
    zh: '运行一次 npm start（会先登记），或由有权限的人员用 temporal operator search-attribute create 登记',
    en: 'run npm start once: it registers them first; or let somebody who may, by temporal operator search-attribute create',
  };
  try {
    const missing = await missingSearchAttributes(settings, searchAttributeTypes);
    if (missing.length === 0) return well('搜索属性已登记', 'The search attributes are registered');
    const list = missing.join(', ');
    return ill({ zh: `搜索属性未登记：${list}`, en: 'Search attributes are missing' }, mend);
  } catch (error) {
    const reason = reasonOf(error);
    return ill({ zh: `搜索属性不对：${reason}`, en: 'The search attributes are wrong' }, mend);
  }
}

async function pollers(connection: Connection, name: string): Promise<Finding> {
  const seen = await Promise.all(
    queueTypes.map(async (taskQueueType) => {
      const { pollers: all } = await connection.workflowService.describeTaskQueue({
        namespace: name,
        taskQueue: { name: TASK_QUEUE },
        // eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment -- the enum is in a package of the tests
        taskQueueType,
      });
      return all.filter(({ lastAccessTime }) => {
        const at = Number(lastAccessTime?.seconds ?? 0) * 1_000;
        return Date.now() - at < POLLED_WITHIN_MS;
      });
    }),
  );
  if (seen.every((workers) => workers.length > 0)) {
    const count = new Set(seen.flat().map(({ identity }) => identity)).size;
    return well(`流程执行在取任务：${count} 个`, `${count} worker(s) ask for work`);
  }
  return ill(
    { zh: `没有流程执行在任务队列 ${TASK_QUEUE} 上取任务`, en: 'No worker asks for work' },
    {
      zh: '运行 npm start 或 npm run worker；办件照常受理，只是不往下走',
      en: 'run npm start or npm run worker; acts are taken meanwhile, but no case moves on',
    },
  );
}
