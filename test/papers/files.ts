import { once } from 'node:events';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { createDeflate, deflateSync } from 'node:zlib';
import PDFDocument from 'pdfkit';
import sharp from 'sharp';

/** What an upload brings: real files, made here. */
export interface SampleFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** A PDF with a line on each page. */
export async function pdf(
  line = '租赁合同',
  pages = 1,
  options: PDFKit.PDFDocumentOptions = {},
): Promise<Buffer> {
  const document = new PDFDocument(options);
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = once(document, 'end');
  for (let page = 1; page <= pages; page += 1) {
    if (page > 1) document.addPage();
    document.text(`${line} ${page}`);
  }
  document.end();
  await ended;
  return Buffer.concat(chunks);
}

/** An image of noise, so that it does not shrink to nothing. */
export function image(format: 'png' | 'jpeg' | 'webp', width = 600, height = 400): Promise<Buffer> {
  const noise = Buffer.from(
    Uint8Array.from({ length: width * height * 3 }, (_, index) => (index * 7_919) % 251),
  );
  return sharp(noise, { raw: { width, height, channels: 3 } })
    .toFormat(format)
    .toBuffer();
}

/** A PNG of a few bytes that says it has this many pixels. */
export function hugePng(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.writeUInt8(8, 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(1_000))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** A PDF of a megabyte whose first stream unpacks to 256; made piece by piece, since whoever reads it is watched for memory. */
export async function unpackingPdf(): Promise<Buffer> {
  const megabyte = Buffer.alloc(1 << 20, 0x20);
  const unpacked = Readable.from(Array.from({ length: 256 }, () => megabyte));
  const packed = await buffer(unpacked.pipe(createDeflate({ level: 1 })));
  const head = Buffer.from('%PDF-1.5\n');
  const first = stream(1, '/Type/ObjStm/N 1/First 5', packed);
  const entries = [
    [0, 0, 255],
    [1, head.length, 0],
    [1, head.length + first.length, 0],
    [2, 1, 0],
  ].map(([type = 0, value = 0, last = 0]) => {
    const entry = Buffer.alloc(6);
    entry.writeUInt8(type, 0);
    entry.writeUInt32BE(value, 1);
    entry.writeUInt8(last, 5);
    return entry;
  });
  const table = stream(2, '/Type/XRef/Size 4/W[1 4 1]/Root 3 0 R', deflateSync(Buffer.concat(entries)));
  const end = Buffer.from(`startxref\n${head.length + first.length}\n%%EOF\n`);
  return Buffer.concat([head, first, table, end]);
}

function stream(no: number, entries: string, data: Buffer): Buffer {
  return Buffer.concat([
    Buffer.from(`${no} 0 obj\n<<${entries}/Filter/FlateDecode/Length ${data.length}>>\nstream\n`),
    data,
    Buffer.from('\nendstream\nendobj\n'),
  ]);
}

/** The last record of an empty ZIP archive: with it at its end, a file opens as an archive. */
export const emptyArchive = Buffer.from('PK\x05\x06'.padEnd(22, '\0'), 'latin1');

/** EICAR's test file, put together here lest a scanner takes this file for it. */
export const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!', '$H+H*'].join(
  '',
);

/** A PDF that holds it, as a comment behind its head. */
export async function infectedPdf(): Promise<Buffer> {
  const clean = await pdf();
  const end = clean.lastIndexOf('%%EOF');
  return Buffer.concat([clean.subarray(0, end), Buffer.from(`%${eicar}\n`), clean.subarray(end)]);
}
