import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A running part of development: `address` is its `http://127.0.0.1:<port>`; `close` drains it. */
export interface Part {
  readonly address: string;
  close(): Promise<void>;
}

/** Development answers nobody but this machine. */
export const LOOPBACK = '127.0.0.1';
const DRAIN_MS = 3_000;

/**
 * Listens on loopback, 0 for any free port. The handler is made once the address is known, since some parts
 * (the identity provider) carry it in what they say.
 * @throws an Error that names the port where it is taken
 */
export async function listen(
  port: number,
  handlerAt: (address: string) => RequestListener | Promise<RequestListener>,
): Promise<Part> {
  const server = createServer();
  await bind(server, port);
  const address = `http://${LOOPBACK}:${(server.address() as AddressInfo).port}`;
  try {
    server.on('request', await handlerAt(address));
  } catch (error) {
    server.close();
    throw error;
  }
  return { address, close: () => drain(server) };
}

function bind(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(bindError(error, port)));
    server.listen(port, LOOPBACK, resolve);
  });
}

/** Says in plain words that a port is taken. */
export function bindError(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code !== 'EADDRINUSE') return error;
  return new Error(`端口 ${port} 已被占用。 Port ${port} on ${LOOPBACK} is in use.`, { cause: error });
}

/** Lets the requests at hand finish, but not for ever. */
function drain(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const patience = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
    server.close(() => {
      clearTimeout(patience);
      resolve();
    });
    server.closeIdleConnections();
  });
}
