import type { CaseFile } from '../../domain/caseFile';
import { standsAt } from '../../domain/process';
import { outcomes, stages } from '../../domain/vocabulary';
import type { Application } from '../../domain/application';
import type { Case, CaseStanding, CaseSummary } from '../contracts/case';
import { API } from '../paths';
import { actsForApplicant } from './visibility';
import { allowedView, itemsInOrder, unitName, type View, workItemView } from './workItems';

/** What a list shows of a case. */
export function summaryView(file: CaseFile, institution: string, { plan }: Pick<View, 'plan'>): CaseSummary {
  const { itinerary } = file;
  return {
    ...headOf(file),
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
  const open = itemsInOrder(file).filter(({ status }) => status === 'open');
  return {
    ...headOf(file),
    openItems: open.map((item) => workItemView(file, item, view, allowed)),
    allowed,
  };
}

export function caseView(file: CaseFile, application: Application, view: View): Case {
  const allowed = allowedView(file, view.actor);
  return {
    ...summaryView(file, application.institution.name, view),
    organisation: file.organisation,
    round: file.round,
    dates: file.dates,
    decisionNo: file.decisionNo,
    unifiedCode: file.unifiedCode,
    receiptNo: file.receiptNo,
    certificateNo: file.certificateNo,
    answeredFindings: file.answeredFindings,
    objections: actsForApplicant(view.actor)
      ? null
      : file.objections.map((unit) => unitName(view.plan, unit)),
    application,
    itinerary: file.itinerary,
    workItems: itemsInOrder(file).map((item) => workItemView(file, item, view, allowed)),
    allowed,
  };
}

function headOf(file: CaseFile) {
  const { caseId, seq, outcome } = file;
  const stage = standsAt(file) ?? file.stage;
  return {
    caseId,
    href: `${API}/cases/${caseId}`,
    seq,
    stage,
    stageLabel: stages[stage],
    outcome,
    outcomeLabel: outcome && outcomes[outcome],
  };
}
