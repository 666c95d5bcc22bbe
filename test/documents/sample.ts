import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DocumentStatement } from '../../infra/documents/documentStatement';
import type { SealedDocument } from '../../infra/documents/pdf';
import { seal } from '../../infra/documents/sealedDocument';
import type { SigningKey } from '../../infra/documents/signingKey';
import { loadSigningKey } from '../../infra/documents/signingKey';
import { verifyUrlOf } from '../../infra/documents/statementCarrier';

/** Site 9 of Annex 2; number, code and dates are made up. */
export const statement: DocumentStatement = {
  no: 'XC-C-2026-000009',
  kind: 'certificate',
  institution: '长庆街道初本幼托园',
  address: '下城区环城北路167号武林国际公寓1幢1-1号1-2楼',
  serviceMode: 'community',
  ownership: 'nonProfit',
  places: 30,
  unifiedCode: '52330103MJ9876543X',
  registrar: '下城区民政局',
  issuer: '下城区卫生健康局',
  caseId: 'XC-2026-000009',
  issuedOn: '2026-09-28',
  planVersion: 'xiacheng@1',
};

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

/** A folder that goes when the tests of the file are over. */
export async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'onewindow-documents-'));
  folders.push(folder);
  return folder;
}

/** A key of its own, in a folder of its own. */
export async function newSigningKey(): Promise<SigningKey> {
  return loadSigningKey(join(await newFolder(), 'signing-key.json'), 'development');
}

/** A statement with its seal and all that is printed beside it. */
export async function sealed(
  key: SigningKey,
  changes: Partial<DocumentStatement> = {},
): Promise<SealedDocument> {
  const whole = { ...statement, ...changes };
  return {
    ...whole,
    ...(await seal(whole, key)),
    verifyUrl: verifyUrlOf('https://onewindow.example', whole.no),
    issuerName: { zh: '下城区卫生健康局', en: 'Xiacheng District Health Bureau' },
  };
}
