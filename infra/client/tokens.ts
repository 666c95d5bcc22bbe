import { cliClientId } from '../identity/cliClient';
import { signInAs } from '../identity/signIn';

/** Bearer tokens by account, each fetched once until it is said to be stale. */
export interface Tokens {
  of(account: string): Promise<string>;
  forget(account: string): void;
}

/** Keeps what `signIn` fetches; a sign-in that failed is not kept. */
export function cachedTokens(signIn: (account: string) => Promise<string>): Tokens {
  const kept = new Map<string, Promise<string>>();
  const forget = (account: string): void => void kept.delete(account);
  return {
    of(account) {
      const token = kept.get(account) ?? signIn(account);
      kept.set(account, token);
      token.catch(() => forget(account));
      return token;
    },
    forget,
  };
}

/** The embedded identity provider's accounts, each signed in as itself. */
export function developmentTokens(provider: { readonly issuer: string; readonly audience: string }): Tokens {
  return cachedTokens(async (account) => {
    const { accessToken } = await signInAs({ ...provider, account, clientId: cliClientId });
    return accessToken;
  });
}
