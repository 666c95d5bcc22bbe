import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { createMailer, MailRefused } from '../../activities/mailer';

const mail = { to: 'a@b.example', subject: 's', text: 't', html: 'h', messageId: '<m@t>', attachments: [] };

let server: Server;
const sockets = new Set<Socket>();
afterEach(() => {
  for (const socket of sockets) socket.destroy();
  server.close();
});

/** A mail server that answers each command with the next of these lines, and after the last with silence. */
async function serving(...lines: string[]): Promise<string> {
  server = createServer((socket) => {
    sockets.add(socket);
    const left = [...lines];
    const next = (): void => {
      const line = left.shift();
      if (line !== undefined) socket.write(`${line}\r\n`);
    };
    next();
    socket.on('data', next).on('error', () => undefined);
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test.each([
  ['greets', []],
  ['answers', ['220 here']],
  ['takes the mail', ['220 here', '250 hello', '250 from', '250 to', '354 go on']],
])('a server that never %s is given up, to be tried again', async (_name, lines) => {
  const mailer = createMailer(await serving(...lines), 'x@y.example', 200);
  const failure = await mailer.send(mail).catch((error: unknown) => error);
  mailer.close();
  expect(failure).toBeInstanceOf(Error);
  expect(failure).not.toBeInstanceOf(MailRefused);
});

test('a server that says no for good is told apart from one that says not now', async () => {
  const final = createMailer(
    await serving('220 here', '250 hello', '250 from', '550 no such box'),
    'x@y.example',
  );
  await expect(final.send(mail)).rejects.toBeInstanceOf(MailRefused);
  final.close();
  server.close();
  const passing = createMailer(
    await serving('220 here', '250 hello', '250 from', '451 later'),
    'x@y.example',
  );
  await expect(passing.send(mail)).rejects.not.toBeInstanceOf(MailRefused);
  passing.close();
});
