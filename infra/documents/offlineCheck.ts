import type { Label } from '../../domain/label';
import type { DocumentStatement } from './documentStatement';
import type { PublicKeys } from './publicKeys';
import { SealFault, sealFaults, verifyStatement } from './sealedDocument';
import type { CarriedStatement } from './statementCarrier';
import { isPdf, statementInPdf, statementInText } from './statementCarrier';

const carrierFaults = {
  noStatement: { zh: '没有找到本系统签发的文书数据', en: 'No document statement was found in it' },
  otherNumber: {
    zh: '网址中的编号与签名内容不符',
    en: 'The number in the address is not that of the signed statement',
  },
} as const satisfies Readonly<Record<string, Label>>;

const faults = { ...sealFaults, ...carrierFaults };

/** What an offline check found; a statement only where the signature holds. */
export type Verdict =
  | { readonly valid: true; readonly statement: DocumentStatement }
  | { readonly valid: false; readonly code: keyof typeof faults; readonly reason: Label };

/** Checks a PDF, a JWS or the address from a QR code, by nothing but the published keys. */
export async function checkDocument(carrier: Buffer, published: PublicKeys): Promise<Verdict> {
  const carried = isPdf(carrier) ? statementInPdf(carrier) : statementInText(carrier.toString('utf8'));
  return carried === null ? invalid('noStatement') : checkCarried(carried, published);
}

async function checkCarried({ jws, claimedNo }: CarriedStatement, published: PublicKeys): Promise<Verdict> {
  try {
    const statement = await verifyStatement(jws, published);
    if (claimedNo !== null && claimedNo !== statement.no) return invalid('otherNumber');
    return { valid: true, statement };
  } catch (error) {
    if (error instanceof SealFault) return invalid(error.code);
    throw error;
  }
}

const invalid = (code: keyof typeof faults): Verdict => ({ valid: false, code, reason: faults[code] });
