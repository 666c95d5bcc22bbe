import { Problem } from './problem';

/** The entity tag of a version: strong, since a version names one state. */
export function etagOf(version: number): string {
  return `"${version}"`;
}

/**
 * The version that the caller saw, from If-Match.
 * `*` is refused: whoever acts must say on what.
 */
export function expectedVersion(ifMatch: string | undefined): number {
  if (ifMatch === undefined || ifMatch.trim() === '') throw new Problem('ifMatchMissing');
  const version = /^"(\d{1,9})"$/.exec(ifMatch.trim())?.[1];
  if (version !== undefined) return Number(version);
  throw new Problem('malformedRequest', {
    errors: [
      {
        pointer: '/headers/if-match',
        code: 'malformedEtag',
        message: {
          zh: 'If-Match 须为读取时得到的 ETag，如 "3"',
          en: 'If-Match must be the ETag you read, like "3"',
        },
      },
    ],
  });
}
