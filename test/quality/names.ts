const banned = /^(utils?|helpers?|common|misc|types?|shared|lib|base|manager|service)$/i;
const camelCase = /^[a-z][a-zA-Z0-9]*(\.test)?(\.[a-z0-9]+)*$/;
/** A component of the screens is named as its tag. */
const component = /^[A-Z][a-zA-Z0-9]*\.vue$/;
const migration = /^\d{3}_[a-z_]+\.sql$/;

/** Whether a path says what kind of code it holds, not what it is about; or is not written in camelCase. */
export function isBadlyNamed(path: string): boolean {
  return path.split('/').some((part) => {
    const [name = ''] = part.split('.');
    const named = part.endsWith('.vue') ? component : camelCase;
    return banned.test(name) || !(named.test(part) || migration.test(part));
  });
}
