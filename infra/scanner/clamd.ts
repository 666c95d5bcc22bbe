import { connect, type Socket } from 'node:net';
import type { Readable } from 'node:stream';
import { type Scanner, ScanFailed, type Verdict } from './scanner';

/** Where clamd listens. */
export type ClamdAddress = { readonly host: string; readonly port: number } | { readonly path: string };

const PATIENCE_MS = 60_000;
const LARGEST_CHUNK = 64 * 1024;

/** ClamAV's daemon, by its own protocol: `INSTREAM` on a connection of its own for each paper. */
export function clamdScanner(address: ClamdAddress, patienceMs = PATIENCE_MS): Scanner {
  return {
    name: 'clamd',
    async scan(content) {
      const reply = await ask(address, 'INSTREAM', patienceMs, (socket) => send(content, socket));
      return verdictOf(reply);
    },
    async probe() {
      const reply = await ask(address, 'PING', patienceMs, () => Promise.resolve());
      if (reply !== 'PONG') throw new ScanFailed(`clamd answered PING with ${reply}`);
    },
  };
}

/** One command and its answer. clamd may answer, and hang up, before it has read everything. */
async function ask(
  address: ClamdAddress,
  command: 'INSTREAM' | 'PING',
  patienceMs: number,
  say: (socket: Socket) => Promise<void>,
): Promise<string> {
  const socket = connect(address);
  const patience = setTimeout(
    () => socket.destroy(new ScanFailed(`clamd gave no answer within ${patienceMs} ms`)),
    patienceMs,
  );
  try {
    const answered = replyOf(socket);
    socket.write(`z${command}\0`);
    const [reply] = await Promise.all([answered, say(socket)]);
    return reply;
  } finally {
    clearTimeout(patience);
    socket.destroy();
  }
}

/** The answer, up to its closing zero or the end of the connection. */
function replyOf(socket: Socket): Promise<string> {
  let text = '';
  return new Promise((resolve, reject) => {
    const finish = () => {
      const [reply = ''] = text.split('\0');
      if (reply !== '') resolve(reply);
      else reject(new ScanFailed('clamd hung up without an answer'));
    };
    socket.setEncoding('utf8');
    socket.on('data', (words: string) => {
      text += words;
      if (text.includes('\0')) finish();
    });
    socket.once('end', finish);
    socket.once('error', (error) => {
      if (text === '') reject(error instanceof ScanFailed ? error : unreachable(error));
      else finish();
    });
    socket.once('close', finish);
  });
}

/**
 * Each chunk goes with its length before it; a length of zero ends the stream.
 * @throws the stream's own error: without its end, clamd gives no verdict
 */
async function send(content: Readable, socket: Socket): Promise<void> {
  for await (const chunk of content as AsyncIterable<Buffer>) {
    for (let from = 0; from < chunk.length; from += LARGEST_CHUNK) {
      const part = chunk.subarray(from, from + LARGEST_CHUNK);
      // Nobody listens any more: the answer tells why, or that there is none.
      if (!(await isSent(socket, Buffer.concat([length(part.length), part])))) return;
    }
  }
  await isSent(socket, length(0));
}

function isSent(socket: Socket, bytes: Buffer): Promise<boolean> {
  return new Promise((resolve) => {
    socket.write(bytes, (error) => resolve(!error));
  });
}

function length(bytes: number): Buffer {
  const frame = Buffer.alloc(4);
  frame.writeUInt32BE(bytes);
  return frame;
}

function verdictOf(reply: string): Verdict {
  if (reply === 'stream: OK') return { state: 'clean' };
  const finding = /^stream: (.+) FOUND$/.exec(reply)?.[1];
  if (finding === undefined) throw new ScanFailed(`clamd answered: ${reply.slice(0, 200)}`);
  return { state: 'infected', finding };
}

function unreachable(error: Error): ScanFailed {
  return new ScanFailed('clamd cannot be reached', { cause: error });
}
