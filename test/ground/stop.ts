/** Jest's globalTeardown: jest wants the function as the module itself. */
import { stopGround } from './keeper';

module.exports = stopGround;
