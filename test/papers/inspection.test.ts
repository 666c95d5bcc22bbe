import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileRefused } from '../../domain/fileFault';
import { paperLimits } from '../../infra/papers/limits';
import { createInspection } from '../../infra/papers/inspection';
import { createPdfReader } from '../../infra/papers/pdf';
import { emptyArchive, hugePng, image, pdf, unpackingPdf } from './files';

const reader = createPdfReader();
const inspect = createInspection(reader);
let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'onewindow-inspection-'))));
afterAll(async () => {
  await reader.close();
  rmSync(folder, { recursive: true });
});

const tooDemanding = { name: 'FileRefused', fault: 'tooDemanding' };

function written(name: string, bytes: Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

/** What a file is taken for, or the fault for which it is not. */
async function verdictOn(bytes: Buffer, name = 'paper'): Promise<string> {
  return inspect(written(name, bytes)).catch((error: unknown) => {
    if (error instanceof FileRefused) return error.fault;
    throw error;
  });
}

const cut = (bytes: Buffer, part: number) => bytes.subarray(0, Math.floor(bytes.length * part));
const hollow = (bytes: Buffer) => bytes.fill(0x20, 20, bytes.length - 60);
const joined = (...parts: (Buffer | string)[]) => Buffer.concat(parts.map((part) => Buffer.from(part)));

describe('what a file is, by its content', () => {
  it('takes a PDF, a JPEG and a PNG for what they are, whatever they are called', async () => {
    expect(await verdictOn(await pdf('一', 12), 'photo.png')).toBe('pdf');
    expect(await verdictOn(await image('jpeg'), 'scan.pdf')).toBe('jpeg');
    expect(await verdictOn(await image('png'), 'program.exe')).toBe('png');
  });

  it.each([
    ['text', () => Buffer.from('一份没有格式的文字')],
    ['a page of the web', () => Buffer.from('<html><script>alert(1)</script></html>')],
    ['a drawing in SVG', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')],
    ['an image in WebP', () => image('webp')],
    ['an archive', () => joined('PK\x03\x04', Buffer.alloc(26), emptyArchive)],
    ['a program', () => joined('MZ', Buffer.alloc(200))],
  ])('takes no %s', async (_, make) => {
    expect(await verdictOn(await make(), 'paper.pdf')).toBe('wrongFormat');
  });

  it.each([
    ['a PDF cut in half', async () => cut(await pdf('一', 20), 0.5)],
    ['a PDF without its last lines', async () => cut(await pdf('一', 20), 0.97)],
    ['a PDF that is nothing but its mark', () => Promise.resolve(Buffer.from('%PDF-1.7\n%%EOF\n'))],
    ['a text that begins like a PDF', () => Promise.resolve(Buffer.from('%PDF is how this text begins'))],
    ['a PDF that is empty between its ends', async () => hollow(await pdf('一', 20))],
    ['a PNG cut in half', async () => cut(await image('png'), 0.5)],
    ['a PNG without its last bytes', async () => (await image('png')).subarray(0, -3)],
    ['a PNG with a hole', async () => (await image('png')).fill(0, 2_000, 2_500)],
    ['a JPEG cut in half', async () => cut(await image('jpeg'), 0.5)],
    ['a JPEG without its last bytes', async () => (await image('jpeg')).subarray(0, -3)],
    [
      'a JPEG that is nothing but its mark',
      () => Promise.resolve(Buffer.from('ffd8ffe000104a464946', 'hex')),
    ],
  ])('finds %s damaged', async (_, make) => {
    expect(await verdictOn(await make())).toBe('damaged');
  });

  it.each([
    ['a PNG with a PDF in its head', async () => inPngText(await image('png'), await pdf())],
    ['a JPEG with a PDF in its comment', async () => inJpegComment(await image('jpeg'), await pdf())],
    ['a PNG with an archive behind it', async () => joined(await image('png'), emptyArchive)],
    ['a PNG with a page of the web behind it', async () => joined(await image('png'), '<script>1</script>')],
    ['a JPEG with an archive behind it', async () => joined(await image('jpeg'), emptyArchive)],
    ['a PDF with an archive behind it', async () => joined(await pdf(), emptyArchive)],
    ['a PDF inside an archive’s comment', async () => archiveAround(await pdf())],
  ])('refuses %s: it opens as both', async (_, make) => {
    expect(await verdictOn(await make())).toBe('twoInOne');
  });

  it('refuses a PDF that opens with a password only', async () => {
    expect(await verdictOn(await pdf('一', 1, { userPassword: 'secret' }))).toBe('locked');
  });

  it('refuses a PDF of more than 500 pages', async () => {
    expect(await verdictOn(await pdf('一', 500))).toBe('pdf');
    expect(await verdictOn(await pdf('一', 501))).toBe('tooManyPages');
  });

  it('refuses an image whose few bytes would unpack to billions of pixels', async () => {
    expect(await verdictOn(hugePng(60_000, 60_000))).toBe('tooManyPixels');
    expect(await verdictOn(hugePng(100_000_000, 2))).toBe('tooManyPixels');
  });

  it('gives up on a PDF that unpacks without end, and reads the next one as ever', async () => {
    const strict = createPdfReader({ ...paperLimits, readingBytes: 200 * 1_024 * 1_024 });
    await expect(strict.read(written('unpacking', await unpackingPdf()))).rejects.toMatchObject(tooDemanding);
    await expect(strict.read(written('plain', await pdf()))).resolves.toBeUndefined();
    await strict.close();
  });

  it('gives up on a PDF that takes longer than it may', async () => {
    const hasty = createPdfReader({ ...paperLimits, readingMs: 1 });
    await expect(hasty.read(written('long', await pdf('一', 100)))).rejects.toMatchObject(tooDemanding);
    await hasty.close();
  });

  it('reads files that come at once, each for itself', async () => {
    const files = [
      await pdf('一'),
      await image('png'),
      await pdf('二'),
      await image('jpeg'),
      hugePng(50_000, 50_000),
    ];
    const verdicts = await Promise.all(files.map((bytes, index) => verdictOn(bytes, `file-${index}`)));
    expect(verdicts).toEqual(['pdf', 'png', 'pdf', 'jpeg', 'tooManyPixels']);
  });
});

/** A PDF may begin anywhere in a file's first kilobyte: here in a text chunk behind the PNG's header. */
function inPngText(png: Buffer, document: Buffer): Buffer {
  const text = joined('Comment\0', document);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(text.length);
  const header = png.subarray(0, 33);
  return joined(header, length, 'tEXt', text, Buffer.alloc(4), png.subarray(33));
}

function inJpegComment(jpeg: Buffer, document: Buffer): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(document.length + 2);
  return joined(jpeg.subarray(0, 2), Buffer.from('fffe', 'hex'), length, document, jpeg.subarray(2));
}

/** An archive whose last record counts what follows as its comment: the PDF's own end. */
function archiveAround(document: Buffer): Buffer {
  const at = document.lastIndexOf('%%EOF');
  const rest = document.subarray(at);
  const record = Buffer.from(emptyArchive);
  record.writeUInt16LE(rest.length + 1, 20);
  return joined(document.subarray(0, at), '%', record, '\n', rest);
}
