const { relative } = require('node:path');

const STILL_MS = 20_000;

/** Jest's reporter for `npm test`: a line for each test file; failures are told in full at the end of the run. */
class Progress {
  constructor() {
    this.running = new Map();
    this.timer = setInterval(() => this.tellRunning(), STILL_MS);
    this.timer.unref();
  }

  onTestFileStart(test) {
    this.running.set(test.path, Date.now());
  }

  onTestFileResult(test, result) {
    this.running.delete(test.path);
    const { numPassingTests: passed, numFailingTests: failed, numPendingTests: skipped } = result;
    const broken = failed > 0 || result.testExecError;
    const counts = [`${passed} passed`, failed && `${failed} failed`, skipped && `${skipped} skipped`];
    const took = (result.perfStats.end - result.perfStats.start) / 1_000;
    const line = `${broken ? '✗' : '✓'} ${nameOf(test.path)}  ${counts.filter(Boolean).join(', ')}  ${took.toFixed(1)} s`;
    process.stdout.write(`${line}\n`);
  }

  onRunComplete() {
    clearInterval(this.timer);
  }

  tellRunning() {
    for (const [path, since] of this.running) {
      process.stdout.write(`… ${nameOf(path)}  ${Math.round((Date.now() - since) / 1_000)} s\n`);
    }
  }
}

function nameOf(path) {
  return relative(process.cwd(), path);
}

module.exports = Progress;
