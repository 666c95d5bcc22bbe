import { Readable } from 'node:stream';
import type { Logger } from 'pino';
import type { Db } from '../../infra/db/connect';
import { type Change, changesSince, type Changes } from '../../infra/record/changes';
import { beat, changeMessage, gapMessage } from './messages';

/** Somebody who is told of changes as long as a stream is open. */
export interface Listener {
  /** Whose streams are counted together. */
  readonly sub: string;
  /** What they are told of a change; null for nothing. */
  readonly view: (change: Change) => object | null;
  /** Whether their sign-in still holds. */
  readonly isWelcome: () => Promise<boolean>;
  /** After how long the stream ends by itself: whoever comes back is asked anew who they are. */
  readonly lastsMs: number;
}

/** Tells everybody who listens what is written, from one reading of the record however many they are. */
export interface Hub {
  /** @param after where an earlier stream broke off. @returns null where they listen on too many streams already */
  listen(listener: Listener, after: string | null): Promise<Readable | null>;
}

/** Streams that one person may have open in this process. */
export const MOST_STREAMS = 6;
/** What may wait for a reader that is slower than the record. */
const MOST_WAITING = 256 * 1024;

/** A stream that says nothing more once it has ended. */
class Stream {
  readonly out = new Readable({ read: () => undefined });
  private over = false;

  constructor(readonly listener: Listener) {
    this.out.once('close', () => (this.over = true));
  }

  say(message: string): void {
    if (!this.over) this.out.push(message);
    if (this.out.readableLength > MOST_WAITING) this.out.destroy();
  }

  end(): void {
    if (!this.over) this.out.push(null);
    this.over = true;
  }

  tell({ changes, position, gap }: Changes): void {
    if (gap) this.say(gapMessage(position));
    const seen = changes.map(this.listener.view).filter((each) => each !== null);
    for (const each of seen) this.say(changeMessage(each));
    if (seen.length > 0) this.say(beat(position));
  }
}

export interface HubPace {
  readonly readMs: number;
  readonly beatMs: number;
}
const usualPace: HubPace = { readMs: 1_000, beatMs: 15_000 };

/** @param stopping ends every stream, so that a drain need not wait for them */
export function createHub(
  db: Db,
  { stopping, log, pace = usualPace }: { stopping: AbortSignal; log: Logger; pace?: HubPace },
): Hub {
  const streams = new Set<Stream>();
  let position: string | null = null;
  let timers: readonly NodeJS.Timeout[] = [];
  let reading = false;

  stopping.addEventListener('abort', () => streams.forEach((stream) => stream.end()), { once: true });

  async function read(): Promise<void> {
    if (reading || position === null) return;
    reading = true;
    try {
      const found = await changesSince(db, position);
      position = found.position;
      for (const stream of streams) stream.tell(found);
    } catch (error) {
      log.warn({ err: error }, 'live updates wait for the database');
    } finally {
      reading = false;
    }
  }

  /** Shows that the stream lives, notes how far it has told, and ends it where the sign-in has ended. */
  async function keep(stream: Stream): Promise<void> {
    const welcome = await stream.listener.isWelcome().catch(() => true);
    if (!welcome) stream.end();
    else if (position !== null) stream.say(beat(position));
  }

  function join(stream: Stream): void {
    streams.add(stream);
    stream.out.once('close', () => {
      streams.delete(stream);
      if (streams.size > 0) return;
      timers.forEach(clearInterval);
      timers = [];
      position = null;
    });
    if (timers.length > 0) return;
    timers = [
      setInterval(() => void read(), pace.readMs),
      setInterval(() => streams.forEach((each) => void keep(each)), pace.beatMs),
    ];
  }

  return {
    async listen(listener, after) {
      const own = [...streams].filter((stream) => stream.listener.sub === listener.sub);
      if (own.length >= MOST_STREAMS) return null;
      const stream = new Stream(listener);
      // It joins first: what is told twice does no harm, and nothing falls between.
      join(stream);
      try {
        const missed = await changesSince(db, after ?? position);
        position ??= missed.position;
        stream.say(beat(after === null ? position : missed.position));
        if (after !== null) stream.tell(missed);
      } catch (error) {
        stream.out.destroy();
        throw error;
      }
      const end = setTimeout(() => stream.end(), listener.lastsMs);
      stream.out.once('close', () => clearTimeout(end));
      if (stopping.aborted) stream.end();
      return stream.out;
    },
  };
}
