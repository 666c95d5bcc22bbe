import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, type JWK } from 'jose';

/**
 * The key that signs the tokens, made on the first start and kept in `<dataDir>/identity/keys.json`: tokens
 * outlive a restart of the provider.
 */
export async function loadSigningKeys(dataDir: string): Promise<{ keys: JWK[] }> {
  const file = join(dataDir, 'identity', 'keys.json');
  return (await read(file)) ?? (await create(file));
}

async function read(file: string): Promise<{ keys: JWK[] } | null> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as { keys: JWK[] };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new Error(
      `${file} 无法读取，删除后重启即可重新生成。 ${file} cannot be read; delete it and start again.`,
      {
        cause: error,
      },
    );
  }
}

async function create(file: string): Promise<{ keys: JWK[] }> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const kid = randomBytes(8).toString('hex');
  const made = { keys: [{ ...(await exportJWK(privateKey)), kid, alg: 'ES256', use: 'sig' }] };
  await mkdir(join(file, '..'), { recursive: true });
  const draft = `${file}.${kid}`;
  await writeFile(draft, JSON.stringify(made, null, 2), { mode: 0o600 });
  // A link appears whole or not at all, and never replaces a key that another process has made meanwhile.
  try {
    await link(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await unlink(draft);
  }
  return (await read(file)) ?? made;
}
