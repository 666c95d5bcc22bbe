import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSecrets, secretsIn } from '../../infra/launcher/secrets';

describe('the secrets of the embedded parts', () => {
  const directory = mkdtempSync(join(tmpdir(), 'onewindow-secrets-'));
  const file = join(directory, 'secrets.json');
  afterEach(() => rmSync(file, { force: true }));
  afterAll(() => rmSync(directory, { recursive: true }));

  it('are made once, each of its own, for their own eyes', () => {
    expect(readSecrets(file)).toBeNull();
    const made = secretsIn(file);
    expect(secretsIn(file)).toEqual(made);
    expect(new Set(Object.values(made)).size).toBe(4);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it.each(['', '{', '{"postgresPassword":"short"}'])('are not replaced where the file holds %j', (text) => {
    writeFileSync(file, text);
    expect(() => secretsIn(file)).toThrow('is damaged: restore it from a backup');
  });
});
