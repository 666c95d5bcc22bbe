const { spawn } = require('node:child_process');

test('leaves a process behind', () => {
  const child = spawn('sleep', ['600'], { detached: true, stdio: 'ignore' });
  child.unref();
  expect(child.pid).toBeGreaterThan(0);
});
