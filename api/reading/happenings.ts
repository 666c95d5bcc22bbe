import { systemActor } from '../../domain/actor';
import type { CaseEvent, EventType } from '../../domain/event';
import { ADMINISTRATION, APPLICANT, SYSTEM } from '../../domain/itinerary';
import type { Label } from '../../domain/label';
import type { UnitId } from '../../domain/plan';
import type { Db, Tx } from '../../infra/db/connect';
import { namesOf } from '../../infra/identity/accounts';
import { eventTypes, type Happening } from '../contracts/event';
import type { Services } from '../services';
import { tellsOfConcealed } from './concealed';
import { actsForApplicant } from './visibility';
import { unitName, type View } from './workItems';

/** Who is told, under which plan's names. */
type Reader = Pick<View, 'actor' | 'plan'>;

/** Who did what meanwhile, as far as it is for this reader. */
export async function happenings(
  services: Services,
  db: Db | Tx,
  events: readonly CaseEvent[],
  reader: Reader,
): Promise<Happening[]> {
  const shown = actsForApplicant(reader.actor) ? events.filter((event) => !tellsOfConcealed(event)) : events;
  return shown.map(await telling(services, db, shown, reader));
}

/** Tells of each of these events who did what; a reader sees colleagues' names only where they are one. */
export async function telling(
  services: Services,
  db: Db | Tx,
  events: readonly CaseEvent[],
  { actor, plan }: Reader,
): Promise<(event: CaseEvent) => Happening> {
  const subs = actsForApplicant(actor) ? [] : events.map((event) => event.actor.sub);
  const names = await namesOf(db, services.identity.issuer, subs);
  return (event) => ({
    seq: event.seq,
    type: event.type,
    label: labelOf(event),
    at: event.at,
    unit: unitName(plan, unitOf(event)),
    person: names.get(event.actor.sub) ?? null,
  });
}

/** What was done at the counter for the applicant says so. */
function labelOf(event: CaseEvent): Label {
  const { zh, en } = eventTypes[event.type];
  const atCounter = 'channel' in event && event.channel === 'counter';
  return atCounter ? { zh: `${zh}（窗口代办）`, en: `${en} (at the counter)` } : { zh, en };
}

/** The same in a sentence: `其间：石桥街道（王某）已受理。` */
export function inOneSentence(happened: readonly Happening[]): Label {
  const zh = happened.map(
    ({ unit, person, label }) => `${unit.name.zh}${person ? `（${person.zh}）` : ''}${label.zh}`,
  );
  const en = happened.map(
    ({ unit, person, label }) => `${unit.name.en}${person ? ` (${person.en})` : ''}: ${label.en}`,
  );
  return { zh: `其间：${zh.join('；')}。`, en: `Meanwhile: ${en.join('; ')}.` };
}

/** What administrators do, who belong to no unit of the plan. */
const administrators: readonly EventType[] = [
  'reassigned',
  'repairProposed',
  'repaired',
  'repairDeclined',
  'intervened',
];

function unitOf({ type, actor: { unit, sub } }: CaseEvent): UnitId {
  if (unit !== null) return unit;
  if (sub === systemActor.sub) return SYSTEM;
  return administrators.includes(type) ? ADMINISTRATION : APPLICANT;
}
