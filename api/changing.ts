import type { Application, ChangeAsked } from '../domain/application';
import { problemsOfChange } from '../domain/change';
import type { Itinerary } from '../domain/itinerary';
import { Refusal } from '../domain/refusal';
import { supervisionId } from '../domain/supervision';
import { problemOfRenewal } from '../domain/term';
import type { Change } from '../domain/vocabulary';
import type { Tx } from '../infra/db/connect';
import type { StoredApplication } from '../infra/personal/storedApplication';
import { Problem } from './http/problem';
import { API } from './paths';

/** An institution as its newest certificate has it. */
interface InForce {
  /** The case of that certificate, under which its application is kept. */
  readonly caseId: string;
  readonly application: StoredApplication;
  readonly submittedBy: string;
  /** Its registration, where it has one. */
  readonly unifiedCode: string | null;
  /** The itinerary of its supervision. */
  readonly supervision: Itinerary;
}

/**
 * What an institution is now (变更), held against exits and other changes until the transaction ends.
 * @param institution the case by which it was certified first
 * @throws Problem, Refusal where it is none of the organisation's, not certified, leaving, or changing already
 */
export async function changeable(tx: Tx, organisation: string | null, institution: string): Promise<InForce> {
  const life = await tx
    .selectFrom('case_file')
    .select(['state', 'organisation', 'application_id'])
    .where('case_id', '=', supervisionId(institution))
    .forUpdate()
    .executeTakeFirst();
  if (!life) throw new Problem('cannotBePlanned', { errors: [notCertified] });
  if (life.organisation !== organisation) throw new Problem('notYourCase');
  if (life.state.outcome !== null || life.state.supervision?.exit) throw new Refusal('exitPending');
  const pending = await tx
    .selectFrom('case_file')
    .select('case_id')
    .where('institution_id', '=', institution)
    .where('kind', '=', 'licensing')
    .where('outcome', 'is', null)
    .executeTakeFirst();
  if (pending)
    throw new Problem('changePending', { headers: { location: `${API}/cases/${pending.case_id}` } });
  const { state, body, submitted_by } = await tx
    .selectFrom('case_file')
    .innerJoin('application', 'application.case_id', 'case_file.case_id')
    .select(['state', 'body', 'submitted_by'])
    .where('case_file.case_id', '=', life.application_id)
    .executeTakeFirstOrThrow();
  const unifiedCode = state.unifiedCode ?? body.facts.existingRegistration?.unifiedCode ?? null;
  const supervision = life.state.itinerary;
  return {
    caseId: life.application_id,
    application: body,
    submittedBy: submitted_by,
    unifiedCode,
    supervision,
  };
}

/** Holds an application for a change against the institution as it is. @throws Problem, Refusal */
export async function checkChange(
  tx: Tx,
  organisation: string,
  after: Application,
  { institution, what }: ChangeAsked,
  today: string,
): Promise<void> {
  const { application, unifiedCode, supervision } = await changeable(tx, organisation, institution);
  checkRenewal(what, supervision, today, '/application/facts/change/what');
  const existingRegistration = unifiedCode === null ? null : { unifiedCode, changes: true };
  const facts = { ...application.facts, existingRegistration };
  const problems = problemsOfChange({ ...application, facts }, after);
  if (problems.length === 0) return;
  throw new Problem('cannotBePlanned', {
    errors: problems.map(({ pointer, rule, message }) => ({
      pointer: `/application${pointer}`,
      code: rule,
      message,
    })),
  });
}

/** A renewal is for a certificate whose term ends soon, or has ended. @throws Problem */
export function checkRenewal(
  what: readonly Change[],
  supervision: Itinerary,
  today: string,
  pointer: string,
): void {
  const problem = problemOfRenewal(what, supervision, today);
  if (problem === null) return;
  const { rule: code, message } = problem;
  throw new Problem('cannotBePlanned', { errors: [{ pointer, code, message }] });
}

const notCertified = {
  pointer: '/application/facts/change/institution',
  code: 'notCertified',
  message: { zh: '该办件没有发证的机构', en: 'No institution was certified by this case' },
};
