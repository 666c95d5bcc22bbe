import { get } from 'node:http';
import { resolve } from 'node:path';
import { toEnvironment, type ServerSettings } from '../settings';
import { dataDirAt, logFileOf } from './dataDir';
import type { Part, PartName } from './part';
import { ProcessPart } from './processPart';

export const repository = resolve(__dirname, '..', '..');

export interface NodePartOptions {
  readonly name: PartName;
  /** The TypeScript file to run, from the repository's root. */
  readonly entry: string;
  /** Where `GET /livez` answers 200 once the part lives. */
  readonly host: string;
  readonly port: number;
  readonly settings: ServerSettings;
}

/**
 * A program of ours as a part: its settings come by environment, it is ready when `/livez` answers,
 * and it drains on SIGTERM.
 */
export function nodePart({ name, entry, host, port, settings }: NodePartOptions): Part {
  const address = `http://${host}:${port}`;
  return new ProcessPart({
    name,
    address,
    logFile: logFileOf(dataDirAt(settings.dataDir), name),
    command: () =>
      Promise.resolve({
        file: process.execPath,
        // The hook rather than tsx's own command: that one is a parent which would hide the real process id.
        args: ['--require', require.resolve('tsx/cjs'), resolve(repository, entry)],
        environment: toEnvironment(settings),
      }),
    isReady: () => answersOk(`${address}/livez`),
    stopSignal: 'SIGTERM',
    readyWithinMs: 120_000,
    stopWithinMs: 30_000,
  });
}

/** Whether `GET url` answers 200. Without keep-alive: no connection outlives the question. */
export function answersOk(url: string, withinMs = 2_000): Promise<boolean> {
  return new Promise((settle) => {
    const request = get(url, { agent: false, timeout: withinMs }, (response) => {
      response.resume();
      settle(response.statusCode === 200);
    });
    request.once('timeout', () => request.destroy());
    request.once('error', () => settle(false));
    request.once('close', () => settle(false));
  });
}
