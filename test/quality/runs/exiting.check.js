test('takes the whole run down', () => process.kill(process.pid, 'SIGKILL'));
