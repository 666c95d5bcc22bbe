const banned = /^(utils?|helpers?|common|misc|types?|shared|lib|base|manager|service)$/i;
const camelCase = /^[a-z][a-zA-Z0-9]*(\.test)?(\.[a-z0-9]+)*$/;
const migration = /^\d{3}_[a-z_]+\.sql$/;

/** Whether a path says what kind of code it holds, not what it is about; or is not written in camelCase. */
export function isBadlyNamed(path: string): boolean {
  return path.split('/').some((part) => {
    const [name = ''] = part.split('.');
    return banned.test(name) || !(camelCase.test(part) || migration.test(part));
  });
}
