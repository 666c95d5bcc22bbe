import { randomInt } from 'node:crypto';
import { connect, createServer } from 'node:net';
import type { Label } from '../../domain/label';

/** A port that a part wants, and the variable that changes it. */
export interface WantedPort {
  readonly part: Label;
  readonly variable: string;
  readonly port: number;
}

const loopback = '127.0.0.1';

/**
 * Below the range from which systems take the ports of outgoing connections (32768 or 49152 upwards):
 * a part that was killed must find its port free again, whoever tried to connect meanwhile.
 */
const lowest = 15_000;
const highest = 32_000;

/** A free port on the loopback address. */
export async function freePort(): Promise<number> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const port = randomInt(lowest, highest);
    if (await isFree(port)) return port;
  }
  throw new Error(`没有空闲端口。 No free port between ${lowest} and ${highest}.`);
}

/** @throws Error that names every port in use, its part and the variable to change */
export async function requireFree(wanted: readonly WantedPort[]): Promise<void> {
  const taken: WantedPort[] = [];
  for (const one of wanted) if (!(await isFree(one.port))) taken.push(one);
  if (taken.length === 0) return;
  const lines = taken.map(
    ({ part, variable, port }) =>
      `端口 ${port}（${part.zh}）已被占用：停止占用它的程序，或设置 ${variable} 为其他端口（0 为任意空闲端口）。\n` +
      `Port ${port} (${part.en}) is in use: stop what holds it, or set ${variable} to another port (0 for any free one).`,
  );
  throw new Error(lines.join('\n'));
}

/** Both questions, because a listener on every interface does not keep some systems from listening on loopback too. */
export async function isFree(port: number): Promise<boolean> {
  return (await canListen(port)) && !(await answers(port));
}

function canListen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, loopback, () => server.close(() => resolve(true)));
  });
}

/** Whether anything accepts a connection there. */
export function answers(port: number, host = loopback, withinMs = 2_000): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host });
    const settle = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(withinMs, () => settle(false));
    socket.once('connect', () => settle(true));
    socket.once('error', () => settle(false));
  });
}
