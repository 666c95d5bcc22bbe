import type { ActBody } from '../../../domain/act';
import { type Actor, systemActor } from '../../../domain/actor';
import type { ApplicationFacts } from '../../../domain/application';
import type { CaseFile, WorkItem } from '../../../domain/caseFile';
import { dateInShanghai } from '../../../domain/civilDate';
import type { CaseEvent, Channel, EventBody } from '../../../domain/event';
import { fold } from '../../../domain/fold';
import { valuesOf } from '../../../domain/label';
import { type Moment, nextOfItself, openingOf } from '../../../domain/opening';
import { perform } from '../../../domain/perform';
import { planCase } from '../../../domain/planCase';
import { openItems, standsAt } from '../../../domain/process';
import { type Step, steps } from '../../../domain/vocabulary';
import { loadCalendar } from '../../../infra/calendar/loadCalendar';
import { straightAnswer } from '../../world/answers';
import { facts } from '../../world/applications';
import { answererOf, applicant, ORGANISATION } from '../../world/people';
import { xiacheng } from '../plan/plans';
import type { Itinerary } from '../../../domain/itinerary';

/** A case as it grew: its events as the record numbers them, the file that they fold into, and what time it is. */
export interface Story {
  readonly events: readonly CaseEvent[];
  readonly file: CaseFile;
  readonly now: string;
}

export const CASE = 'XCTY-2026-000001';
/** A Tuesday; every story begins at nine, and each of its events comes a minute after the one before. */
export const TODAY = '2026-11-24';
const START = '2026-11-24T01:00:00.000Z';
const MINUTE = 60_000;

export const calendar = loadCalendar([]);

/** An application just received: the longest way through the process, unless it is told otherwise. */
export function submitted(changes: Partial<ApplicationFacts> = {}): Story {
  return received('portal', applicant, changes);
}

/** The same on paper, entered by a clerk at the counter. */
export function entered(clerk: Actor): Story {
  return received('counter', clerk);
}

function received(channel: Channel, by: Actor, changes: Partial<ApplicationFacts> = {}): Story {
  const body: EventBody = {
    type: 'submitted',
    receivedOn: TODAY,
    channel,
    organisation: ORGANISATION,
    itinerary: planCase(xiacheng, { ...facts, ...changes }),
  };
  return grown([], null, body, by, START);
}

/** A case of an institution's life, just begun. */
export function begun(itinerary: Itinerary): Story {
  const body: EventBody = { type: 'begun', on: TODAY, organisation: ORGANISATION, itinerary };
  return conducted(grown([], null, body, systemActor, START));
}

/** The story with one more event: a minute later, or at an instant. */
export function told(story: Story, body: EventBody, actor: Actor = systemActor, at?: string): Story {
  return grown(story.events, story.file, body, actor, at ?? later(story.now));
}

function grown(
  before: readonly CaseEvent[],
  file: CaseFile | null,
  body: EventBody,
  actor: Actor,
  at: string,
): Story {
  const { sub, unit } = actor;
  const event: CaseEvent = { ...body, seq: before.length + 1, at, actor: { sub, unit } };
  return { events: [...before, event], file: fold(file, [event], CASE), now: at };
}

function later(instant: string): string {
  return new Date(Date.parse(instant) + MINUTE).toISOString();
}

/** The date in a story. */
export function todayIn({ now }: Story): string {
  return dateInShanghai(now);
}

/** The number that the next act of a story would be given. */
export function numberIn(story: Story): string {
  return `${CASE}-N${story.file.seq + 1}`;
}

export function momentOf(story: Story): Moment {
  return { calendar, today: todayIn(story) };
}

/** The story after an act, with all that followed at once. @throws Refusal as `perform` does */
export function acted(
  story: Story,
  item: string | null,
  body: ActBody,
  actor: Actor,
  uploaded: readonly string[] = story.file.itinerary.materials.map(({ id }) => id),
): Story {
  const context = { today: todayIn(story), now: story.now, number: numberIn(story), uploaded };
  return settled(told(story, perform(story.file, item, body, actor, context).body, actor));
}

/** The story with what follows at once: steps that were asked for are open, clocks stand still, go on or move. */
export function settled(story: Story): Story {
  const body = nextOfItself(story.file, story.now, momentOf(story));
  return body ? settled(told(story, body)) : story;
}

/** The story once everything that is due has been opened. */
export function conducted(story: Story): Story {
  const stage = standsAt(story.file);
  const opening = stage && openingOf(story.file, stage, valuesOf(steps), momentOf(story));
  return opening ? conducted(told(story, opening)) : story;
}

/** The story at a later instant, with every limit and warning that has passed by then, and what followed. */
export function passed(story: Story, instant: string): Story {
  // As at the record's door, no event comes before the one that precedes it.
  const at = instant > story.now ? instant : story.now;
  const body = nextOfItself(story.file, at, { ...momentOf(story), today: dateInShanghai(at) });
  return body ? passed(told(story, body, systemActor, at), at) : { ...story, now: at };
}

/** The story at nine on a later day. */
export function onDay(story: Story, date: string): Story {
  return passed(story, `${date}T01:00:00.000Z`);
}

/** The story after the straight answer to a work item, with the next ones opened. */
export function answered(story: Story, item: WorkItem): Story {
  const body = straightAnswer(story.file, item, todayIn(story));
  return conducted(acted(story, item.id, body, answererOf(item, body.act)));
}

/** The straight way, answer by answer, until the case is closed. */
export function* straightWay(changes: Partial<ApplicationFacts> = {}): Generator<Story, Story> {
  let story = conducted(submitted(changes));
  for (;;) {
    yield story;
    const [next] = openItems(story.file);
    if (!next) return story;
    story = answered(story, next);
  }
}

/** The straight way to the moment at which a step opens. */
export function wayTo(step: Step, changes: Partial<ApplicationFacts> = {}): Story {
  for (const story of straightWay(changes)) {
    if (openItems(story.file).some((item) => item.step === step)) return story;
  }
  throw new Error(`The straight way does not come to the step ${step}`);
}

/** The straight way to its end. */
export function wholeWay(changes: Partial<ApplicationFacts> = {}): Story {
  return [...straightWay(changes)].at(-1)!;
}

/** The files of a case as it grew, one after each event. */
export function filesOf(story: Story): CaseFile[] {
  return story.events.map((_, index) => fold(null, story.events.slice(0, index + 1), CASE));
}

/** The id of a step's work item in the first round. */
export function idOf(stepId: string): string {
  return `${CASE}.1.${stepId}`;
}

/** The one open work item of a step, by its kind or, where several of a kind are open, its id. */
export function openItem({ file }: Story, step: string): WorkItem {
  const found = openItems(file).filter((each) => each.step === step || each.stepId === step);
  if (!found[0] || found.length > 1) throw new Error(`${found.length} work items of ${step} are open`);
  return found[0];
}

/** The story after an act on the one open item of a step, by whoever answers it unless told otherwise. */
export function did(story: Story, step: string, body: ActBody, actor?: Actor): Story {
  const item = openItem(story, step);
  return acted(story, item.id, body, actor ?? answererOf(item, body.act));
}

/** The work item that stands for a step. */
export function itemOf({ file }: Story, stepId: string): WorkItem {
  const item = file.items[file.current[stepId] ?? ''];
  if (!item) throw new Error(`The step ${stepId} is not open and never was`);
  return item;
}
