import type { Condition } from '../../domain/condition';
import type { Label } from '../../domain/label';
import { certificatePage, drawCertificate } from './certificate';
import { drawConditionsNotice } from './conditionsNotice';
import type { DocumentStatement } from './documentStatement';
import { documentKinds } from './documentStatement';
import { numberPages } from './pageNumbers';
import { closePaper, openPaper } from './paper';
import { drawReceipt, receiptPage } from './receipt';
import type { Signature } from './sealArea';
import { keywordsOf, qrTextOf } from './statementCarrier';
import { fieldsOf } from './statementFields';

/** All that a document is rendered from: the statement, its seal, and what is printed beside them. */
export interface SealedDocument extends DocumentStatement {
  readonly jws: string;
  /** The page that answers for the document, `verifyUrlOf(publicUrl, no)`. */
  readonly verifyUrl: string;
  readonly issuerName: Label;
  /** 托育机构基本条件告知书: goes with a receipt. */
  readonly basicConditions?: readonly Condition[];
  /** The issuer's seal, a PNG or JPEG file; without one its place stays free. */
  readonly sealImage?: string;
}

/**
 * Renders a sealed document as a tagged A4 PDF that carries its own proof: the JWS is in the QR code and
 * among the file's keywords. The same input gives the same bytes.
 */
export async function renderDocument(document: SealedDocument): Promise<Buffer> {
  const paper = await openPaper({
    ...pages[document.kind],
    title: `${documentKinds[document.kind].zh} ${document.no}`,
    keywords: keywordsOf(document.jws),
    issuedOn: document.issuedOn,
  });
  const content = { no: document.no, fields: fieldsOf(document) };
  const check = { verifyUrl: document.verifyUrl, qrText: qrTextOf(document.verifyUrl, document.jws) };
  drawings[document.kind](paper, content, check, signatureOf(document));
  const conditions = document.basicConditions ?? [];
  if (conditions.length > 0) drawConditionsNotice(paper, conditions);
  numberPages(paper, document.no);
  return closePaper(paper);
}

const pages = { certificate: certificatePage, filingReceipt: receiptPage } as const;
const drawings = { certificate: drawCertificate, filingReceipt: drawReceipt } as const;

function signatureOf({ issuerName, issuedOn, sealImage }: SealedDocument): Signature {
  return { issuer: issuerName, issuedOn, sealImage: sealImage ?? null };
}
