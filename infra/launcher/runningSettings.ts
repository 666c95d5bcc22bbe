import type { Settings } from '../settings';
import { dataDirAt } from './dataDir';
import { filledIn } from './installation';
import { runningLauncher } from './running';
import { readSecrets } from './secrets';

/**
 * The settings with the addresses of the embedded parts, where an `npm start` with the same settings runs in the
 * data directory; otherwise as they are. Changes nothing there.
 */
export function withRunningParts(settings: Settings): Settings {
  const dataDir = dataDirAt(settings.dataDir);
  const addresses = settings.mode === 'development' ? runningLauncher(dataDir.running)?.addresses : null;
  const secrets = addresses ? readSecrets(dataDir.secrets) : null;
  return addresses && secrets ? filledIn({ ...settings, ...addresses }, dataDir, secrets) : settings;
}
