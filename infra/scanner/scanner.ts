import type { Readable } from 'node:stream';

export type Verdict =
  | { readonly state: 'clean' }
  /** `finding` is the scanner's own name of what it found. */
  | { readonly state: 'infected'; readonly finding: string };

/** Looks for viruses in what people upload. */
export interface Scanner {
  /** Kept with its verdict. */
  readonly name: string;
  /** @throws ScanFailed, or the stream's own error, where there is no verdict */
  scan(content: Readable): Promise<Verdict>;
  /** @throws where it cannot be reached */
  probe(): Promise<void>;
}

export class ScanFailed extends Error {
  override readonly name = 'ScanFailed';
}
