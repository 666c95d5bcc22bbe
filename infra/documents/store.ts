import { sql } from 'kysely';
import type { CaseFile } from '../../domain/caseFile';
import { conditionsOf } from '../../domain/condition';
import type { Plan, UnitId } from '../../domain/plan';
import { unitNameOf } from '../../domain/unitName';
import type { StoredApplication } from '../personal/storedApplication';
import { planVersion } from '../plan/repository';
import type { Ground } from '../record/ground';
import type { DocumentKind, DocumentStatement } from './documentStatement';
import { renderDocument } from './pdf';
import type { PublicKeys } from './publicKeys';
import { seal } from './sealedDocument';
import { verifyUrlOf } from './statementCarrier';
import type { SigningKey } from './signingKey';

/** A document as it was signed: kept as it is, whatever becomes of keys and templates. */
export interface StoredDocument {
  readonly no: string;
  readonly caseId: string;
  readonly statement: DocumentStatement;
  readonly jws: string;
  readonly pdf: Buffer;
}

export class DocumentNotFound extends Error {
  override readonly name = 'DocumentNotFound';
  constructor(readonly no: string) {
    super(`No document has the number ${no}`);
  }
}

/** Filing receipts and certificates, sealed when first asked for and the same ever after. */
export interface SealedDocuments {
  /** @throws DocumentNotFound where the record issued no such number */
  sealed(no: string): Promise<StoredDocument>;
  verifyUrl(no: string): string;
  readonly publicKeys: PublicKeys;
}

export function createSealedDocuments(ground: Ground, key: SigningKey, publicUrl: string): SealedDocuments {
  const verifyUrl = (no: string): string => verifyUrlOf(publicUrl, no);
  return {
    verifyUrl,
    publicKeys: key.publicKeys,
    async sealed(no) {
      const kept = await find(ground, no);
      if (kept) return kept;
      const { statement, plan } = await statementOf(ground, no);
      const { jws } = await seal(statement, key);
      const issuerName = unitNameOf(plan, plan.filingAuthority.unit);
      const basicConditions =
        statement.kind === 'filingReceipt' ? conditionsOf(plan.standards, statement.serviceMode) : [];
      const pdf = await renderDocument({
        ...statement,
        jws,
        verifyUrl: verifyUrl(no),
        issuerName,
        basicConditions,
      });
      await keep(ground, { no, caseId: statement.caseId, statement, jws, pdf });
      return (await find(ground, no)) ?? { no, caseId: statement.caseId, statement, jws, pdf };
    },
  };
}

async function find({ db }: Ground, no: string): Promise<StoredDocument | null> {
  const row = await db.selectFrom('document').selectAll().where('no', '=', no).executeTakeFirst();
  if (!row) return null;
  return {
    no,
    caseId: row.case_id,
    statement: row.statement as unknown as DocumentStatement,
    jws: row.jws,
    pdf: row.pdf,
  };
}

/** Two that seal at once agree: the signature is deterministic, and the first row stays. */
async function keep({ db, clock }: Ground, document: StoredDocument): Promise<void> {
  await db
    .insertInto('document')
    .values({
      no: document.no,
      case_id: document.caseId,
      kind: document.statement.kind,
      statement: JSON.stringify(document.statement),
      jws: document.jws,
      pdf: document.pdf,
      sealed_at: await clock.now(),
    })
    .onConflict((conflict) => conflict.column('no').doNothing())
    .execute();
}

async function statementOf(ground: Ground, no: string) {
  const row = await ground.db
    .selectFrom('event')
    .innerJoin('case_file', 'case_file.case_id', 'event.case_id')
    .innerJoin('application', 'application.case_id', 'event.case_id')
    .select(['event.type', 'event.facts', 'case_file.state', 'application.body'])
    .where('event.type', 'in', ['receiptIssued', 'licenceIssued'])
    .where(sql`event.facts ->> 'no'`, '=', no)
    .executeTakeFirst();
  if (!row) throw new DocumentNotFound(no);
  const { plan } = await planVersion(ground.db, row.state.itinerary.planVersion);
  const kind: DocumentKind = row.type === 'receiptIssued' ? 'filingReceipt' : 'certificate';
  const { issuedOn, validUntil } = row.facts;
  const days = {
    issuedOn: String(issuedOn),
    ...(typeof validUntil === 'string' && { validUntil }),
  };
  return { plan, statement: state(no, kind, days, row.state, row.body, plan) };
}

function state(
  no: string,
  kind: DocumentKind,
  days: Pick<DocumentStatement, 'issuedOn' | 'validUntil'>,
  file: CaseFile,
  application: StoredApplication,
  plan: Plan,
): DocumentStatement {
  const name = (unit: UnitId): string => unitNameOf(plan, unit).zh;
  const { registrar } = file.itinerary;
  return {
    no,
    kind,
    institution: application.institution.name,
    address: application.institution.address,
    serviceMode: file.itinerary.serviceMode,
    ownership: file.itinerary.ownership,
    places: application.facts.places,
    unifiedCode: file.unifiedCode ?? application.facts.existingRegistration?.unifiedCode ?? null,
    registrar: registrar === null ? null : name(registrar),
    issuer: name(plan.filingAuthority.unit),
    caseId: file.caseId,
    ...days,
    planVersion: file.itinerary.planVersion,
  };
}
