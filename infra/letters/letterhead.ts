/** What stands on every letter and mail of the house. */
export interface Letterhead {
  /** Where people reach this system, without a slash at the end. */
  readonly publicUrl: string;
  /** A folder with the units' seals, `UNIT.png` each; null where letters are stamped by hand. */
  readonly sealDir: string | null;
}

/** Where a case is read after signing in. */
export function caseUrlOf(publicUrl: string, caseId: string): string {
  return `${publicUrl}/api/v1/cases/${caseId}`;
}

/** Where a letter is read after signing in, to be compared with a paper: 文号 in its own characters, for print. */
export function letterUrlOf(publicUrl: string, caseId: string, no: string): string {
  return `${caseUrlOf(publicUrl, caseId)}/letters/${no}`;
}
