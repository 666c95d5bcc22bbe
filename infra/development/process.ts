import { readSettings, refuseInProduction, SettingsError, type Settings } from '../settings';
import type { Part } from './part';

/**
 * Runs one part as a process of its own: reads the settings, refuses in production, says where it listens, and on
 * SIGTERM, SIGINT or the loss of the parent that started it with an IPC channel drains and ends.
 */
export async function runPart(name: string, start: (settings: Settings) => Promise<Part>): Promise<void> {
  try {
    const settings = readSettings();
    refuseInProduction(settings, name);
    const part = await start(settings);
    stopOnSignal(part);
    console.log(`${name} listening on ${part.address}`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}

/** A setting that this part cannot do without. @throws SettingsError that names it */
export function needed(
  settings: Settings,
  name: 'oidcClientSecret' | 'pushSecret',
  variable: string,
): string {
  const value = settings[name];
  if (value !== null) return value;
  const rule = { zh: '必须给出', en: 'must be given' };
  const mend = {
    zh: 'npm start 会自行生成；单独运行时请设置',
    en: 'npm start makes one; set it to run this alone',
  };
  throw new SettingsError([{ variable, given: null, rule, mend }]);
}

function stopOnSignal(part: Part): void {
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    part.close().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  if (process.connected) process.once('disconnect', stop);
}
