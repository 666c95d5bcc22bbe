/** What a route answers with; `body` has the shape of its contract. */
export interface Answer<T> {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: T;
}

export function answer<T>(body: T, headers: Readonly<Record<string, string>> = {}): Answer<T> {
  return { status: 200, headers, body };
}

export function created<T>(
  location: string,
  body: T,
  headers: Readonly<Record<string, string>> = {},
): Answer<T> {
  return { status: 201, headers: { location, ...headers }, body };
}
