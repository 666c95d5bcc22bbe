/**
 * What the Temporal UI can filter cases by. Registered before any worker starts: an unregistered one
 * would wedge a case without a word. Budget of a namespace on SQL visibility: Keyword 10, the others 3 each.
 */
export const searchAttributeTypes = {
  CaseKind: 'Keyword',
  Stage: 'Keyword',
  WaitingFor: 'Keyword',
  ServiceMode: 'Keyword',
  Subdistrict: 'Keyword',
  Escalation: 'Keyword',
  PendingUnits: 'KeywordList',
  Failing: 'KeywordList',
  DueAt: 'Datetime',
  WaitingSince: 'Datetime',
  Overdue: 'Bool',
  ClockStopped: 'Bool',
  Year: 'Int',
} as const;

export type SearchAttribute = keyof typeof searchAttributeTypes;
