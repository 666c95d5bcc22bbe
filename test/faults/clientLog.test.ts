import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiRefused, NoAnswer } from '../../infra/client/answers';
import { clientLog, readClientLogs } from '../../infra/faults/clientLog';
import { tell } from '../../infra/faults/telling';

let directory: string;
beforeEach(() => (directory = mkdtempSync(join(tmpdir(), 'onewindow-client-log-'))));
afterEach(() => rmSync(directory, { recursive: true }));

const question = { asked: 'accept', caseId: 'c', workItem: 'w', account: 'clerk', key: 'k' } as const;
const answer = { status: 200, body: { seq: 4 }, etag: null, replayed: true, attempts: 3 };
const refusal = new ApiRefused('POST', 409, { code: 'itemNotOpen', title: '', detail: '', allowed: [] }, 2);
const readSeq = ({ seq }: { seq: number }) => ({ seq });

test('keeps what a client was told, each client in a file of its own', async () => {
  await tell(clientLog(directory, 1), question, () => Promise.resolve(answer), readSeq);
  await tell(clientLog(directory, 2), question, () => Promise.reject(refusal), readSeq);
  expect(readClientLogs(directory)).toEqual([
    { ...question, client: 1, ending: 'done', status: 200, seq: 4, code: null, attempts: 3, replayed: true },
    {
      ...question,
      client: 2,
      ending: 'refused',
      status: 409,
      seq: null,
      code: 'itemNotOpen',
      attempts: 2,
      replayed: false,
    },
  ]);
});

test('learns from the answer to a submission which case it began', async () => {
  const submission = { ...question, asked: 'submit', caseId: null, workItem: null } as const;
  await tell(
    clientLog(directory, 1),
    submission,
    () => Promise.resolve(answer),
    () => ({ seq: 1, caseId: 'XCTY-1' }),
  );
  expect(readClientLogs(directory)).toMatchObject([{ asked: 'submit', caseId: 'XCTY-1', seq: 1 }]);
});

test('counts a request whose end was never noted as unanswered', async () => {
  const log = clientLog(directory, 1);
  log.asking(question);
  await tell(log, { ...question, key: 'l' }, () => Promise.reject(new NoAnswer('POST', 'cut', 9)), readSeq);
  expect(readClientLogs(directory).map(({ key, ending }) => [key, ending])).toEqual([
    ['k', 'unanswered'],
    ['l', 'unanswered'],
  ]);
});

test('refuses a log that somebody wrote over', () => {
  clientLog(directory, 1).asking(question);
  appendFileSync(join(directory, 'client-1.jsonl'), 'not a line of ours\n');
  expect(() => readClientLogs(directory)).toThrow(SyntaxError);
});
