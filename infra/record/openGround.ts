import { calendarSource } from '../calendar/source';
import { type Clock, systemClock } from '../clock';
import type { Db } from '../db/connect';
import { loadCipher } from '../personal/personalKeys';
import type { ServerSettings } from '../settings';
import type { Ground } from './ground';

/** The ground of an installation's record, on a connection to its database. */
export async function openGround(
  db: Db,
  settings: ServerSettings,
  clock: Clock = systemClock,
): Promise<Ground> {
  return {
    db,
    clock,
    calendar: calendarSource(db),
    mailDomain: new URL(settings.publicUrl).hostname,
    graceSeconds: settings.letterGraceSeconds,
    personal: await loadCipher(settings.personalKeyFile, settings.mode),
  };
}
