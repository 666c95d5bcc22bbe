import { runDoctorCommand } from '../../infra/commands/doctor';

export type Environment = Record<string, string>;
export interface Found {
  readonly check: string;
  readonly condition: string;
  readonly what: { readonly zh: string; readonly en: string };
  readonly mend?: { readonly zh: string; readonly en: string };
}

/** Runs `npm run doctor -- …` in these settings. */
export async function doctor(environment: Environment, ...args: string[]) {
  const printed = { out: '', err: '' };
  const output = {
    out: (text: string) => (printed.out += `${text}\n`),
    err: (text: string) => (printed.err += `${text}\n`),
  };
  return { code: await runDoctorCommand(args, output, environment), ...printed };
}

/** What was found of some checks; everything that is not well must say what to do, in both languages. */
export async function examined(environment: Environment, ...checks: string[]): Promise<Found[]> {
  const { code, out } = await doctor(environment, '--json');
  const { ok, findings } = JSON.parse(out) as { ok: boolean; findings: Found[] };
  expect(ok).toBe(findings.every(({ condition }) => condition !== 'ill'));
  expect(code).toBe(ok ? 0 : 1);
  for (const { condition, mend } of findings)
    if (condition !== 'well') expect([mend?.zh, mend?.en]).not.toContain(undefined);
  return findings.filter(({ check }) => checks.length === 0 || checks.includes(check));
}
