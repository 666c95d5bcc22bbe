import type { CaseFile } from '../../../domain/caseFile';
import type { CaseEvent, EventBody } from '../../../domain/event';
import { officer } from './stories';

/** The event that a body would be as the next one of a case. */
export function eventOf(file: CaseFile, body: EventBody): CaseEvent {
  const actor = { sub: officer.sub, unit: officer.unit };
  return { ...body, seq: file.seq + 1, at: '2026-11-24T01:01:00.000Z', actor };
}
