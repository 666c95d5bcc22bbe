import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { createQueue } from '../queue';
import { attachmentsOf, type CaughtMail, type MailContent } from './mail';

export interface Caught {
  readonly raw: Buffer;
  /** From and to as the envelope gave them. */
  readonly from: string;
  readonly to: readonly string[];
}

/** Both are looked for within the field, whatever their case; empty means any. */
export interface MailFilter {
  readonly to: string;
  readonly subject: string;
}

export interface Mailbox {
  /** Keeps a mail; the same Message-ID again only raises the counter `received`. */
  keep(caught: Caught): Promise<CaughtMail>;
  /** Newest first. */
  list(filter: MailFilter): CaughtMail[];
  find(id: string): CaughtMail | null;
  content(id: string): Promise<MailContent>;
  raw(id: string): Promise<Buffer>;
}

/** The mails in `directory`: an .eml file each, and a .json file with what is known about it. */
export async function openMailbox(directory: string): Promise<Mailbox> {
  await mkdir(directory, { recursive: true });
  const mails = await load(directory);
  const inTurn = createQueue();
  const rawOf = (id: string) => readFile(join(directory, `${id}.eml`));
  return {
    keep: (caught) =>
      inTurn(async () => {
        const mail = await merged(caught, mails);
        // The mail goes first: what the .json file names must be there to be read.
        if (mail.received === 1) await replace(join(directory, `${mail.id}.eml`), caught.raw);
        await replace(join(directory, `${mail.id}.json`), JSON.stringify(mail, null, 2));
        mails.set(mail.id, mail);
        return mail;
      }),
    list: (filter) => [...mails.values()].filter((mail) => matches(mail, filter)).sort((a, b) => b.no - a.no),
    find: (id) => mails.get(id) ?? null,
    async content(id) {
      const { text = '', html, attachments } = await simpleParser(await rawOf(id));
      return { text, html: html || null, attachments: attachments.map(({ content }) => content) };
    },
    raw: rawOf,
  };
}

async function merged(
  { raw, from, to }: Caught,
  mails: ReadonlyMap<string, CaughtMail>,
): Promise<CaughtMail> {
  const parsed = await simpleParser(raw);
  const at = new Date().toISOString();
  const id = createHash('sha256')
    .update(parsed.messageId ?? raw)
    .digest('hex')
    .slice(0, 24);
  const known = mails.get(id);
  if (known) {
    const all = [...new Set([...known.to, ...to])];
    return { ...known, to: all, lastReceivedAt: at, received: known.received + 1 };
  }
  return {
    id,
    no: mails.size + 1,
    messageId: parsed.messageId ?? null,
    from,
    to,
    subject: parsed.subject ?? '',
    firstReceivedAt: at,
    lastReceivedAt: at,
    received: 1,
    attachments: attachmentsOf(parsed.attachments),
  };
}

async function load(directory: string): Promise<Map<string, CaughtMail>> {
  const files = (await readdir(directory)).filter((file) => file.endsWith('.json'));
  const mails = await Promise.all(
    files.map(async (file) => JSON.parse(await readFile(join(directory, file), 'utf8')) as CaughtMail),
  );
  return new Map(mails.sort((a, b) => a.no - b.no).map((mail) => [mail.id, mail]));
}

/** Whole or not at all, so that a kill in between leaves no half file. */
async function replace(file: string, content: Buffer | string): Promise<void> {
  await writeFile(`${file}.part`, content);
  await rename(`${file}.part`, file);
}

function matches(mail: CaughtMail, { to, subject }: MailFilter): boolean {
  return mail.to.some((address) => within(address, to)) && within(mail.subject, subject);
}

function within(text: string, wanted: string): boolean {
  return text.toLowerCase().includes(wanted.trim().toLowerCase());
}
