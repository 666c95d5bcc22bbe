import fc from 'fast-check';
import { type Act, actRules, acts } from '../../../domain/act';
import { type Actor, systemActor } from '../../../domain/actor';
import type { WorkItem } from '../../../domain/caseFile';
import { valuesOf } from '../../../domain/label';
import { allowedActs, mayRead, whyNot } from '../../../domain/permission';
import { openItems } from '../../../domain/process';
import { type Role, roles, steps } from '../../../domain/vocabulary';
import { applicant, official } from '../../world/people';
import { onlookers, permissions, type Relation, relations, type Situation, situations } from './permissions';
import { officer, signer } from './stories';
import { acted, conducted, itemOf, wayTo } from './story';
import { anyStory } from './wandering';

const allActs = Object.keys(actRules) as Act[];
const allRelations = Object.keys(relations) as Relation[];

/** Somebody with one role who stands so to an item, and who drafted nothing. */
function somebody({ story }: Situation, item: WorkItem | null, role: Role, relation: Relation): Actor {
  return { sub: 'somebody', roles: [role], ...relations[relation](story.file, item) };
}

/** What the table of this test says. */
function may({ stage }: Situation, act: Act, item: WorkItem | null, role: Role, relation: Relation): boolean {
  return permissions.some(([whose, what, on, from]) => {
    if (whose !== role || what !== act || stage === null || !from.includes(relation)) return false;
    return typeof on === 'string' ? item?.step === on && item.status === 'open' : !item && on.includes(stage);
  });
}

describe('who may do what', () => {
  it('has a row for every act and every role, and a moment for every step', () => {
    const acting = new Set(permissions.map(([role]) => role));
    const open = situations.flatMap(({ story }) => openItems(story.file).map(({ step }) => step));
    expect(new Set(permissions.map(([, act]) => act))).toEqual(new Set(valuesOf(acts)));
    expect([...acting, ...onlookers].sort()).toEqual(valuesOf(roles).sort());
    expect(new Set(open)).toEqual(new Set(valuesOf(steps)));
  });

  it.each(situations)('is as the table says when $when: every role, of every unit, for every act', (now) => {
    const { file } = now.story;
    const targets = [null, ...Object.values(file.items)];
    const wrong = targets.flatMap((item) =>
      valuesOf(roles).flatMap((role) =>
        allRelations.flatMap((relation) => {
          const actor = somebody(now, item, role, relation);
          return allActs
            .filter(
              (act) => (whyNot(file, act, item, actor) === null) !== may(now, act, item, role, relation),
            )
            .map((act) => `${role} ${relation}: ${act} on ${item?.id ?? 'the case'}`);
        }),
      ),
    );
    expect(wrong).toEqual([]);
  });

  it.each(situations)('is what somebody is shown when $when', (now) => {
    const { file } = now.story;
    for (const item of [null, ...openItems(file)]) {
      for (const role of valuesOf(roles)) {
        for (const relation of allRelations) {
          const shown = allowedActs(file, somebody(now, item, role, relation));
          const here = shown.filter(({ workItem }) => workItem === (item?.id ?? null));
          expect(here.map(({ act }) => act)).toEqual(
            allActs.filter((act) => may(now, act, item, role, relation)),
          );
        }
      }
    }
  });
});

describe('several roles', () => {
  it('let somebody do what each of them does, and nothing more', () => {
    const several = fc.subarray(valuesOf(roles));
    fc.assert(
      fc.property(anyStory, several, fc.constantFrom(...allRelations), ({ file }, some, relation) => {
        for (const item of [null, ...openItems(file)]) {
          const actor = { sub: 'somebody', roles: some, ...relations[relation](file, item) };
          const alone = some.flatMap((role) => allowedActs(file, { ...actor, roles: [role] }));
          const together = allowedActs(file, actor);
          expect(together).toHaveLength(alone.length);
          expect(together).toEqual(expect.arrayContaining(alone));
        }
      }),
    );
  });
});

describe('four eyes', () => {
  const drafted = wayTo('decide');
  const item = itemOf(drafted, 'decide');
  const both: Actor = { ...officer, roles: ['caseOfficer', 'decisionMaker'] };
  const other: Actor = { ...both, sub: 'another-officer' };

  it('keep from the signature whoever drafted', () => {
    expect(drafted.file.draft?.by).toBe(officer.sub);
    expect(whyNot(drafted.file, 'decide', item, both)).toBe('fourEyes');
    expect(whyNot(drafted.file, 'decide', item, other)).toBeNull();
    expect(allowedActs(drafted.file, both)).toEqual([{ act: 'returnDraft', workItem: item.id }]);
  });

  it('look at the latest draft alone: who drafted the one before may sign it', () => {
    const returned = acted(drafted, item.id, { act: 'returnDraft', reason: '理由不清' }, signer);
    const again = { act: 'draft', result: 'granted', grounds: '符合条件' } as const;
    const redrafted = conducted(acted(returned, itemOf(returned, 'draft').id, again, other));
    const signing = itemOf(redrafted, 'decide');
    expect(whyNot(redrafted.file, 'decide', signing, other)).toBe('fourEyes');
    expect(whyNot(redrafted.file, 'decide', signing, both)).toBeNull();
  });
});

describe('who may read a case', () => {
  const { file } = wayTo('review');
  const units = file.itinerary.stages.flatMap(({ steps: each }) => each.map(({ unit }) => unit));

  it.each<[string, Actor]>([
    ['the organisation that applied', applicant],
    ['an official of the lead', official('shiqiao', 'intakeClerk')],
    ['a coordinator of whatever unit', official('women', 'coordinator')],
    ['an administrator of no unit', { ...official('women', 'administrator'), unit: null }],
    ['the system', systemActor],
  ])('%s may', (_, actor) => {
    expect(mayRead(file, actor)).toBe(true);
  });

  it.each<[string, Actor]>([
    ['another organisation', { ...applicant, organisation: 'another-organisation' }],
    ['somebody of no organisation and no unit', { ...applicant, organisation: null }],
    ['a head whose unit has no part in it', official('women', 'head')],
    [
      'an official whose unit has no part in it, though their organisation applied',
      { ...official('women', 'reviewer'), organisation: applicant.organisation },
    ],
    ['a unit that is called applicant', official('applicant', 'reviewer')],
    ['a unit that is called system', official('system', 'reviewer')],
  ])('%s may not', (_, actor) => {
    expect(mayRead(file, actor)).toBe(false);
  });

  it.each([...new Set(units)].filter((unit) => !['applicant', 'system'].includes(unit)))(
    'a unit that has a step in it may: %s',
    (unit) => {
      expect(mayRead(file, official(unit, 'reviewer'))).toBe(true);
    },
  );

  it('the lead may, though it has no step of its own', () => {
    const led = { ...file, itinerary: { ...file.itinerary, lead: 'women' } };
    expect(mayRead(led, official('women', 'caseOfficer'))).toBe(true);
  });
});
