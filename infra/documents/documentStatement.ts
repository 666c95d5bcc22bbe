import { z } from 'zod';
import type { Labels } from '../../domain/label';
import { valuesOf } from '../../domain/label';
import { ownerships, serviceModes } from '../../domain/vocabulary';

/** The documents that leave the house sealed; the label is the document's title. */
export const documentKinds = {
  filingReceipt: { zh: '托育机构备案回执', en: 'Filing Receipt for a Childcare Institution' },
  certificate: { zh: '托育机构备案证书', en: 'Certificate of Filing for a Childcare Institution' },
} as const satisfies Labels<string>;
export type DocumentKind = keyof typeof documentKinds;

/** What still stands on one page in a size that can be read. */
const text = z.string().min(1).max(200);

/** What a document says, and all that its signature covers. Names are Chinese, as on the document. */
export const DocumentStatement = z.strictObject({
  /** Goes into an address, a file name and XML metadata as it is. */
  no: z.string().regex(/^[^\s/\\<>&"'#?%]{1,64}$/u),
  kind: z.enum(valuesOf(documentKinds)),
  institution: text,
  address: text,
  serviceMode: z.enum(valuesOf(serviceModes)),
  ownership: z.enum(valuesOf(ownerships)),
  places: z.int().min(0),
  /** Null where the site registers nowhere, as a family-mode service point. */
  unifiedCode: text.nullable(),
  registrar: text.nullable(),
  /** The unit that issues it. */
  issuer: text,
  caseId: text,
  /** `YYYY-MM-DD` in Asia/Shanghai. */
  issuedOn: z.iso.date(),
  /** Its last day; absent where it holds without end. */
  validUntil: z.iso.date().exactOptional(),
  planVersion: text,
});
export type DocumentStatement = Readonly<z.infer<typeof DocumentStatement>>;

/**
 * One letter a claim: base64url makes 4 characters of every 3 bytes and the whole JWS has to fit a QR code
 * that a phone reads from paper. Long names would cost some 120 characters, four QR versions.
 */
const claims = {
  no: 'n',
  kind: 'k',
  institution: 'i',
  address: 'a',
  serviceMode: 'm',
  ownership: 'o',
  places: 'p',
  unifiedCode: 'u',
  registrar: 'r',
  issuer: 's',
  caseId: 'c',
  issuedOn: 'd',
  validUntil: 't',
  planVersion: 'v',
} as const satisfies Record<keyof DocumentStatement, string>;

const fieldOf = new Map<string, string>(Object.entries(claims).map(([field, claim]) => [claim, field]));

/** The statement as the JWS carries it. Throws a ZodError where it is no statement. */
export function encodeStatement(statement: DocumentStatement): Uint8Array {
  const entries = Object.entries(DocumentStatement.parse(statement));
  const payload = entries.map(([field, value]) => [claims[field as keyof DocumentStatement], value]);
  return Buffer.from(JSON.stringify(Object.fromEntries(payload)));
}

/** Reads a payload back, or answers null where it is anything but a whole statement. */
export function decodeStatement(payload: Uint8Array): DocumentStatement | null {
  try {
    const read = Object.entries(JSON.parse(Buffer.from(payload).toString('utf8')) as Record<string, unknown>);
    const fields = read.map(([claim, value]) => [fieldOf.get(claim) ?? `unknown ${claim}`, value]);
    return DocumentStatement.parse(Object.fromEntries(fields));
  } catch {
    return null;
  }
}
