import type { AddressInfo, Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import type { Faults } from '../faults';
import { bindError, LOOPBACK } from '../part';
import type { Mailbox } from './mailbox';

/**
 * How the server may be made to misbehave. `drop-before-250` keeps the mail but cuts the line in place of the
 * answer, so that the sender cannot know; `drop-after-250` answers and cuts it before the sender can QUIT.
 */
export const mailFaults = ['refuse-4xx', 'refuse-5xx', 'drop-before-250', 'drop-after-250'] as const;
export type MailFault = (typeof mailFaults)[number];

export interface SmtpServer {
  /** `smtp://127.0.0.1:<port>` */
  readonly address: string;
  close(): Promise<void>;
}

const DRAIN_MS = 2_000;
const LARGEST_MAIL = 30 * 1024 * 1024;

/** An SMTP server on loopback that takes every mail for everybody, asks for no password and passes none on. */
export async function startSmtpServer(
  port: number,
  mailbox: Mailbox,
  faults: Faults<MailFault>,
): Promise<SmtpServer> {
  const lines = new Map<number, Socket>();
  const server = new SMTPServer({
    name: 'mail.onewindow.example',
    banner: 'OneWindow mail catcher',
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: LARGEST_MAIL,
    closeTimeout: DRAIN_MS,
    onRcptTo: ({ address }, _session, done) =>
      done(refusal(faults.take(['refuse-4xx', 'refuse-5xx'], address))),
    onData: (stream, session, done) => {
      void keep(stream, session, mailbox).then(
        () => answer(session, done),
        (error: unknown) => done(withCode(451, error instanceof Error ? error.message : String(error))),
      );
    },
  });
  const answer = (session: SMTPServerSession, done: () => void) => {
    const fault = dueFault(faults, session);
    if (fault !== 'drop-before-250') done();
    // `end` lets the 250 out first, `destroy` lets nothing out.
    if (fault === 'drop-after-250') lines.get(session.remotePort)?.end();
    if (fault === 'drop-before-250') lines.get(session.remotePort)?.destroy();
  };
  server.server.on('connection', (line) => {
    const { remotePort = 0 } = line;
    lines.set(remotePort, line);
    line.once('close', () => lines.delete(remotePort));
  });
  // A line that the other side cuts is no failure of the server; without a listener it would end the process.
  server.on('error', (error) => console.error(`smtp: ${error.message}`));
  await bind(server, port);
  const bound = (server.server.address() as AddressInfo).port;
  return {
    address: `smtp://${LOOPBACK}:${bound}`,
    close: () => new Promise((closed) => server.close(closed)),
  };
}

async function keep(
  stream: SMTPServerDataStream,
  { envelope }: SMTPServerSession,
  mailbox: Mailbox,
): Promise<void> {
  const raw = await buffer(stream);
  if (stream.sizeExceeded) throw new Error('邮件过大 The mail is too large');
  const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
  await mailbox.keep({ raw, from, to: envelope.rcptTo.map(({ address }) => address) });
}

function dueFault(faults: Faults<MailFault>, { envelope }: SMTPServerSession): MailFault | null {
  for (const { address } of envelope.rcptTo) {
    const fault = faults.take(['drop-before-250', 'drop-after-250'], address);
    if (fault !== null) return fault;
  }
  return null;
}

function refusal(fault: MailFault | null): Error | null {
  if (fault === 'refuse-4xx') return withCode(451, 'Asked to refuse for now');
  return fault === 'refuse-5xx' ? withCode(550, 'Asked to refuse for good') : null;
}

function withCode(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}

function bind(server: SMTPServer, port: number): Promise<void> {
  return new Promise((bound, failed) => {
    server.server.once('error', (error) => failed(bindError(error, port)));
    server.listen(port, LOOPBACK, bound);
  });
}
