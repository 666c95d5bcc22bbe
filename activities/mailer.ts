import { createTransport } from 'nodemailer';

export interface Attachment {
  readonly filename: string;
  readonly content: Buffer;
  readonly contentType: string;
}

/** One mail, ready to go. The Message-ID is the effect's, so a repeated mail is recognisably the same. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly messageId: string;
  readonly attachments: readonly Attachment[];
}

/** The recipient's server said no for good (5xx); anything else that fails is tried again. */
export class MailRefused extends Error {
  override readonly name = 'MailRefused';
}

export interface Mailer {
  /** @throws MailRefused for a final no; any other error means: try again */
  send(mail: Mail): Promise<void>;
  close(): void;
}

/** Shorter than a notice's lease: a try that the server leaves hanging has failed before the next one begins. */
const PATIENCE_MS = 15_000;

/**
 * Sends by SMTP (`smtp://` or `smtps://`).
 * @param patienceMs how long the server may take to connect, to greet, and to answer each command
 */
export function createMailer(smtpUrl: string, from: string, patienceMs = PATIENCE_MS): Mailer {
  const patience = { connectionTimeout: patienceMs, greetingTimeout: patienceMs, socketTimeout: patienceMs };
  const transport = createTransport({ url: smtpUrl, ...patience }, { from });
  return {
    async send(mail) {
      try {
        await transport.sendMail({ ...mail, attachments: [...mail.attachments] });
      } catch (error) {
        throw isFinal(error) ? new MailRefused(error.message) : error;
      }
    },
    close: () => transport.close(),
  };
}

function isFinal(error: unknown): error is Error {
  const code = error instanceof Error && 'responseCode' in error ? Number(error.responseCode) : 0;
  return code >= 500 && code < 600;
}
