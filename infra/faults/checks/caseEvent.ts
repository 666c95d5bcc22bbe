import type { CaseEvent, EventBody } from '../../../domain/event';
import type { RecordedEvent } from '../evidence';

/** A row of the record as the event that the domain folds. */
export function asCaseEvent({ type, facts, seq, at, actorSub, actorUnit }: RecordedEvent): CaseEvent {
  const body = { type, ...(facts as object) } as EventBody;
  return { ...body, seq, at, actor: { sub: actorSub, unit: actorUnit } };
}
