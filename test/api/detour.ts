import { connect as dial, createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { connect, type Database } from '../../infra/db/connect';

/**
 * What happens on the way to the database: everything passes, nothing does, what is asked goes nowhere and no answer
 * ever comes, or the connection breaks at a COMMIT,
 * before the server has it or after it has committed and before the caller knows.
 */
export type Trouble = 'none' | 'away' | 'silent' | 'beforeCommit' | 'afterCommit';

/** A way to PostgreSQL on which a test makes trouble; whatever breaks, breaks once and then the server is away. */
export interface Detour {
  trouble: Trouble;
  /** Breaks every connection that there is. */
  cut(): void;
  /** The database as it is reached this way. */
  readonly database: Database;
  close(): Promise<void>;
}

const COMMIT = /commit\0/i;

export async function openDetour(url: string): Promise<Detour> {
  const { hostname, port } = new URL(url);
  const pairs = new Set<readonly [Socket, Socket]>();
  const server = createServer((near) => {
    if (detour.trouble === 'away') return void near.destroy();
    const far = dial(Number(port), hostname);
    const pair = [near, far] as const;
    pairs.add(pair);
    const end = () => {
      pairs.delete(pair);
      near.destroy();
      far.destroy();
    };
    for (const socket of pair) socket.on('error', end).on('close', end);
    let committing = false;
    near.on('data', (sent) => {
      const commits = COMMIT.test(sent.toString('latin1'));
      if (commits && detour.trouble === 'beforeCommit') {
        breakDown(end);
        return;
      }
      committing ||= commits && detour.trouble === 'afterCommit';
      if (detour.trouble !== 'silent') far.write(sent);
    });
    far.on('data', (answered) => {
      if (committing) breakDown(end);
      else near.write(answered);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const detoured = new URL(url);
  detoured.port = String((server.address() as AddressInfo).port);
  const database = connect(detoured.toString());

  function breakDown(end: () => void): void {
    detour.trouble = 'away';
    end();
    detour.cut();
  }
  const detour: Detour = {
    trouble: 'none',
    cut: () => pairs.forEach(([near, far]) => [near, far].forEach((socket) => socket.destroy())),
    database,
    async close() {
      await database.close();
      detour.cut();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
  return detour;
}
