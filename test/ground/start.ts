/** Jest's globalSetup: jest wants the function as the module itself. */
import { startGround } from './keeper';

module.exports = startGround;
