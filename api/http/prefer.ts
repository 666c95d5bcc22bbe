const LONGEST_SECONDS = 30;

/** The seconds of `Prefer: wait=N` (RFC 7240), at most 30; null where the caller does not want to wait. */
export function waitOf(prefer: string | undefined): number | null {
  const seconds = /(?:^|[,;\s])wait\s*=\s*"?(\d{1,6})"?\s*(?:$|[,;])/i.exec(prefer ?? '')?.[1];
  if (seconds === undefined || Number(seconds) === 0) return null;
  return Math.min(Number(seconds), LONGEST_SECONDS);
}
