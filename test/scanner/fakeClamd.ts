import { createServer, type Server, type Socket } from 'node:net';

/** What a fake clamd heard on one connection. */
export interface Heard {
  readonly command: string;
  /** The chunks of the stream, put together; null where it did not come to its end. */
  readonly stream: Buffer | null;
}

export interface FakeClamd {
  readonly server: Server;
  readonly heard: Heard[];
  close(): Promise<void>;
}

type Answering = (heard: Heard) => string | null | undefined;

/**
 * A clamd that takes commands apart as the real one does: a name between `z` and a zero, then for INSTREAM chunks with
 * their length before them, until one of length zero.
 * @param answering what it answers, once it has heard all; null: it hangs up; undefined: it says nothing
 * @param mostBytes how many bytes of a stream it takes before it says so and hangs up
 */
export async function fakeClamd(
  at: string | number,
  answering: Answering,
  mostBytes = Number.POSITIVE_INFINITY,
): Promise<FakeClamd> {
  const heard: Heard[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
    let received = Buffer.alloc(0);
    socket.on('data', (data: Buffer) => {
      received = Buffer.concat([received, data]);
      const said = parse(received);
      if (said === null) {
        if (received.length > mostBytes) socket.end('INSTREAM size limit exceeded. ERROR\0');
        return;
      }
      heard.push(said);
      const answer = answering(said);
      if (answer === null) socket.destroy();
      else if (answer !== undefined) socket.end(`${answer}\0`);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    if (typeof at === 'string') server.listen(at, resolve);
    else server.listen(at, '127.0.0.1', resolve);
  });
  return {
    server,
    heard,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

/** The command and its stream, or null while it is not whole. */
function parse(received: Buffer): Heard | null {
  const end = received.indexOf(0);
  if (end === -1) return null;
  const command = received.subarray(0, end).toString('latin1');
  if (command !== 'zINSTREAM') return { command, stream: null };
  const chunks: Buffer[] = [];
  for (let at = end + 1; at + 4 <= received.length;) {
    const length = received.readUInt32BE(at);
    if (length === 0) return { command, stream: Buffer.concat(chunks) };
    if (at + 4 + length > received.length) return null;
    chunks.push(received.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return null;
}
