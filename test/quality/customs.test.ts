import { lint } from './lint';

const ENVIRONMENT = 'export const x = process.env.X;\n';

/** [what it is about, the file, the code, the rule]; a rule that needs types needs a file that exists. */
const customs: readonly (readonly [string, string, string, string])[] = [
  ['reads the environment elsewhere', 'api/x.ts', ENVIRONMENT, 'no-restricted-properties'],
  ['exports by default', 'infra/x.ts', 'export default 1;\n', 'no-restricted-syntax'],
  [
    'renames an export to default',
    'infra/x.ts',
    'const x = 1;\nexport { x as default };\n',
    'no-restricted-syntax',
  ],
  ['declares an enum', 'domain/x.ts', 'export enum X {\n  A,\n}\n', 'no-restricted-syntax'],
  [
    'imports its own file late',
    'api/x.ts',
    "export const x = import('../worker/wake');\n",
    'no-restricted-syntax',
  ],
  [
    'imports a package late in a workflow',
    'workflows/x.ts',
    "export const x = import('zod');\n",
    'no-restricted-syntax',
  ],
  [
    'says any',
    'domain/x.ts',
    'export const x = (y: any): unknown => y;\n',
    '@typescript-eslint/no-explicit-any',
  ],
  [
    'names an interface I…',
    'infra/clock.ts',
    'export interface ICase {\n  x: 1;\n}\n',
    '@typescript-eslint/naming-convention',
  ],
  [
    'names a class …Impl',
    'infra/clock.ts',
    'export class CaseImpl {\n  x = 1;\n}\n',
    '@typescript-eslint/naming-convention',
  ],
  ['has 251 lines', 'infra/x.ts', 'export const x = [\n' + '1,\n'.repeat(249) + '];\n', 'max-lines'],
  [
    'imports a type as a value',
    'infra/clock.ts',
    "import { Label } from '../domain/label';\nexport type X = Label;\n",
    '@typescript-eslint/consistent-type-imports',
  ],
  [
    'leaves a promise floating',
    'infra/clock.ts',
    'export function x(): void {\n  Promise.resolve(1);\n}\n',
    '@typescript-eslint/no-floating-promises',
  ],
  [
    'hands a promise to a place that cannot wait',
    'infra/clock.ts',
    'export const x = (xs: number[]) => xs.filter(async (y) => y > 1);\n',
    '@typescript-eslint/no-misused-promises',
  ],
  [
    'forgets a case of a union',
    'infra/clock.ts',
    "export function x(y: 'a' | 'b'): void {\n  switch (y) {\n    case 'a':\n      break;\n  }\n}\n",
    '@typescript-eslint/switch-exhaustiveness-check',
  ],
];

describe('the customs are held by lint', () => {
  const snippets = customs.map(([what, path, code, rule], index) => ({ what, path, code, rule, index }));
  const reading = ['infra/settings.ts', 'test/x.ts'].map((path) => ({ path, code: ENVIRONMENT }));
  let found: string[][];
  beforeAll(() => {
    found = lint([...snippets, ...reading]);
  });

  it.each(snippets)('finds code that $what', ({ index, rule }) => {
    expect(found[index]).toContain(rule);
  });

  it('lets infra/settings.ts and tests read the environment', () => {
    expect(found.slice(snippets.length)).toEqual([[], []]);
  });
});
