import { open } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type/node';
import { FileRefused } from '../../domain/fileFault';
import { paperFormats, type PaperKind } from '../../domain/paper';
import { readImage } from './image';
import type { PdfReader } from './pdf';

/** The formats that are taken, for a person to read. */
export const allowedFormats: readonly string[] = Object.values(paperFormats).map(({ name }) => name);

/** Says what a file is by its content, read to its end; its name and declared type count for nothing. */
export type Inspect = (path: string) => Promise<PaperKind>;

/** @throws FileRefused, from the inspection: the file is no paper */
export function createInspection(pdf: PdfReader): Inspect {
  return async (path) => {
    const ends = await endsOf(path);
    const kind = await kindOf(path);
    if (isUnfinished(kind, ends)) throw new FileRefused('damaged', []);
    if (isAnotherToo(kind, ends)) throw new FileRefused('twoInOne', allowedFormats);
    await (kind === 'pdf' ? pdf.read(path) : readImage(path));
    return kind;
  };
}

async function kindOf(path: string): Promise<PaperKind> {
  const found = await fileTypeFromFile(path).catch(() => undefined);
  const kinds = Object.keys(paperFormats) as PaperKind[];
  const kind = kinds.find((each) => paperFormats[each].mediaType === found?.mime);
  if (kind === undefined) throw new FileRefused('wrongFormat', allowedFormats);
  return kind;
}

interface Ends {
  readonly head: Buffer;
  readonly tail: Buffer;
}

/** Where readers of PDF look for its mark at both ends. */
const PDF_MARGIN = 1_024;
/** An archive's last record with the longest comment. */
const ARCHIVE_MARGIN = 65_557;

async function endsOf(path: string): Promise<Ends> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const part = async (length: number, position: number) => {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
      return buffer.subarray(0, bytesRead);
    };
    const tailLength = Math.min(size, ARCHIVE_MARGIN);
    return { head: await part(PDF_MARGIN, 0), tail: await part(tailLength, size - tailLength) };
  } finally {
    await file.close();
  }
}

const PNG_END = Buffer.from('0000000049454e44ae426082', 'hex');

/** A PDF reader mends what is cut short, and would not tell; a PNG ends with its last chunk and nothing after it. */
function isUnfinished(kind: PaperKind, { tail }: Ends): boolean {
  if (kind === 'pdf') return !tail.subarray(-PDF_MARGIN).includes('%%EOF');
  return kind === 'png' && !tail.includes(PNG_END);
}

/** The same bytes opened as something else: a PDF inside an image's head, an archive or anything at its end. */
function isAnotherToo(kind: PaperKind, { head, tail }: Ends): boolean {
  if (kind !== 'pdf' && head.includes('%PDF-')) return true;
  if (kind === 'png' && !tail.subarray(-PNG_END.length).equals(PNG_END)) return true;
  return endsAsArchive(tail);
}

/** Whether a ZIP archive ends exactly where the file does, as a ZIP's reader finds it: from behind. */
function endsAsArchive(tail: Buffer): boolean {
  const mark = Buffer.from('PK\x05\x06', 'latin1');
  const RECORD = 22;
  for (let at = tail.indexOf(mark); at !== -1; at = tail.indexOf(mark, at + 1)) {
    if (at + RECORD <= tail.length && at + RECORD + tail.readUInt16LE(at + 20) === tail.length) return true;
  }
  return false;
}
