import { listening } from '../launcher/processes';

interface Asking {
  readonly accept?: string;
  /** Makes it a POST of JSON. */
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Asks a part as a program does, or as a browser would. */
export function ask(
  url: string,
  { accept = 'application/json', body, headers }: Asking = {},
): Promise<Response> {
  const posted = body === undefined ? {} : { method: 'POST', body };
  const sent = { accept, ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers };
  return fetch(url, { ...posted, headers: sent });
}

export async function json<T>(url: string): Promise<T> {
  return (await (await ask(url)).json()) as T;
}

/** The addresses of this machine on which this process listens at the port of `url`. */
export function listensOn(url: string): string[] {
  const { port } = new URL(url);
  return listening([process.pid])
    .filter((address) => address.endsWith(`:${port}`))
    .map((address) => address.slice(0, -port.length - 1));
}
