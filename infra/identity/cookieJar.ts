/** The cookies of one sign-in: a single host for a few seconds, so paths and ages need no keeping. */
export interface CookieJar {
  /** The value of the `Cookie` header. */
  header(): string;
  take(headers: Headers): void;
}

export function createCookieJar(): CookieJar {
  const cookies = new Map<string, string>();
  return {
    header: () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    take(headers) {
      for (const line of headers.getSetCookie()) {
        const [, name, value] = /^([^=;]+)=([^;]*)/.exec(line) ?? [];
        if (name === undefined || value === undefined) continue;
        if (value === '') cookies.delete(name);
        else cookies.set(name, value);
      }
    },
  };
}
