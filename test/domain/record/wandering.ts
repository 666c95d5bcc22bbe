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

type Move = () => Story;

/** Everything that may happen next: the conductor's move, each act by whoever may do it, the next silence. */
function moves(story: Story): Move[] {
  const openings = awaitsConductor(story.file) ? [() => conducted(story)] : [];
  return [
    ...openings,
    ...[null, ...openItems(story.file)].flatMap((item) => actsOn(story, item)),
    ...silences(story),
  ];
}

function actsOn(story: Story, item: WorkItem | null): Move[] {
  return acts.flatMap((act) => {
    const actor = item === null ? applicant : answererOf(item, act);
    if (whyNot(story.file, act, item, actor) !== null) return [];
    const id = item?.id ?? null;
    return bodies[act](story.file, todayIn(story)).map((body) => () => acted(story, id, body, actor));
  });
}

function silences(story: Story): Move[] {
  const at = nextDueAt(story.file);
  if (at === null) return [];
  return [
    () => passedSilences(story.file, at).reduce((next, body) => told(next, body, systemActor, at), story),
  ];
}

function wander(start: Story, choices: readonly number[]): Story {
  return choices.reduce((story, choice) => {
    const possible = moves(story);
    return possible[choice % possible.length]?.() ?? story;
  }, start);
}

const starts = fc.constantFrom(
  {},
  { serviceMode: 'kindergarten', ownership: 'publicInstitution' } as const,
  { serviceMode: 'family', places: 0, classes: [] } as const,
);

/** A case on any way through the process, at any point of it. */
export const anyStory: fc.Arbitrary<Story> = fc
  .tuple(starts, fc.array(fc.nat(10_000), { maxLength: 50 }))
  .map(([changes, choices]) => wander(submitted(changes), choices));
