const { projects } = require('../../jest.config.js');

/** `npm run histories`: records this release's histories; no part of `npm test`. */
const ground = projects.find((project) => project.displayName === 'ground');
module.exports = { ...ground, rootDir: '../..', testMatch: ['<rootDir>/test/replay/record.ts'] };
