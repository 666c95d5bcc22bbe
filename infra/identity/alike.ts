const MOST = 8;

/**
 * The accounts that somebody may have meant: the parts of the name (`education`, `caseOfficer`, `1`) that each
 * shares with what was given, best first; none where nothing but a number is shared.
 */
export function alike(given: string, accounts: readonly string[]): string[] {
  const wanted = parts(given);
  return accounts
    .map((account) => ({
      account,
      shared: parts(account).filter((part) => wanted.some((one) => near(one, part))),
    }))
    .filter(({ shared }) => shared.some((part) => !/^\d+$/.test(part)))
    .sort((a, b) => b.shared.length - a.shared.length)
    .slice(0, MOST)
    .map(({ account }) => account);
}

function parts(account: string): string[] {
  return account
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
}

function near(given: string, part: string): boolean {
  return given === part || (given.length >= 3 && (part.startsWith(given) || given.startsWith(part)));
}
