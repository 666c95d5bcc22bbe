import type { ApplicationFacts } from './application';
import type { CaseFile } from './caseFile';
import type { Itinerary } from './itinerary';
import type { Label } from './label';
import { planCase } from './planCase';
import type { Plan, PlanVersion } from './plan';
import { refusals } from './refusal';
import { registrarOf } from './registration';
import type { Outcome } from './vocabulary';

/**
 * What others said of an institution that was open before this system, registered and filed (纳管). Days are
 * `YYYY-MM-DD`; none of its numbers is one of ours.
 */
export interface TakenOverFacts {
  /** Who registered it and when; null where it is registered nowhere. */
  readonly registration: { readonly authority: string; readonly registeredOn: string } | null;
  readonly filing: { readonly receiptNo: string; readonly filedOn: string };
  /** Of the certificate that it got elsewhere, where it got one. */
  readonly certificateNo: string | null;
}

/** Why an institution cannot be taken over as it is told: where (a JSON pointer), by which rule, what is allowed. */
export interface TakeOverProblem {
  readonly pointer: string;
  readonly rule:
    'changeNotHere' | 'registrationChanges' | 'registrationMissing' | 'dateInFuture' | 'ownNumber';
  readonly message: Label;
  readonly allowed?: readonly string[];
}

/** The outcomes by which an institution is open: certified here, or taken over. */
export const openingOutcomes = ['certified', 'takenOver'] as const satisfies readonly Outcome[];

/** Whether a case of application ended with an institution that may open, or is open. */
export function opensInstitution({ outcome }: Pick<CaseFile, 'outcome'>): boolean {
  return openingOutcomes.some((each) => each === outcome);
}

/**
 * The number by which the public knows an institution: that of its certificate, or of the receipt of its filing where
 * it was taken over without one. Null while it has none.
 */
export function publicNoOf({
  certificateNo,
  receiptNo,
  outcome,
}: Pick<CaseFile, 'certificateNo' | 'receiptNo' | 'outcome'>): string | null {
  return certificateNo ?? (outcome === 'takenOver' ? receiptNo : null);
}

/**
 * The itinerary of an institution that is taken over: nobody owes a step any more, no paper and no answer to a finding.
 * What it is and who registered it is what its supervision, its changes and its exit go by.
 */
export function planTakeOver(version: PlanVersion, facts: ApplicationFacts): Itinerary {
  const { plan } = version;
  const isRegistered = facts.existingRegistration !== null;
  return {
    ...planCase(version, facts),
    registrar: isRegistered ? registrarOf(plan, facts).unit : null,
    lead: plan.filingAuthority.unit,
    consulted: [],
    stages: [{ stage: 'certificate', steps: [] }],
    materials: [],
    findings: [],
  };
}

/** What makes an institution impossible to take over; the plan's own rules of an application come besides. */
export function problemsOfTakeOver(
  plan: Pick<Plan, 'modes' | 'caseNumberPrefix'>,
  facts: ApplicationFacts,
  told: TakenOverFacts,
  today: string,
): TakeOverProblem[] {
  return [
    ...registrationProblems(plan, facts, told),
    ...dateProblems(told, today),
    ...numberProblems(plan, told),
    ...(facts.change ? [{ pointer: '/application/facts/change', ...changeNotHere }] : []),
  ];
}

const changeNotHere = {
  rule: 'changeNotHere',
  message: {
    zh: '纳管不是变更：按机构现状填写，变更另行申请',
    en: 'Taking over changes nothing: say how it is, and apply for the change afterwards',
  },
} as const;

function registrationProblems(
  { modes }: Pick<Plan, 'modes'>,
  { serviceMode, existingRegistration }: ApplicationFacts,
  { registration }: TakenOverFacts,
): TakeOverProblem[] {
  const code = '/application/facts/existingRegistration';
  const missing = (pointer: string, zh: string, en: string): TakeOverProblem[] => [
    { pointer, rule: 'registrationMissing', message: { zh, en } },
  ];
  if (modes[serviceMode].registers.value && !existingRegistration)
    return missing(
      code,
      '这种服务模式须登记：填写统一社会信用代码',
      'This mode is registered: give the unified social credit code',
    );
  if (existingRegistration && !registration)
    return missing('/registration', '须填写登记机关和登记日期', 'Say who registered it and when');
  if (registration && !existingRegistration)
    return missing(
      code,
      '填了登记机关，须填写统一社会信用代码',
      'Give the unified social credit code of that registration',
    );
  if (!existingRegistration?.changes) return [];
  const message = { zh: '纳管不变更登记', en: 'Taking over changes no registration' };
  return [{ pointer: `${code}/changes`, rule: 'registrationChanges', message, allowed: ['false'] }];
}

function dateProblems({ registration, filing }: TakenOverFacts, today: string): TakeOverProblem[] {
  const days = [
    { pointer: '/registration/registeredOn', on: registration?.registeredOn },
    { pointer: '/filing/filedOn', on: filing.filedOn },
  ];
  return days
    .filter(({ on }) => on !== undefined && on > today)
    .map(({ pointer }) => ({
      pointer,
      rule: 'dateInFuture',
      message: refusals.dateInFuture,
      allowed: [`<= ${today}`],
    }));
}

/** A number that we could give ourselves one day would then be two institutions'. */
function numberProblems(
  { caseNumberPrefix }: Pick<Plan, 'caseNumberPrefix'>,
  { filing, certificateNo }: TakenOverFacts,
): TakeOverProblem[] {
  const numbers = [
    { pointer: '/filing/receiptNo', no: filing.receiptNo },
    { pointer: '/certificateNo', no: certificateNo },
  ];
  return numbers
    .filter(({ no }) => no?.toUpperCase().startsWith(`${caseNumberPrefix}-`))
    .map(({ pointer }) => ({
      pointer,
      rule: 'ownNumber',
      message: {
        zh: `以“${caseNumberPrefix}-”开头的编号由本系统签发：此处填写原有的编号`,
        en: `Numbers that begin with "${caseNumberPrefix}-" are given here: write the one that it had before`,
      },
    }));
}
