import type { Calendar } from '../../domain/calendar';
import type { Clock } from '../clock';
import type { Db } from '../db/connect';
import type { FieldCipher } from '../personal/cipher';

/** What the record stands on. */
export interface Ground {
  readonly db: Db;
  readonly clock: Clock;
  /** The calendar in force: the library's holiday table under the district's overrides. */
  readonly calendar: () => Promise<Calendar>;
  /** The domain of Message-IDs: a mail's identity must not depend on the machine that sends it. */
  readonly mailDomain: string;
  /** For how long letters are held back, so that a slip can be mended before they are served. */
  readonly graceSeconds: number;
  /** Seals personal values for where they are kept. */
  readonly personal: FieldCipher;
}
