import type { Actor } from '../../domain/actor';
import type { CaseEvent, EventType } from '../../domain/event';
import { APPLICANT, SYSTEM } from '../../domain/itinerary';
import type { Label } from '../../domain/label';
import type { Plan } from '../../domain/plan';
import { namesOf } from '../../infra/identity/accounts';
import { eventsAfter } from '../../infra/record/events';
import type { Db, Tx } from '../../infra/db/connect';
import { type CaseEvent as WireEvent, eventTypes, type Happening } from '../contracts/event';
import type { Services } from '../services';
import { actsForApplicant } from './visibility';
import { unitName } from './workItems';

/**
 * What the applicant is shown of an event beside that it happened and when: its facts, and the words addressed to
 * them. What colleagues write to one another, and a draft before it is signed, stays inside.
 */
const forApplicant = {
  submitted: 'all',
  stageOpened: 'facts',
  accepted: 'all',
  deemedAccepted: 'facts',
  notAccepted: 'all',
  signedOff: 'nothing',
  limitPassed: 'facts',
  decisionDrafted: 'nothing',
  draftReturned: 'nothing',
  decided: 'all',
  endorsed: 'facts',
  registered: 'facts',
  registrationPushed: 'facts',
  filed: 'all',
  receiptIssued: 'facts',
  conformityConfirmed: 'facts',
  licenceIssued: 'facts',
  withdrawn: 'all',
  deadlineMoved: 'facts',
} as const satisfies Record<EventType, 'all' | 'facts' | 'nothing'>;

type Particulars = Readonly<Record<string, unknown>>;

/** The record of a case after a number, as its reader may see it. */
export async function eventList(
  services: Services,
  caseId: string,
  afterSeq: number,
  { actor, plan }: { readonly actor: Actor; readonly plan: Plan },
): Promise<WireEvent[]> {
  const { db } = services.ground;
  const events = await eventsAfter(db, caseId, 0);
  const particulars = await particularsOf(services, caseId);
  const inside = !actsForApplicant(actor);
  const names = inside ? await people(services, db, events) : new Map<string, Label>();
  return events
    .filter((event) => event.seq > afterSeq)
    .map((event) => {
      const own = inside ? 'all' : forApplicant[event.type];
      return {
        ...headOf(event, plan, names),
        workItem: 'item' in event ? event.item : null,
        facts: own === 'nothing' ? {} : factsOf(event),
        particulars: own === 'all' ? wordsOf(event, events, particulars, inside) : null,
      };
    });
}

/** Who did what after a number; a reader who is told of it sees colleagues' names only where they are one. */
export async function happenings(
  services: Services,
  db: Db | Tx,
  events: readonly CaseEvent[],
  { actor, plan }: { readonly actor: Actor; readonly plan: Plan },
): Promise<Happening[]> {
  const names = actsForApplicant(actor) ? new Map<string, Label>() : await people(services, db, events);
  return events.map((event) => headOf(event, plan, names));
}

function headOf(event: CaseEvent, plan: Plan, names: ReadonlyMap<string, Label>): Happening {
  return {
    seq: event.seq,
    type: event.type,
    label: eventTypes[event.type],
    at: event.at,
    unit: unitName(plan, event.actor.unit ?? (event.actor.sub === 'system' ? SYSTEM : APPLICANT)),
    person: names.get(event.actor.sub) ?? null,
  };
}

function people(services: Services, db: Db | Tx, events: readonly CaseEvent[]): Promise<Map<string, Label>> {
  return namesOf(
    db,
    services.identity.issuer,
    events.map((event) => event.actor.sub),
  );
}

async function particularsOf({ ground }: Services, caseId: string): Promise<Map<number, Particulars>> {
  const rows = await ground.db
    .selectFrom('event')
    .select(['seq', 'particulars'])
    .where('case_id', '=', caseId)
    .execute();
  return new Map(rows.map((row) => [row.seq, row.particulars]));
}

/** The facts of an event; the itinerary stands with the case. */
function factsOf(event: CaseEvent): Record<string, unknown> {
  const { seq: _seq, at: _at, actor: _actor, type: _type, ...facts } = event;
  if (!('itinerary' in facts)) return facts;
  const { itinerary: _itinerary, ...others } = facts;
  return others;
}

/** A decision's grounds were written with its draft; once it is signed they are the applicant's to read. */
function wordsOf(
  event: CaseEvent,
  events: readonly CaseEvent[],
  particulars: ReadonlyMap<number, Particulars>,
  inside: boolean,
): Record<string, unknown> {
  const own = particulars.get(event.seq) ?? {};
  if (inside || event.type !== 'decided') return own;
  const draft = events.filter(({ type, seq }) => type === 'decisionDrafted' && seq < event.seq).at(-1);
  const { grounds = null } = draft ? (particulars.get(draft.seq) ?? {}) : {};
  return { ...own, grounds };
}
