import fc from 'fast-check';
import { type Act, actRules } from '../../../domain/act';
import type { WorkItem } from '../../../domain/caseFile';
import { passedSilences } from '../../../domain/opening';
import { whyNot } from '../../../domain/permission';
import { awaitsConductor, nextDueAt, openItems } from '../../../domain/process';
import { systemActor } from '../../../domain/actor';
import { answererOf, applicant } from '../../world/people';
import { bodies } from './bodies';
import { acted, conducted, type Story, submitted, todayIn, told } from './story';

const acts = Object.keys(actRules) as Act[];

/** Every story that this one may become next: by the conductor, by an act of whoever may do it, by a silence. */
function continuations(story: Story): Story[] {
  return [
    ...(awaitsConductor(story.file) ? [conducted(story)] : []),
    ...[null, ...openItems(story.file)].flatMap((item) => afterActs(story, item)),
    ...afterSilence(story),
  ];
}

function afterActs(story: Story, item: WorkItem | null): Story[] {
  return acts.flatMap((act) => {
    const actor = item === null ? applicant : answererOf(item, act);
    if (whyNot(story.file, act, item, actor) !== null) return [];
    const id = item?.id ?? null;
    return bodies[act](story.file, todayIn(story)).map((body) => acted(story, id, body, actor));
  });
}

function afterSilence(story: Story): Story[] {
  const at = nextDueAt(story.file);
  if (at === null) return [];
  return [passedSilences(story.file, at).reduce((next, body) => told(next, body, systemActor, at), story)];
}

/** One in so many choices may end the case, or most stories would end before they have begun. */
const ENDING = 24;

function wander(start: Story, choices: readonly number[]): Story {
  return choices.reduce((story, choice) => {
    const next = continuations(story);
    const goingOn = next.filter(({ file }) => file.outcome === null);
    const among = choice % ENDING === 0 || goingOn.length === 0 ? next : goingOn;
    return among[Math.floor(choice / ENDING) % among.length] ?? story;
  }, start);
}

const starts = fc.constantFrom(
  {},
  { serviceMode: 'kindergarten', ownership: 'publicInstitution' } as const,
  { serviceMode: 'family', places: 0, classes: [] } as const,
);

/** The story, to be printed by its events where a property fails. */
function printable(story: Story): Story {
  return { ...story, [fc.toStringMethod]: () => story.events.map(({ type }) => type).join(' ') } as Story;
}

/** A case on any way through the process, at any point of it. */
export const anyStory: fc.Arbitrary<Story> = fc
  .tuple(starts, fc.array(fc.nat(10_000), { maxLength: 60, size: 'max' }))
  .map(([changes, choices]) => printable(wander(submitted(changes), choices)));
