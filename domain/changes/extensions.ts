import type { CaseFile } from '../caseFile';
import type { CaseEvent } from '../event';
import { answered, ask, askedOf, itemOf, sideRulesIn } from './items';

type Of<T extends CaseEvent['type']> = CaseEvent & { type: T };

/** A joint decision is extended by the government's head: the leading group's office forwards the request. */
export function extensionRequested(file: CaseFile, event: Of<'extensionRequested'>): CaseFile {
  const { clock, days, item } = event;
  const asked = { ...file, extensionsAsked: { ...file.extensionsAsked, [clock]: days } };
  return event.by === 'governmentHead'
    ? ask(asked, event, 'forwardExtension', { unit: sideRulesIn(file).office, about: item })
    : ask(asked, event, 'grantExtension', { unit: itemOf(file, item).unit, about: item });
}

export function extensionForwarded(file: CaseFile, event: Of<'extensionForwarded'>): CaseFile {
  const { about } = askedOf(file, itemOf(file, event.item));
  const { government } = sideRulesIn(file);
  return ask(answered(file, event), event, 'grantExtension', { unit: government, about });
}

export function extensionGranted(file: CaseFile, event: Of<'extensionGranted'>): CaseFile {
  const clock = clockConcerned(file, event.item);
  return extended(answered(file, event), clock, file.extensionsAsked[clock] ?? 0);
}

/** Days come on top of those that were added before. */
export function extended(file: CaseFile, clock: string, days: number): CaseFile {
  return {
    ...file,
    extensions: { ...file.extensions, [clock]: (file.extensions[clock] ?? 0) + days },
  };
}

export function extensionDeclined(file: CaseFile, event: Of<'extensionDeclined'>): CaseFile {
  const { [clockConcerned(file, event.item)]: _, ...extensionsAsked } = file.extensionsAsked;
  return { ...answered(file, event), extensionsAsked };
}

/** The clock that a request for extension is about. */
export function clockConcerned(file: CaseFile, item: string): string {
  return itemOf(file, askedOf(file, itemOf(file, item)).about).deadline.rule;
}
