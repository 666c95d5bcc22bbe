import { readSettings } from '../settings';
import { addressTable } from './addressTable';
import { launch, type Launch } from './launch';
import { createProgress } from './progress';

/** A terminal and npm may both deliver one Ctrl-C: only a later one is a second. */
const oneSignalMs = 1_000;

/** `npm start`: starts everything, says where it is, and stops it on Ctrl-C, SIGTERM or the end of the terminal. */
async function main(): Promise<void> {
  const progress = createProgress((line) => console.log(line));
  const started = Date.now();
  const launched = launch(readSettings(), progress);
  const stopped = stopOnSignal(launched);
  const installation = await launched.ready.catch(async (error: unknown) => {
    if (launched.isStopping()) return null;
    await launched.stop();
    throw error;
  });
  if (installation) {
    const seconds = ((Date.now() - started) / 1_000).toFixed(1);
    console.log(`\n${addressTable(installation)}\n`);
    console.log(`启动用时 ${seconds} 秒，按 Ctrl-C 停止。 Started in ${seconds} s; Ctrl-C stops everything.`);
    console.log('OneWindow is ready');
  }
  await stopped;
  console.log('已停止。 Stopped.');
}

function stopOnSignal(launched: Launch): Promise<void> {
  return new Promise((resolve, reject) => {
    let first = 0;
    const stop = () => {
      if (first === 0) {
        first = Date.now();
        console.log('\n正在停止，再按一次 Ctrl-C 立即结束。 Stopping; Ctrl-C again ends it at once.');
        launched.stop().then(resolve, reject);
      } else if (Date.now() - first > oneSignalMs) {
        void launched.hasten();
      }
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  });
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
