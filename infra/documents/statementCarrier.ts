/** A compact JWS: three base64url parts, the first of which begins a JSON object. */
const JWS = /^eyJ[\w-]+\.[\w-]+\.[\w-]+$/;

/** Marks the statement among a PDF's keywords, where it stays readable without parsing the PDF. */
const MARK = 'onewindow-statement:';
const MARKED = new RegExp(`${MARK}(eyJ[\\w-]+\\.[\\w-]+\\.[\\w-]+)`, 'g');

/** The value of the PDF's Keywords entry. */
export function keywordsOf(jws: string): string {
  return MARK + jws;
}

/** The page that answers for a document: `https://host/verify/NO`. */
export function verifyUrlOf(publicUrl: string, no: string): string {
  return `${publicUrl.replace(/\/+$/, '')}/verify/${encodeURIComponent(no)}`;
}

/** At 46 mm more characters would make the QR's modules smaller than the 0.3 mm that phones still read. */
const QR_LIMIT = 1800;

/**
 * What the QR code holds. A phone opens the page; the part behind `#` is never sent to the server
 * and is all that an offline check needs beside the public key. Names too long for that leave the page alone;
 * offline, the file then proves itself by its keywords.
 */
export function qrTextOf(verifyUrl: string, jws: string): string {
  const text = `${verifyUrl}#${jws}`;
  return text.length <= QR_LIMIT ? text : verifyUrl;
}

/** A statement found in something, and the document number that its carrier claims (null: claims none). */
export interface CarriedStatement {
  readonly jws: string;
  readonly claimedNo: string | null;
}

/** Finds the statement in a JWS or in the QR's address; null where the text is neither. */
export function statementInText(text: string): CarriedStatement | null {
  const trimmed = text.trim();
  if (JWS.test(trimmed)) return { jws: trimmed, claimedNo: null };
  const [address = '', jws = ''] = trimmed.split('#');
  const no = /^https?:\/\/.+\/verify\/([^/?]+)$/.exec(address)?.[1];
  return no !== undefined && JWS.test(jws) ? { jws, claimedNo: decoded(no) } : null;
}

function decoded(no: string): string {
  try {
    return decodeURIComponent(no);
  } catch {
    return no;
  }
}

export function isPdf(bytes: Buffer): boolean {
  return bytes.subarray(0, 1024).includes('%PDF-');
}

/** Finds the statement in a PDF; null where there is none, or more than one and so no telling which counts. */
export function statementInPdf(bytes: Buffer): CarriedStatement | null {
  const found = new Set([...bytes.toString('latin1').matchAll(MARKED)].map((match) => match[1]));
  const [jws] = found;
  return found.size === 1 && jws !== undefined ? { jws, claimedNo: null } : null;
}
