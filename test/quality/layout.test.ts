import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isBadlyNamed } from './names';

const root = join(__dirname, '../..');
const folders = ['domain', 'workflows', 'activities', 'api', 'worker', 'infra', 'web', 'test'];

/** Pictures that the browser tests take, for people to look at; git ignores them. */
const pictures = 'test/screenshots';

const paths = folders
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((path) => `${folder}/${path}`),
  )
  .filter((path) => !path.startsWith(pictures));

describe('folders and files are named after the nouns of the plan', () => {
  it('finds the whole repository', () => {
    expect(paths).toEqual(
      expect.arrayContaining(['domain/caseFile.ts', 'infra/db/migrate.ts', 'test/database.ts']),
    );
  });

  it('names nothing after the kind of code it holds, and everything in camelCase', () => {
    expect(paths.filter((path) => isBadlyNamed(path))).toEqual([]);
  });

  it.each([
    'api/utils',
    'api/helpers.ts',
    'infra/common/x.ts',
    'domain/types.ts',
    'infra/misc',
    'api/CaseFile.ts',
    'web/caseFile.vue',
    'web/CaseFile.ts',
    'api/case-file.ts',
  ])('would refuse %s', (path) => {
    expect(isBadlyNamed(path)).toBe(true);
  });

  it.each([
    'api/app.test.ts',
    'infra/db/migrations/003_record.sql',
    'domain/plans/xiacheng.yaml',
    'web/App.vue',
  ])('lets %s be', (path) => {
    expect(isBadlyNamed(path)).toBe(false);
  });
});
