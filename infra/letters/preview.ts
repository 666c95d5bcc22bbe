import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type NoticeTemplate, noticeTemplates } from '../../domain/notice';
import { type LetterKind, letterKinds } from '../../domain/vocabulary';
import { renderLetter } from './letter';
import { letterUrlOf } from './letterhead';
import { digestOf } from './digest';
import { renderDigest, renderNotice } from './mail';
import { notices } from './notices';
import { sampleFacts, sampleWarned } from './sample';
import { sealOf } from './seals';

/** Stands for the installation and for the unit that writes. */
const publicUrl = 'https://onewindow.example';
const writer = 'shiqiao';
const writtenOn = '2026-10-23';

/** What was written for one template. */
export interface Previewed {
  readonly template: NoticeTemplate | 'digest';
  readonly subject: string;
  /** Its files, by name: a mail as HTML and as text, and a letter's PDF. */
  readonly files: readonly string[];
}

/** Writes every template with sample facts into a folder: the mail of each, and the paper of each letter. */
export async function writePreview(folder: string, sealDir: string | null): Promise<readonly Previewed[]> {
  await mkdir(folder, { recursive: true });
  const seal = await sealOf(sealDir, writer);
  const written: Previewed[] = [];
  for (const template of [...noticeTemplates, 'digest'] as const) {
    const { subject, files } =
      template === 'digest' ? gathered(sealDir) : await drawn(template, { seal, sealDir });
    for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
    written.push({ template, subject, files: Object.keys(files) });
  }
  return written;
}

/** The mail that gathers the warnings of a day, for units that want one. */
function gathered(sealDir: string | null) {
  const mail = renderDigest(digestOf(sampleWarned), sampleFacts('warning'), { publicUrl, sealDir }, 'zh');
  return { subject: mail.subject, files: { 'digest.html': mail.html, 'digest.txt': mail.text } };
}

async function drawn(
  template: NoticeTemplate,
  { seal, sealDir }: { readonly seal: Buffer | null; readonly sealDir: string | null },
) {
  const facts = sampleFacts(template);
  const notice = notices[template](facts);
  const mail = renderNotice(notice, facts, { publicUrl, sealDir }, 'zh');
  const files: Record<string, string | Buffer> = {
    [`${template}.html`]: mail.html,
    [`${template}.txt`]: mail.text,
  };
  if (isLetter(template)) {
    const letterUrl = letterUrlOf(publicUrl, facts.caseId, facts.letterNo);
    const setting = { kind: template, writtenOn, letterUrl, seal };
    files[`${template}.pdf`] = await renderLetter(notice, facts, setting);
  }
  return { subject: mail.subject, files };
}

function isLetter(template: NoticeTemplate): template is LetterKind {
  return template in letterKinds;
}
