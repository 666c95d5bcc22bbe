import type { House } from './house';

/** A message of a stream: its last id, its event and what it says. */
export interface Message {
  readonly id: string;
  readonly event: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- expectations check it field by field
  readonly data: any;
}

export interface Listening {
  readonly status: number;
  readonly headers: Headers;
  /** The next event that is not a mere beat; null once the stream has ended. */
  next(): Promise<Message | null>;
  /** Waits for a beat. @returns the position that it notes; null once the stream has ended */
  beat(): Promise<string | null>;
  leave(): Promise<void>;
}

/** Opens a stream as a browser does, and reads what comes message by message. */
export async function listen(house: House, headers: Record<string, string>, query = ''): Promise<Listening> {
  const stop = new AbortController();
  const response = await fetch(`${house.address}/api/v1/live${query}`, { headers, signal: stop.signal });
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let buffer = '';
  let id = '';
  async function block(): Promise<string | null> {
    for (;;) {
      const end = buffer.indexOf('\n\n');
      if (end >= 0) {
        const found = buffer.slice(0, end);
        buffer = buffer.slice(end + 2);
        return found;
      }
      const { done, value } = await reader.read();
      if (done) return null;
      buffer += value;
    }
  }
  async function message(): Promise<Message | null> {
    const found = await block();
    if (found === null) return null;
    const field = (name: string) =>
      found
        .split('\n')
        .find((line) => line.startsWith(`${name}: `))
        ?.slice(name.length + 2);
    id = field('id') ?? id;
    return { id, event: field('event') ?? '', data: JSON.parse(field('data') ?? 'null') as unknown };
  }
  async function until(wanted: (message: Message) => boolean): Promise<Message | null> {
    for (;;) {
      const found = await message();
      if (found === null || wanted(found)) return found;
    }
  }
  return {
    status: response.status,
    headers: response.headers,
    next: () => until(({ event }) => event !== 'beat'),
    beat: async () => (await until(({ event }) => event === 'beat'))?.id ?? null,
    async leave() {
      stop.abort();
      await reader.cancel().catch(() => undefined);
    },
  };
}
