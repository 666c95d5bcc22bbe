import type { Actor } from '../../domain/actor';
import type { CaseFile } from '../../domain/caseFile';
import type { Label } from '../../domain/label';
import { problemsOfTakeOver, type TakeOverProblem } from '../../domain/takeOver';
import { appendAudit } from '../../infra/audit/log';
import type { Tx } from '../../infra/db/connect';
import type { Ground } from '../../infra/record/ground';
import { type AlreadyKnown, type KnownAlready, takeOver } from '../../infra/record/takeOver';
import { checkOrganisation } from '../applicantKnown';
import type { TakeOverEntry } from '../contracts/takeOver';
import { type FieldFault, Problem } from '../http/problem';
import { todayOf, versionFor } from '../planning';
import type { Plans } from '../plans';

/** What taking over stands on: the API's services, or what a command opens. */
export interface TakingOver {
  readonly ground: Ground;
  readonly plans: Plans;
  /** Whose accounts count. */
  readonly issuer: string;
}

/** Who takes over, and by which request; null for a command. */
interface TakenBy {
  readonly actor: Actor;
  readonly requestId: string | null;
}

/**
 * Takes over an institution that was open and filed before (纳管), for the authority that files: its case and its
 * supervision.
 * @throws Problem with a pointer for each field at fault, KnownAlready; nothing is written then
 */
export async function tookOver(
  on: TakingOver,
  tx: Tx,
  entry: TakeOverEntry,
  actor: Actor,
): Promise<CaseFile> {
  const { application, organisation, registration, filing, certificateNo, statement } = entry;
  const today = await todayOf(on);
  const version = await versionFor(on, application.facts, '/application', today);
  if (version.plan.filingAuthority.unit !== actor.unit) throw new Problem('notYourUnit');
  const told = { registration, filing, certificateNo };
  const problems = problemsOfTakeOver(version.plan, application.facts, told, today);
  if (problems.length > 0) throw new Problem('invalidContent', { errors: problems.map(asFault) });
  await checkOrganisation(tx, on.issuer, organisation);
  return takeOver(tx, on.ground, { application, organisation, statement, actor, version, ...told });
}

/** Puts on the audit log who vouched for what was taken over: the last thing in its transaction. */
export async function noteTakenOver(
  tx: Tx,
  { clock }: Ground,
  files: readonly CaseFile[],
  { actor: { sub, unit }, requestId }: TakenBy,
): Promise<void> {
  const entries = files.map(({ caseId, receiptNo }) => ({
    type: 'institutionTakenOver' as const,
    actor: { sub, unit },
    subject: { kind: 'case' as const, id: caseId },
    requestId,
    details: { receiptNo },
  }));
  if (entries.length > 0) await appendAudit(tx, await clock.now(), entries);
}

/** What is on the record already, as a problem with a pointer for each of it. */
export function problemOf({ known }: KnownAlready): Problem {
  const errors = known.map(({ by, caseId }): FieldFault => {
    const { pointer, zh, en } = shared[by];
    const message = {
      zh: `办件 ${caseId} 的机构已有这个${zh}`,
      en: `The institution of case ${caseId} has this ${en} already`,
    };
    return { pointer, code: 'knownAlready', message };
  });
  return new Problem('invalidContent', { errors });
}

function asFault({ pointer, rule, message, allowed }: TakeOverProblem): FieldFault {
  return { pointer, code: rule, message, expected: allowed };
}

const shared: Readonly<Record<AlreadyKnown['by'], Label & { readonly pointer: string }>> = {
  receiptNo: { pointer: '/filing/receiptNo', zh: '备案回执编号', en: 'number of the receipt' },
  certificateNo: { pointer: '/certificateNo', zh: '证书编号', en: 'number of the certificate' },
  unifiedCode: {
    pointer: '/application/facts/existingRegistration/unifiedCode',
    zh: '统一社会信用代码',
    en: 'unified social credit code',
  },
  name: { pointer: '/application/institution/name', zh: '机构名称', en: 'name' },
};
