import { createCipher, type FieldCipher } from './cipher';
import { createPersonalKeyFile, type PersonalKeys, readPersonalKeys } from './keyFile';

/**
 * The cipher of the key file. In development a missing file is made; in production it must exist: without the keys
 * it lost, an installation could not read its own applications, and new ones would hide that.
 * @throws Error that names PERSONAL_KEY_FILE and the mend
 */
export async function loadCipher(file: string, mode: 'development' | 'production'): Promise<FieldCipher> {
  if (mode === 'development' && readKeys(file) === null) await createPersonalKeyFile(file);
  return createCipher(required(file), () => required(file));
}

function required(file: string): PersonalKeys {
  const keys = readKeys(file);
  if (keys !== null) return keys;
  throw new Error(`PERSONAL_KEY_FILE: ${file} does not exist, and production makes no keys. ${mend(file)}`);
}

function readKeys(file: string): PersonalKeys | null {
  try {
    return readPersonalKeys(file);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`PERSONAL_KEY_FILE: ${file} cannot be used: ${reason}. ${mend(file)}`);
  }
}

const mend = (file: string) =>
  `Restore the key file from its backup, point PERSONAL_KEY_FILE at it, or make one: npm run personal -- new-file ${file}`;
