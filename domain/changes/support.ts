import type { CaseFile } from '../caseFile';
import type { CaseEvent } from '../event';
import { APPLICANT, supportLife } from '../itinerary';
import type { SupportState } from '../support';
import { answered, ask, askedOf, close, closeAskedIn, itemOf, returnedTo } from './items';
import { writtenToServe } from './letters';

type Of<T extends CaseEvent['type']> = CaseEvent & { type: T };

export function supportSubmitted(file: CaseFile, event: Of<'supportSubmitted'>): CaseFile {
  return answered(file, event);
}

export function supportExamined(file: CaseFile, event: Of<'supportExamined'>): CaseFile {
  return supported(answered(file, event), { examined: event.result });
}

export function supportOpined(file: CaseFile, event: Of<'supportOpined'>): CaseFile {
  return supported(answered(file, event), { opinion: event.result });
}

export function supportDrafted(file: CaseFile, event: Of<'supportDrafted'>): CaseFile {
  const { result, yuan, actor } = event;
  return supported(answered(file, event), { draft: { by: actor.sub, result, yuan } });
}

export function supportReturned(file: CaseFile, event: Of<'supportReturned'>): CaseFile {
  const drafting = file.current.draftSupport;
  if (!drafting) throw new RangeError(`Case ${file.caseId} has no draft to return`);
  return supported(returnedTo(file, drafting, event), { draft: null });
}

/** What is granted is paid where the finance bureau pays, and looked at again. */
export function supportDecided(file: CaseFile, event: Of<'supportDecided'>): CaseFile {
  const { result, yuan, on, no, nextRecheck } = event;
  const signed = answered(file, event);
  if (result === 'refused') {
    return writtenToServe(close(signed, 'supportRefused', event), event, 'supportRefused', no);
  }
  const granted = supported(signed, { granted: { on, no, yuan }, nextRecheck });
  return toBePaid(writtenToServe(granted, event, 'supportGranted', no), event, event.item);
}

export function supportPaid(file: CaseFile, event: Of<'supportPaid'>): CaseFile {
  const { payments } = supportOf(file);
  return supported(answered(file, event), {
    payments: [...payments, { on: event.paidOn, yuan: event.yuan }],
  });
}

/** Once at a time: a re-check that is open stands for whatever gives cause for another. */
export function recheckDue(file: CaseFile, event: Of<'recheckDue'>): CaseFile {
  const due = supported(file, { nextRecheck: event.next });
  const isOpen = Object.values(due.items).some(
    ({ step, status }) => status === 'open' && (step === 'recheckSupport' || step === 'considerSupportEnd'),
  );
  return isOpen
    ? due
    : ask(due, event, 'recheckSupport', { unit: supportLife(file).measure.examines, about: 'recheck' });
}

/** What still holds is paid on; what does not is considered. */
export function supportRechecked(file: CaseFile, event: Of<'supportRechecked'>): CaseFile {
  const noted = answered(file, event);
  if (event.result === 'passed') return toBePaid(noted, event, event.item);
  const { unit } = itemOf(file, event.item);
  return ask(noted, event, 'considerSupportEnd', { unit, about: event.item });
}

/** The institution is told, and states its case before anybody signs. */
export function supportEndProposed(file: CaseFile, event: Of<'supportEndProposed'>): CaseFile {
  const { item, letter, actor } = event;
  const by = { by: actor.sub, result: 'refused', yuan: null } as const;
  const told = writtenToServe(
    supported(answered(file, event), { draft: by }),
    event,
    'supportEndProposed',
    letter,
  );
  const { unit } = itemOf(file, item);
  return ask(ask(told, event, 'signSupportEnd', { unit, about: item }), event, 'contest', {
    unit: APPLICANT,
    about: item,
  });
}

export function supportKept(file: CaseFile, event: Of<'supportKept'>): CaseFile {
  const item = itemOf(file, event.item);
  const over = item.step === 'signSupportEnd' ? closeAskedIn(file, askedOf(file, item).about, event) : file;
  return answered(over, event);
}

export function supportEnded(file: CaseFile, event: Of<'supportEnded'>): CaseFile {
  return writtenToServe(close(answered(file, event), 'supportEnded', event), event, 'supportEnded', event.no);
}

export function supportLapsed(file: CaseFile, event: Of<'supportLapsed'>): CaseFile {
  return close(file, 'supportEnded', event);
}

/** @throws RangeError for a case that is no support */
export function supportOf(file: CaseFile): SupportState {
  if (!file.support) throw new RangeError(`Case ${file.caseId} is no support`);
  return file.support;
}

function toBePaid(file: CaseFile, event: Pick<CaseEvent, 'seq'>, about: string): CaseFile {
  const { measure, finance } = supportLife(file);
  return measure.paid ? ask(file, event, 'paySupport', { unit: finance, about }) : file;
}

function supported(file: CaseFile, changes: Partial<SupportState>): CaseFile {
  return { ...file, support: { ...supportOf(file), ...changes } };
}
