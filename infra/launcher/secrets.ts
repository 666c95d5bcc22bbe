import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

/** Made once for a data directory, so that sessions and the database outlive a restart. */
const Secrets = z.object({
  postgresPassword: z.string().min(32),
  sessionSecret: z.string().min(32),
  pushSecret: z.string().min(32),
  oidcClientSecret: z.string().min(32),
});
export type Secrets = z.infer<typeof Secrets>;

/**
 * The secrets in `file` (0600), made there the first time.
 * @throws Error with the mend where the file holds something else
 */
export function secretsIn(file: string): Secrets {
  const known = readSecrets(file);
  if (known !== null) return known;
  const draft = `${file}.${process.pid}-${randomBytes(4).toString('hex')}`;
  writeFileSync(draft, JSON.stringify(newSecrets(), null, 2), { mode: 0o600, flag: 'wx', flush: true });
  try {
    // A link fails where the name is taken: of two that begin together, both use what the first one made.
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
  return secretsIn(file);
}

/** Null where none were made yet. @throws Error with the mend where the file holds something else */
export function readSecrets(file: string): Secrets | null {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  const parsed = Secrets.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  throw new Error(
    `${file} 已损坏：请从备份恢复（数据库密码在其中）。 ${file} is damaged: restore it from a backup (the database's password is in it).`,
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function newSecrets(): Secrets {
  const secret = () => randomBytes(32).toString('hex');
  return {
    postgresPassword: secret(),
    sessionSecret: secret(),
    pushSecret: secret(),
    oidcClientSecret: secret(),
  };
}
