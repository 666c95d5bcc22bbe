import { lint } from './lint';

const RULE = '@typescript-eslint/no-restricted-imports';
const use = (from: string) => `import { x } from '${from}';\nexport const y = x;\n`;
const useType = (from: string) => `import type { X } from '${from}';\nexport type Y = X;\n`;

/** [the file, what it imports] */
const forbidden: readonly (readonly [string, string])[] = [
  ['domain/rule.ts', use('zod')],
  ['domain/rule.ts', use('node:fs')],
  ['domain/rule.ts', use('@temporalio/workflow')],
  ['domain/rule.ts', use('../infra/clock')],
  ['domain/rule.ts', useType('../infra/db/schema')],
  ['domain/rule.ts', use('../workflows/names')],
  ['domain/rule.ts', useType('../api/contracts/act')],
  ['domain/deeper/rule.ts', use('../../worker/wake')],
  ['domain/rule.ts', use('./../infra/clock')],
  ['domain/rule.ts', use('./deeper/../../infra/clock')],
  ['domain/rule.ts', "export { x } from '../infra/clock';\n"],
  ['workflows/process.ts', use('../activities')],
  ['workflows/process.ts', use('../activities/mailer')],
  ['workflows/process.ts', use('../infra/clock')],
  ['workflows/process.ts', useType('../infra/db/schema')],
  ['workflows/process.ts', useType('../api/contracts/act')],
  ['workflows/process.ts', use('../worker/wake')],
  ['workflows/process.ts', use('zod')],
  ['workflows/process.ts', use('node:crypto')],
  ['workflows/process.ts', use('@temporalio/client')],
  ['infra/ground.ts', use('../workflows/licensing')],
  ['infra/ground.ts', useType('../workflows/api')],
  ['infra/db/ground.ts', use('../../activities')],
  ['infra/db/ground.ts', use('../../api/app')],
  ['infra/development/part/ground.ts', use('../../../worker/worker')],
  ['infra/development/part/ground.ts', use('../../../test/database')],
  ['activities/effect.ts', use('../workflows/api')],
  ['activities/effect.ts', use('../workflows/licensing')],
  ['activities/mail/effect.ts', use('../../worker/wake')],
  ['activities/mail/effect.ts', use('../../api/app')],
  ['api/door.ts', use('../workflows/licensing')],
  ['api/door.ts', use('../activities')],
  ['api/routes/door.ts', use('../../worker/wake')],
  ['api/routes/door.ts', use('../../workflows/api')],
  ['worker/hand.ts', use('../workflows/licensing')],
  ['worker/hand.ts', use('../api/app')],
  ['worker/hand.ts', use('../test/database')],
  ['web/screen.ts', use('../domain/label')],
  ['web/screen.ts', useType('../api/contracts/act')],
  ['web/parts/screen.ts', use('../../infra/clock')],
  ['web/screen.ts', use('zod')],
  ['web/screen.ts', use('element-plus')],
];

const allowed: readonly (readonly [string, string])[] = [
  ['domain/rule.ts', use('./label')],
  ['domain/deeper/rule.ts', use('../label')],
  ['workflows/process.ts', use('../domain/label')],
  ['workflows/process.ts', use('./activities')],
  ['workflows/process.ts', useType('../activities')],
  ['workflows/process.ts', use('@temporalio/workflow')],
  ['infra/db/ground.ts', use('../../domain/label')],
  ['infra/db/ground.ts', use('../../workflows/searchAttributes')],
  ['infra/db/ground.ts', use('pg')],
  ['activities/mail/effect.ts', use('../../infra/clock')],
  ['activities/effect.ts', use('../workflows/names')],
  ['api/routes/door.ts', use('../../infra/record/act')],
  ['api/routes/door.ts', useType('../../workflows/api')],
  ['api/routes/door.ts', use('../contracts/act')],
  ['worker/hand.ts', use('../activities')],
  ['worker/hand.ts', use('../infra/clock')],
  ['web/parts/screen.ts', useType('../generated/api')],
  ['web/parts/screen.ts', use('vue')],
  ['web/look/screen.ts', use('element-plus/es/components/button/index')],
];

describe('the layers are held by lint', () => {
  const bad = forbidden.map(([path, code], index) => ({ path, code, index, imports: code.split('\n')[0] }));
  const good = allowed.map(([path, code], index) => ({ path, code, index, imports: code.split('\n')[0] }));
  let ofBad: string[][];
  let ofGood: string[][];
  beforeAll(() => {
    const found = lint([...bad, ...good]);
    ofBad = found.slice(0, bad.length);
    ofGood = found.slice(bad.length);
  });

  it.each(bad)('$path may not: $imports', ({ index }) => {
    expect(ofBad[index]).toContain(RULE);
  });

  it.each(good)('$path may: $imports', ({ index }) => {
    expect(ofGood[index]).toEqual([]);
  });
});
