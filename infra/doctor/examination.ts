import { api } from './api';
import { clocks } from './clocks';
import { database } from './database';
import { type Finding, ill, reasonOf } from './finding';
import { fonts } from './fonts';
import { identity } from './identity';
import { dataDirectory, dependencies, node } from './machine';
import { mail } from './mail';
import { outbox } from './outbox';
import { plan } from './plan';
import { ports } from './ports';
import { processes } from './processes';
import { push } from './push';
import { settings } from './settings';
import { signingKey } from './signingKey';
import type { Subject } from './subject';
import { temporal } from './temporal';

/** Looks at one part. No finding: the part has no place in this installation, or another check tells of it. */
export type Check = (subject: Subject) => Promise<readonly Finding[]>;

/** In the order in which they are told: what the later ones stand on comes first. */
const checks = {
  node,
  dependencies,
  settings,
  dataDirectory,
  ports,
  processes,
  api,
  database,
  plan,
  temporal,
  outbox,
  identity,
  mail,
  push,
  signingKey,
  fonts,
  clocks,
} as const satisfies Record<string, Check>;
export type CheckName = keyof typeof checks;

export interface CheckResult {
  readonly check: CheckName;
  readonly findings: readonly Finding[];
}

const PATIENCE_MS = 20_000;

/** Looks at everything at once, and tells it in order, each check as soon as those before it have been told. */
export async function examine(
  subject: Subject,
  tell: (result: CheckResult) => void,
): Promise<readonly CheckResult[]> {
  const looking = Object.entries(checks).map(([name, look]) => ({
    check: name as CheckName,
    found: within(look, subject),
  }));
  const results: CheckResult[] = [];
  for (const { check, found } of looking) {
    const result = { check, findings: await found };
    results.push(result);
    tell(result);
  }
  return results;
}

/** A check that fails or never ends is a finding as well. */
async function within(look: Check, subject: Subject): Promise<readonly Finding[]> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${PATIENCE_MS / 1_000} s`)), PATIENCE_MS);
  });
  const mend = { zh: '请把此行报告给维护者', en: 'report this line to the maintainers' };
  return Promise.race([look(subject), patience])
    .catch((error: unknown) => {
      const reason = reasonOf(error);
      return [ill({ zh: `检查未能完成：${reason}`, en: `The check did not end: ${reason}` }, mend)];
    })
    .finally(() => clearTimeout(timer));
}
