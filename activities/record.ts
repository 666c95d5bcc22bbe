import type { CaseEvent } from '../domain/event';
import { isFirst } from '../domain/fold';
import type { Life, SideRules } from '../domain/itinerary';
import { type DecisionTimes, decisionTimes } from '../domain/overdue';
import { openStage, type OpenStageRequest, recordSilences } from '../infra/record/conduct';
import { eventsAfter } from '../infra/record/events';
import { endWhatIsUnderWay } from '../infra/record/leaving';
import { beginEvaluation, turnYear } from '../infra/record/life';
import type { Tx } from '../infra/db/connect';
import type { Ground } from '../infra/record/ground';

/** What the record holds beyond what the workflow has folded. Older histories do not say when the decision is due. */
export interface Reading extends Partial<DecisionTimes> {
  readonly events: readonly CaseEvent[];
  /** The number of the record's last event. */
  readonly lastSeq: number;
  /** The events are the whole record, to be folded from the beginning. */
  readonly complete: boolean;
}

interface ReadRequest {
  readonly caseId: string;
  readonly afterSeq: number;
}

/** The workflow's side of the record's door; each call is one transaction and harmless when repeated. */
export function createRecordActivities(ground: Ground) {
  const visit = (request: ReadRequest, write: (tx: Tx) => Promise<unknown>): Promise<Reading> =>
    ground.db.transaction().execute(async (tx) => {
      await write(tx);
      return read(tx, ground, request);
    });
  return {
    /** The events after a number. */
    readEvents: (request: ReadRequest) => visit(request, () => Promise.resolve()),
    /** Opens what is due in a stage, unless a later act changed it, and reads on. */
    openStage: (request: OpenStageRequest & ReadRequest) =>
      visit(request, (tx) => openStage(tx, ground, request)),
    /** Records the silences whose time has passed, and reads on. */
    recordSilences: (request: ReadRequest) =>
      visit(request, (tx) => recordSilences(tx, ground, request.caseId)),
    /** Begins the evaluation that a supervision asks for, and reads on. */
    beginEvaluation: (request: ReadRequest) =>
      visit(request, (tx) => beginEvaluation(tx, ground, request.caseId)),
    /** Ends what is under way for an institution that leaves. Histories know it by the name of what it ended first. */
    discontinueEvaluations: ({ caseId }: { readonly caseId: string }) => endWhatIsUnderWay(ground, caseId),
    /** Takes a supervision into the new year, and reads on. */
    turnYear: (request: ReadRequest) => visit(request, (tx) => turnYear(tx, ground, request.caseId)),
  };
}

/** Reads after a mark; a mark beyond the record (it was restored from a backup) means: all of it. */
async function read(tx: Tx, ground: Ground, { caseId, afterSeq }: ReadRequest): Promise<Reading> {
  const { seq, state } = await tx
    .selectFrom('case_file')
    .select(['seq', 'state'])
    .where('case_id', '=', caseId)
    .executeTakeFirstOrThrow();
  const from = afterSeq > seq ? 0 : afterSeq;
  const events = await eventsAfter(tx, caseId, from);
  return {
    events: events.map(forTheConductor),
    lastSeq: seq,
    complete: from === 0,
    ...decisionTimes(state, await ground.calendar()),
  };
}

/**
 * Papers, findings and the rules of side steps are for people and for the record's door: the conductor does not
 * carry their texts through its history.
 */
function forTheConductor(event: CaseEvent): CaseEvent {
  if (event.type === 'rulesPinned' || event.type === 'yearTurned') {
    const { sideRules } = event;
    const ofLife = event.life ? { life: withoutIndicators(event.life) } : {};
    return { ...event, sideRules: withoutTexts(sideRules), ...ofLife };
  }
  if (!isFirst(event) && event.type !== 'institutionChanged') return event;
  const { sideRules, life, ...itinerary } = event.itinerary;
  const rules = sideRules && { sideRules: withoutTexts(sideRules) };
  const ofLife = life && { life: withoutIndicators(life) };
  return { ...event, itinerary: { ...itinerary, materials: [], findings: [], ...rules, ...ofLife } };
}

function withoutIndicators(life: Life): Life {
  if (!('evaluation' in life)) return life;
  return { ...life, evaluation: { ...life.evaluation, indicators: [], ratings: [] } };
}

function withoutTexts(rules: SideRules): SideRules {
  return { ...rules, clocks: {}, ladder: [], marks: {} };
}
