import type { CaseFile, Correction } from '../../domain/caseFile';
import { whyNotShown } from '../../domain/disclosure';
import { kindOf } from '../../domain/itinerary';
import { standsAt } from '../../domain/process';
import { outcomes, stages } from '../../domain/vocabulary';
import type { MaskedApplication } from '../../infra/personal/storedApplication';
import type { Case, CaseStanding, CaseSummary } from '../contracts/case';
import { API } from '../paths';
import { actsForApplicant } from './visibility';
import { letterView } from './letters';
import { evaluationView, supervisionView } from './life';
import { constructionView, siteNameOf } from './sites';
import { supportView } from './support';
import { allowedView, itemsInOrder, unitName, type View, workItemView } from './workItems';

/** What a list shows of a case. */
export function summaryView(file: CaseFile, institution: string, { plan }: Pick<View, 'plan'>): CaseSummary {
  const { itinerary } = file;
  return {
    ...headOf(file),
    kind: kindOf(itinerary),
    institution,
    serviceMode: itinerary.serviceMode,
    ownership: itinerary.ownership,
    subdistrict: unitName(plan, itinerary.subdistrict),
    lead: unitName(plan, itinerary.lead),
    receivedOn: file.dates.receipt,
  };
}

export function standingView(file: CaseFile, view: View): CaseStanding {
  const allowed = allowedView(file, view.actor);
  const open = itemsInOrder(file, view.actor).filter(({ status }) => status === 'open');
  return {
    ...headOf(file),
    openItems: open.map((item) => workItemView(file, item, view, allowed)),
    allowed,
  };
}

/** What is shown of a case beside its state. */
interface Beside {
  readonly application: MaskedApplication | null;
  readonly present: Case['present'];
  readonly siteCase: Case['siteCase'];
}

export function caseView(file: CaseFile, { application, present, siteCase }: Beside, view: View): Case {
  const allowed = allowedView(file, view.actor);
  return {
    ...summaryView(file, application?.institution.name ?? siteNameOf(file), view),
    organisation: file.organisation,
    round: file.round,
    dates: file.dates,
    decisionNo: file.decisionNo,
    unifiedCode: file.unifiedCode,
    receiptNo: file.receiptNo,
    certificateNo: file.certificateNo,
    validUntil: file.validUntil ?? null,
    answeredFindings: [...new Set(file.answeredFindings.map(({ finding }) => finding))],
    objections: actsForApplicant(view.actor)
      ? null
      : file.objections.map((unit) => unitName(view.plan, unit)),
    correction: file.correction && correctionView(file.correction),
    procedures: file.procedures.map(({ orderedIn: _, ...shown }) => shown),
    letters: file.letters.map((letter) => letterView(file.caseId, letter, view)),
    extensions: file.extensions,
    application,
    mayShowContact: application !== null && whyNotShown(file, view.actor) === null,
    itinerary: file.itinerary,
    supervision: supervisionView(file, view),
    evaluation: evaluationView(file, view),
    construction: constructionView(file, view),
    support: supportView(file, view),
    siteCase,
    workItems: itemsInOrder(file, view.actor).map((item) => workItemView(file, item, view, allowed)),
    present,
    allowed,
  };
}

function correctionView({ nos, closed, from, to }: Correction) {
  return { nos, closed, from, to };
}

/** What is the same wherever a case is shown. */
export function headOf(file: CaseFile) {
  const { caseId, seq, version, outcome } = file;
  const stage = standsAt(file) ?? file.stage;
  return {
    caseId,
    href: `${API}/cases/${caseId}`,
    seq,
    version,
    stage,
    stageLabel: stages[stage],
    outcome,
    outcomeLabel: outcome && outcomes[outcome],
  };
}
