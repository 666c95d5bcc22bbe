import { Writable } from 'node:stream';
import { pino } from 'pino';
import { logOptions } from '../../infra/log';

function written(write: (log: pino.Logger) => void): string {
  const lines: string[] = [];
  const log = pino(
    logOptions,
    new Writable({
      write(line, _, done) {
        lines.push(String(line));
        done();
      },
    }),
  );
  write(log);
  return lines.join('');
}

test('personal fields are left out, wherever they stand in what is logged', () => {
  const contact = {
    person: '示例联系人',
    phone: '13800001111',
    email: 'a@example.org',
    idNumber: '330103199001011230',
  };
  const text = written((log) => {
    log.info(contact, 'x');
    log.info({ application: { contact } }, 'x');
    log.info({ a: { b: contact }, recipient: 'a@example.org', authorization: 'Bearer secret' }, 'x');
  });
  expect(text).not.toMatch(/示例联系人|1380000|a@example|330103|secret/);
  expect(text.match(/\[Redacted\]/g)?.length).toBeGreaterThan(8);
});

test('an error is logged by its kind and its words, without the row that a database refused', () => {
  const error = Object.assign(new Error('550 <applicant@example.org>: call 13800001111'), {
    code: '23514',
    detail: 'Failing row contains (13800001111, 示例联系人)',
    cause: new Error('to applicant@example.org'),
  });
  const line = JSON.parse(written((log) => log.error({ err: error }, 'failed')));
  expect(line.err).toMatchObject({
    type: 'Error',
    code: '23514',
    message: '550 <a***@example.org>: call 138****1111',
  });
  expect(line.err.cause).toBe('to a***@example.org');
  expect(line.err.stack).toContain('log.test.ts');
  expect(JSON.stringify(line)).not.toMatch(/applicant@|13800001111|示例联系人/);
});

test('what is thrown and is no error leaves its kind alone', () => {
  expect(JSON.parse(written((log) => log.error({ err: '13800001111' }, 'failed'))).err).toEqual({
    type: 'string',
  });
});
