import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root, runScript } from './command';
import { failed, onePassed, sum, type Tally } from './tally';

interface Gate {
  readonly name: string;
  readonly script: string;
  readonly args: readonly string[];
}

const plans = 'domain/plans';

const format: Gate = {
  name: 'format (prettier)',
  script: 'node_modules/prettier/bin/prettier.cjs',
  args: ['--check', '--log-level', 'warn', '.'],
};
const types: Gate = { name: 'types (tsc)', script: 'node_modules/typescript/bin/tsc', args: ['--noEmit'] };
const screenTypes: Gate = {
  name: 'types of the portal (vue-tsc)',
  script: 'node_modules/vue-tsc/bin/vue-tsc.js',
  args: ['--noEmit', '--project', 'web'],
};
/** The portal's types of the API are made from its description, and so never differ from it. */
const contract: Gate = {
  name: 'contract of the portal',
  script: 'node_modules/tsx/dist/cli.mjs',
  args: ['api/portalContract.ts'],
};
const lint: Gate = {
  name: 'lint (eslint)',
  script: 'node_modules/eslint/bin/eslint.js',
  args: ['--max-warnings', '0', '.'],
};
const dead: Gate = { name: 'dead code (knip)', script: 'node_modules/knip/bin/knip.js', args: [] };

function planGates(): Gate[] {
  return readdirSync(join(root, plans))
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => ({
      name: `plan file ${file}`,
      script: 'node_modules/tsx/dist/cli.mjs',
      args: ['infra/commands/plan.ts', 'check', `${plans}/${file}`],
    }));
}

/** Runs every gate, those of a lane one after another and the two lanes side by side: eslint takes half the time. */
export async function runGates(environment: Readonly<Record<string, string | undefined>>): Promise<Tally> {
  const first = await runLane([contract], environment);
  const lanes = [[lint], [format, types, screenTypes, dead, ...planGates()]];
  const tallies = await Promise.all(lanes.map((gates) => runLane(gates, environment)));
  return sum([first, ...tallies]);
}

async function runLane(
  gates: readonly Gate[],
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Tally> {
  const tallies: Tally[] = [];
  for (const { name, script, args } of gates) {
    const { code, output, seconds } = await runScript(script, args, environment);
    console.log(`${code === 0 ? '✓' : '✗'} ${name}  ${seconds.toFixed(1)} s`);
    tallies.push(code === 0 ? onePassed : failed(name, output || `ended with ${code ?? 'a signal'}`));
  }
  return sum(tallies);
}
