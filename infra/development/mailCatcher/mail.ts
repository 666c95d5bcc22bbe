import type { Attachment } from 'mailparser';

/** What is known about a mail that arrived, once or more often. */
export interface CaughtMail {
  /** Made from the Message-ID (from the whole mail where it has none). */
  readonly id: string;
  /** The running number in which mails arrived first. */
  readonly no: number;
  readonly messageId: string | null;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly firstReceivedAt: string;
  readonly lastReceivedAt: string;
  /** How many times the same Message-ID arrived: 1 where nobody was mailed twice. */
  readonly received: number;
  readonly attachments: readonly AttachmentInfo[];
}

export interface AttachmentInfo {
  /** Counted from 1: `/mails/<id>/attachments/<n>`. */
  readonly n: number;
  readonly filename: string;
  readonly contentType: string;
  readonly size: number;
}

export interface MailContent {
  readonly text: string;
  readonly html: string | null;
  /** In the order of `CaughtMail.attachments`. */
  readonly attachments: readonly Buffer[];
}

export function attachmentsOf(attachments: readonly Attachment[]): AttachmentInfo[] {
  return attachments.map(({ filename, contentType, size }, index) => ({
    n: index + 1,
    filename: filename ?? `attachment-${index + 1}`,
    contentType,
    size,
  }));
}
