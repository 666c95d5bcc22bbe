import { systemActor } from './actor';
import type { CaseFile, WorkItem } from './caseFile';
import type { CaseEvent, EventType } from './event';
import { ADMINISTRATION, APPLICANT, kindOf, SYSTEM } from './itinerary';
import type { Plan, UnitId } from './plan';
import { unitNameOf } from './unitName';

/**
 * The record as an object-centric event log, by OCEL 2.0 (https://www.ocel-standard.org): facts alone, no names of
 * people and no words that anybody wrote.
 */
export interface LogObject {
  readonly id: string;
  readonly type: ObjectType;
  readonly attributes: readonly { readonly name: string; readonly time: string; readonly value: Value }[];
  readonly relationships: readonly Relationship[];
}

export interface LogEvent {
  readonly id: string;
  readonly type: EventType;
  /** ISO instant. */
  readonly time: string;
  readonly attributes: readonly { readonly name: string; readonly value: Value }[];
  readonly relationships: readonly Relationship[];
}

interface Relationship {
  readonly objectId: string;
  readonly qualifier: string;
}

type Value = string | number | boolean;
type ValueType = 'string' | 'integer' | 'boolean';

/** What the log's objects are, with the attributes of each. */
export const objectTypes = {
  case: {
    kind: 'string',
    serviceMode: 'string',
    ownership: 'string',
    subdistrict: 'string',
    lead: 'string',
    handling: 'string',
    planVersion: 'string',
    receivedOn: 'string',
    outcome: 'string',
  },
  workItem: { step: 'string', stage: 'string', round: 'integer', due: 'string', limitPassed: 'boolean' },
  unit: { zh: 'string', en: 'string' },
  letter: { kind: 'string', writtenOn: 'string', void: 'boolean' },
  certificate: {},
} as const satisfies Readonly<Record<string, Readonly<Record<string, ValueType>>>>;
export type ObjectType = keyof typeof objectTypes;

/** What an event of any type says: whose act it was, and how a decision or an opinion came out. */
export const eventAttributes = { unit: 'string', result: 'string' } as const;

/** Units and the other parties that owe work items, by the newest plan that names them. */
export function unitObjects(plans: readonly Plan[]): LogObject[] {
  const ids = new Set([APPLICANT, SYSTEM, ADMINISTRATION]);
  for (const { units } of plans) for (const { id } of units) ids.add(id);
  return [...ids].map((id) => {
    const plan = plans.findLast(({ units }) => units.some((unit) => unit.id === id)) ?? plans.at(-1);
    const { zh, en } = plan ? unitNameOf(plan, id) : { zh: id, en: id };
    return objectOf('unit', unitId(id), { zh, en }, BEGINNING, []);
  });
}

/** What a case is made of: itself, its work items, its letters, its certificate. */
export function caseObjects(file: CaseFile): LogObject[] {
  const { caseId, itinerary, dates, certificateNo } = file;
  const { serviceMode, ownership, subdistrict, lead, handling, planVersion } = itinerary;
  const kind = kindOf(itinerary);
  const facts = { kind, serviceMode, ownership, subdistrict, lead, handling, planVersion };
  const { life } = itinerary;
  const ofInstitution = life?.institution
    ? [{ objectId: life.institution, qualifier: 'of institution' }]
    : [];
  const ofCase = [{ objectId: caseId, qualifier: 'of case' }];
  const outcome = file.outcome ?? '';
  return [
    objectOf('case', caseId, { ...facts, receivedOn: dates.receipt, outcome }, file.lastAt, ofInstitution),
    ...Object.values(file.items).map((item) => workItemObject(item, ofCase)),
    ...file.letters.map(({ no, kind, on, void: isVoid }) =>
      objectOf('letter', no, { kind, writtenOn: on, void: isVoid }, file.lastAt, ofCase),
    ),
    ...(certificateNo === null ? [] : [objectOf('certificate', certificateNo, {}, file.lastAt, ofCase)]),
  ];
}

function workItemObject(item: WorkItem, ofCase: readonly Relationship[]): LogObject {
  const { id, step, stage, round, deadline, limitPassed, openedAt, unit } = item;
  const owedBy = { objectId: unitId(unit), qualifier: 'owed by' };
  return objectOf('workItem', id, { step, stage, round, due: deadline.due, limitPassed }, openedAt, [
    ...ofCase,
    owedBy,
  ]);
}

/** One event of a case, and the objects that it concerns. */
export function caseEvent(file: CaseFile, event: CaseEvent): LogEvent {
  const { caseId, letters, certificateNo } = file;
  const { seq, type, at } = event;
  const by = partyOf(event);
  // A supervision forgets with each year what is over: what no object stands for is not referred to.
  const isKept = (id: string) => id in file.items;
  const opened = type === 'stageOpened' || type === 'sideStepsOpened' ? event.items : [];
  return {
    id: `${caseId}#${seq}`,
    type,
    time: at,
    attributes: [
      { name: 'unit', value: by },
      { name: 'result', value: resultOf(event) },
    ],
    relationships: [
      { objectId: caseId, qualifier: 'case' },
      ...('item' in event && event.item !== null && isKept(event.item)
        ? [{ objectId: event.item, qualifier: 'work item' }]
        : []),
      ...opened.filter(({ id }) => isKept(id)).map(({ id }) => ({ objectId: id, qualifier: 'opens' })),
      ...letters
        .filter((letter) => letter.seq === seq)
        .map(({ no }) => ({ objectId: no, qualifier: 'writes' })),
      ...(type === 'licenceIssued' && certificateNo !== null
        ? [{ objectId: certificateNo, qualifier: 'issues' }]
        : []),
      { objectId: unitId(by), qualifier: 'by' },
    ],
  };
}

/** Acts of administrators, who belong to no unit. */
const administrative: readonly EventType[] = [
  'reassigned',
  'repairProposed',
  'repaired',
  'repairDeclined',
  'intervened',
];

/** The unit whose act an event was, or the party that belongs to none. */
function partyOf({ actor, type }: CaseEvent): UnitId {
  if (actor.sub === systemActor.sub) return SYSTEM;
  if (actor.unit !== null) return actor.unit;
  return administrative.includes(type) ? ADMINISTRATION : APPLICANT;
}

function resultOf(event: CaseEvent): string {
  if (event.type === 'decided') return event.result;
  return event.type === 'signedOff' ? event.opinion : '';
}

const BEGINNING = '1970-01-01T00:00:00.000Z';

/** Ids are unique across all types of objects. */
function unitId(id: string): string {
  return `unit:${id}`;
}

function objectOf<T extends ObjectType>(
  type: T,
  id: string,
  facts: Readonly<Record<keyof (typeof objectTypes)[T], Value>>,
  time: string,
  relationships: readonly Relationship[],
): LogObject {
  const attributes = Object.entries<Value>(facts).map(([name, value]) => ({ name, time, value }));
  return { id, type, attributes, relationships };
}
