import { statSync } from 'node:fs';
import { loadSigningKey } from '../documents/signingKey';
import type { Check } from './examination';
import { doubtful, ill, reasonOf, well } from './finding';

/** The key that signs certificates: there, usable, and nobody else's to read. */
export const signingKey: Check = async ({ settings: { signingKeyFile } }) => {
  if (signingKeyFile === null) return [];
  try {
    // As in production: looking must not make a key.
    const { kid } = await loadSigningKey(signingKeyFile, 'production');
    const mode = statSync(signingKeyFile).mode & 0o777;
    if ((mode & 0o077) === 0) return [well(`证书签名密钥可用：${kid}`, 'The signing key can be used')];
    const shown = mode.toString(8);
    const what = { zh: `他人可读取签名密钥（${shown}）`, en: 'Others may read the signing key' };
    const command = `chmod 600 ${signingKeyFile}`;
    return [doubtful(what, { zh: command, en: 'or, where others could read it, rotate it' })];
  } catch (error) {
    const what = { zh: `签名密钥不可用：${reasonOf(error)}`, en: 'The signing key cannot be used' };
    const mend = {
      zh: '从备份恢复，或用 npm run verify -- --new-key FILE 新建',
      en: 'restore it from its backup, or make one',
    };
    return [ill(what, mend)];
  }
};
