import crypto from 'node:crypto';

/**
 * oidc-provider calls `URL.parse` and `crypto.hash`, which the first Node 20 releases do not have yet. To be imported
 * before it; without effect on a Node that has both.
 */
if (!('parse' in URL)) {
  const parse = (url: string, base?: string) => (URL.canParse(url, base) ? new URL(url, base) : null);
  Object.assign(URL, { parse });
}
if (!('hash' in crypto)) {
  const hash = (algorithm: string, data: string, encoding: crypto.BinaryToTextEncoding) =>
    crypto.createHash(algorithm).update(data).digest(encoding);
  Object.assign(crypto, { hash });
}
