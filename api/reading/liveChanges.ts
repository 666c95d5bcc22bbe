import type { Actor } from '../../domain/actor';
import type { CaseEvent, EventType } from '../../domain/event';
import { APPLICANT } from '../../domain/itinerary';
import { steps } from '../../domain/vocabulary';
import type { Change } from '../../infra/record/changes';
import { eventTypes } from '../contracts/event';
import type { LiveChange } from '../contracts/live';
import { tellsOfConcealed } from './concealed';
import { isShownToApplicant } from './events';
import { actsForApplicant, overseesAll } from './visibility';
import { stepsOf } from './worklist';

/** What of a case an applicant is told at once; other letters are told once they are served. */
const told: readonly EventType[] = [
  'accepted',
  'deemedAccepted',
  'letterServed',
  'registered',
  'licenceIssued',
  'takenOver',
];

/** What somebody is told of a change: null where they may not read it, or would see nothing of it. */
export function liveChangeFor(
  { caseId, institution, event, ...whose }: Change,
  actor: Actor,
): LiveChange | null {
  if (!mayHear(whose, actor)) return null;
  if (actsForApplicant(actor) && (tellsOfConcealed(event) || !isShownToApplicant(event.type))) return null;
  const concerns = event.actor.sub === actor.sub ? null : concernOf(event, actor);
  return { caseId, seq: event.seq, institution, concerns };
}

/** `mayRead` by what stands beside the case, as `readableBy` asks it of rows. */
function mayHear({ units, organisation }: Pick<Change, 'units' | 'organisation'>, actor: Actor): boolean {
  if (overseesAll(actor)) return true;
  return actor.unit === null ? organisation === actor.organisation : units.includes(actor.unit);
}

function concernOf(event: CaseEvent, actor: Actor): LiveChange['concerns'] {
  const unit = actsForApplicant(actor) ? APPLICANT : actor.unit;
  if (event.type === 'stageOpened' || event.type === 'sideStepsOpened') {
    const own = stepsOf(actor);
    const item = event.items.find((each) => each.unit === unit && own.includes(each.step));
    return item ? { kind: 'newItem', label: steps[item.step] } : null;
  }
  if ((event.type === 'delegated' || event.type === 'reassigned') && event.to === actor.sub)
    return { kind: 'givenToYou', label: eventTypes[event.type] };
  const isTold = actsForApplicant(actor) && told.includes(event.type);
  return isTold ? { kind: 'told', label: eventTypes[event.type] } : null;
}
