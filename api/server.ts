import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import { type Clock, systemClock } from '../infra/clock';
import type { ServerSettings } from '../infra/settings';
import { createApp } from './app';
import { createServices } from './services';

export interface RunningApi {
  /** `http://host:port`. */
  readonly address: string;
  /** Takes no more requests, finishes those at hand, and lets go of the database. */
  drain(): Promise<void>;
}

const DRAIN_MS = 20_000;

/** Starts the API. @throws Error that names the port where it is taken */
export async function startApi(
  settings: ServerSettings,
  log: Logger,
  clock: Clock = systemClock,
): Promise<RunningApi> {
  const stop = new AbortController();
  const running = await createServices(settings, log, stop.signal, clock);
  const server = createServer(createApp(running.services));
  try {
    await listen(server, settings.port, settings.host);
  } catch (error) {
    await running.close();
    throw error;
  }
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://${settings.host}:${port}`,
    async drain() {
      stop.abort();
      const patience = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      });
      clearTimeout(patience);
      await running.close();
    },
  };
}

function listen(server: ReturnType<typeof createServer>, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? portTaken(port, error) : error);
    });
    server.listen(port, host, resolve);
  });
}

function portTaken(port: number, cause: Error): Error {
  const words = `端口 ${port} 已被占用，请改用别的 PORT。 Port ${port} is in use: set another PORT.`;
  return new Error(words, { cause });
}
