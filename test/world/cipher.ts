import { randomBytes } from 'node:crypto';
import { createCipher, type FieldCipher } from '../../infra/personal/cipher';
import type { PersonalKeys } from '../../infra/personal/keyFile';

/** Keys of a test's own, the active one first. */
export function testKeys(...kids: readonly string[]): PersonalKeys {
  return { encryption: kids.map((kid) => ({ kid, key: randomBytes(32) })), index: randomBytes(32) };
}

export function testCipher(): FieldCipher {
  return createCipher(testKeys('test'));
}
