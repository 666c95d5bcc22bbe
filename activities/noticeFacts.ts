import type { Application } from '../domain/application';
import type { CaseFile } from '../domain/caseFile';
import { dateInWords } from '../domain/dateInWords';
import type { Label } from '../domain/label';
import type { Plan, UnitId } from '../domain/plan';
import { unitNameOf } from '../domain/unitName';
import { limitUnits } from '../domain/vocabulary';
import type { NoticeFacts } from './mail/letter';

/** Gathers what a notice may say of a case; blanks are facts that its event cannot need. */
export function noticeFacts(
  file: CaseFile,
  application: Application,
  plan: Plan,
  reason: string,
  verifyUrl: (no: string) => string,
): NoticeFacts {
  const name = (unit: UnitId | null | undefined): Label => (unit ? unitNameOf(plan, unit) : blank);
  const { itinerary, dates } = file;
  return {
    caseId: file.caseId,
    organisation: application.contact.organisation,
    institution: application.institution.name,
    receivedOn: dateInWords(dates.receipt),
    acceptedOn: dayOf(dates.acceptance),
    decidedOn: dayOf(dates.decision),
    decisionNo: file.decisionNo ?? '',
    accepting: name(stepOf(file, 'accept')?.unit),
    deciding: name(stepOf(file, 'decide')?.unit),
    registrar: name(itinerary.registrar),
    filing: name(stepOf(file, 'receipt')?.unit),
    decisionLimit: limitOf(file),
    acceptanceDue: dayOf(Object.values(file.items).find((item) => item.step === 'accept')?.deadline.due),
    reason,
    remedyBody: plan.remedy.body,
    remedyLimit: plan.remedy.limit,
    unifiedCode: file.unifiedCode ?? '',
    receiptNo: file.receiptNo ?? '',
    certificateNo: file.certificateNo ?? '',
    verifyUrl: verifyUrl(file.certificateNo ?? ''),
  };
}

const blank: Label = { zh: '', en: '' };

function dayOf(date: string | null | undefined): Label {
  return date ? dateInWords(date) : blank;
}

function stepOf(file: CaseFile, step: string) {
  return file.itinerary.stages.flatMap((stage) => stage.steps).find((each) => each.step === step);
}

function limitOf(file: CaseFile): Label {
  const clock = stepOf(file, 'decide')?.clock;
  if (!clock) return blank;
  const unit = limitUnits[clock.unit];
  return {
    zh: `自受理之日起${clock.limit}${unit.zh}（${clock.basis.clause}）`,
    en: `${clock.limit} ${unit.en} of acceptance (${clock.basis.clause})`,
  };
}
