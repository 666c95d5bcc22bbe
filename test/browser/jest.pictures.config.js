const { projects } = require('../../jest.config.js');

/** `npm run pictures`: makes the pictures of the README anew; no part of `npm test`. */
const ground = projects.find((project) => project.displayName === 'ground');
module.exports = { ...ground, rootDir: '../..', testMatch: ['<rootDir>/test/browser/pictures.ts'] };
