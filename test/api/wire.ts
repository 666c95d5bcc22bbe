import type { Route } from '../../api/route';
import { Problem } from '../../api/contracts/problem';

/** An answer as it came over the wire, already held against its contract. */
export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly bytes: Buffer;
  /** The body as JSON; undefined where it is none. */
  readonly body: Body;
}

/** A body is whatever its contract says; tests name the fields that they look at. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- expectations check it field by field
export type Body = any;

/** The status, and the code of the problem where it is one: what most refusals come down to. */
export function told({ status, body }: Answered): [number, unknown] {
  return [status, body?.code];
}

/** The fields at fault, each with its rule: `/application/facts/places tooSmall`. */
export function faults({ body }: Answered): string[] {
  const errors = (body?.errors ?? []) as readonly { readonly pointer: string; readonly code: string }[];
  return errors.map(({ pointer, code }) => `${pointer} ${code}`);
}

/** Holds an answer against the contract of its route, so that no test can pass on an undescribed answer. */
export function checkContract(
  routes: readonly Route[],
  method: string,
  path: string,
  answered: Answered,
): void {
  const { status, headers, body } = answered;
  const type = headers.get('content-type') ?? '';
  if (type.startsWith('application/problem+json')) {
    expect({ ...Problem.parse(body), status }).toEqual(body);
    return;
  }
  if (!type.startsWith('application/json') || status >= 400) return;
  const pathname = path.split('?')[0] ?? '';
  const route = routes.find((each) => each.method === method.toLowerCase() && matches(each, pathname));
  if (!route) return;
  const read = route.answer.safeParse(body);
  if (!read.success) throw new Error(`${method} ${path} answers against its contract: ${read.error.message}`);
  expect(status).toBe(route.status);
}

function matches({ base, path }: Route, pathname: string): boolean {
  const pattern = (base + path).replace(/\{\w+\}/g, '[^/]+');
  return new RegExp(`^${pattern}$`).test(pathname);
}
