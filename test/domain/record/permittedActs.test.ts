import fc from 'fast-check';
import { type ActBody } from '../../../domain/act';
import type { Actor } from '../../../domain/actor';
import { valuesOf } from '../../../domain/label';
import { perform } from '../../../domain/perform';
import { whyNot } from '../../../domain/permission';
import { Refusal, type RefusalCode } from '../../../domain/refusal';
import { roles } from '../../../domain/vocabulary';
import { bodies } from './bodies';
import { movesIn } from './moves';
import { type Relation, relations } from './permissions';
import { numberIn, type Story, todayIn } from './story';
import { anyStory } from './wandering';
import { licensingActs } from '../../world/licensing';

/** The refusals of `whyNot`, which looks at who acts and at what; all others are about what the act says. */
const aboutWho: readonly RefusalCode[] = [
  'caseClosed',
  'itemNotOpen',
  'itemNotDone',
  'heldByAnother',
  'heldByYou',
  'notHeld',
  'alreadyServed',
  'deemedByLaw',
  'builtUpon',
  'wrongStep',
  'wrongStage',
  'notYourUnit',
  'notYourCase',
  'roleMissing',
  'fourEyes',
  'noLetterWaits',
];

/** The code with which the record refuses an act; null where it takes it. */
function refusalOf(act: () => unknown): RefusalCode | null {
  try {
    act();
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

describe('what somebody may do', () => {
  const performing = (story: Story, item: string | null, body: ActBody, actor: Actor) =>
    refusalOf(() =>
      perform(story.file, item, body, actor, {
        today: todayIn(story),
        now: story.now,
        number: numberIn(story),
      }),
    );

  it('is refused for what it says alone, never for who says it', () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        for (const { item, body, actor } of movesIn(story)) {
          expect(aboutWho).not.toContain(performing(story, item?.id ?? null, body, actor));
        }
      }),
    );
  });

  it('is all that the record takes from them: what is not permitted is refused, for the same reason', () => {
    const people = fc.tuple(
      fc.subarray(valuesOf(roles), { minLength: 1, maxLength: 2 }),
      fc.constantFrom(...(Object.keys(relations) as Relation[])),
    );
    fc.assert(
      fc.property(anyStory, people, ({ ...story }, [some, relation]) => {
        for (const item of [null, ...Object.values(story.file.items)]) {
          const actor = { sub: 'somebody', roles: some, ...relations[relation](story.file, item) };
          for (const act of licensingActs) {
            const [body] = bodies[act](story.file, todayIn(story), item);
            const reason = whyNot(story.file, act, item, actor);
            if (body && reason) expect(performing(story, item?.id ?? null, body, actor)).toBe(reason);
          }
        }
      }),
      { numRuns: 30 },
    );
  });
});
