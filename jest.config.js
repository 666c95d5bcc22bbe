const { existsSync, readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

/** Dependencies that are ES modules: jest must compile them to CommonJS. */
function esModules() {
  const modules = join(__dirname, 'node_modules');
  const folders = readdirSync(modules).filter((name) => !name.startsWith('.'));
  const packages = folders.flatMap((name) =>
    name.startsWith('@') ? readdirSync(join(modules, name)).map((scoped) => `${name}/${scoped}`) : [name],
  );
  return packages.filter((name) => {
    const description = join(modules, name, 'package.json');
    return existsSync(description) && JSON.parse(readFileSync(description, 'utf8')).type === 'module';
  });
}

/** What both projects share. */
const project = {
  testEnvironment: 'node',
  transform: {
    '^.+\\.[mc]?[jt]s$': [
      '@swc/jest',
      { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esModules().join('|')})/)`],
};

/** Rules that need no server: they start at once. */
const rules = ['<rootDir>/test/domain/', '<rootDir>/test/quality/'];

/** @type {import('jest').Config} */
module.exports = {
  testTimeout: 60_000,
  // Half of the time is spent waiting for servers; and a file that breaks its process takes no other with it.
  maxWorkers: 2,
  // What files leave behind in a process adds up to gigabytes, and collecting those takes longer than a new process.
  workerIdleMemoryLimit: '1200MB',
  projects: [
    {
      ...project,
      displayName: 'rules',
      testMatch: rules.map((folder) => `${folder}**/*.test.ts`),
    },
    {
      ...project,
      displayName: 'ground',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: ['/node_modules/', ...rules],
      globalSetup: '<rootDir>/test/ground/start.ts',
      globalTeardown: '<rootDir>/test/ground/stop.ts',
    },
  ],
};
