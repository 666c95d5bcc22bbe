import fc from 'fast-check';
import type { Act } from '../../../domain/act';
import { actRules } from '../../../domain/actRules';
import { type Actor, systemActor } from '../../../domain/actor';
import type { WorkItem } from '../../../domain/caseFile';
import { mattersOf } from '../../../domain/conference';
import { valuesOf } from '../../../domain/label';
import { allowedActs, mayRead, whyNot } from '../../../domain/permission';
import { openItems } from '../../../domain/process';
import type { AllowedAct, RefusalCode } from '../../../domain/refusal';
import { type Role, roles } from '../../../domain/vocabulary';
import { administrator, applicant, official } from '../../world/people';
import { type Permission, permissions, type Relation, relations } from './permissions';
import { consulted, correctionAsked, repairProposed } from './sideStories';
import { type Situation, situations } from './situations';
import { clerk, officer, signer } from './stories';
import { acted, conducted, entered, itemOf, openItem, TODAY, wayTo } from './story';
import { anyStory } from './wandering';
import { licensingActs, licensingSteps } from '../../world/licensing';

const allActs = Object.keys(actRules) as Act[];
const allRelations = Object.keys(relations) as Relation[];

/** Somebody with one role who stands so to an item, and who has done nothing yet. */
function somebody({ story }: Situation, item: WorkItem | null, role: Role, relation: Relation): Actor {
  return { sub: 'somebody', roles: [role], ...relations[relation](story.file, item) };
}

/** What the table of this test says. */
function may(now: Situation, act: Act, item: WorkItem | null, role: Role, relation: Relation): boolean {
  // Besides the table: the office records a conference where there is a matter for it.
  if (act === 'confer') {
    return role === 'coordinator' && item === null && mattersOf(now.story.file).length > 0;
  }
  const fits = permissions.some(
    (row) => row[0] === role && row[1] === act && row[3].includes(relation) && isAbout(now, row, item),
  );
  return fits && !isIdle(now, act, item, role);
}

function isAbout({ stage, amendable }: Situation, [, , on]: Permission, item: WorkItem | null): boolean {
  if (on === 'theCase') return item === null;
  if (typeof on === 'string') return item?.step === on && item.status === 'open';
  if ('answerTo' in on) return item?.step === on.answerTo && amendable.includes(item.stepId);
  return item === null && stage !== null && on.includes(stage);
}

/** What a closed case still allows. */
const afterTheEnd: readonly Act[] = [
  'acknowledge',
  'confirmService',
  'reportUndeliverable',
  'reassign',
  'intervene',
  'amend',
];

/** What would be permitted, but is nothing to do now: nobody holds the item, a colleague does, no letter waits. */
function isIdle({ story, stage }: Situation, act: Act, item: WorkItem | null, role: Role): boolean {
  const { letters, asked } = story.file;
  if (stage === null && item?.step !== 'serve' && !afterTheEnd.includes(act)) return true;
  if (act === 'acknowledge') return letters.length === 0;
  if (act === 'advise') return role !== asked[item?.stepId ?? '']?.role;
  if (item?.status !== 'open') return false;
  if (item.assignee !== null) return role !== 'head';
  return act === 'release';
}

describe('who may do what', () => {
  it('has a row for every act and every role, and a moment for every step', () => {
    const open = situations.flatMap(({ story }) => openItems(story.file).map(({ step }) => step));
    expect(new Set(permissions.map(([, act]) => act))).toEqual(new Set(licensingActs));
    expect(new Set(permissions.map(([role]) => role))).toEqual(new Set(valuesOf(roles)));
    expect(new Set(open)).toEqual(new Set(licensingSteps));
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
    const targets = [null, ...Object.values(file.items)];
    for (const role of valuesOf(roles)) {
      const actor = somebody(now, openItems(file)[0] ?? null, role, 'of its unit');
      const shown = allowedActs(file, actor).map(nameOf);
      const allowed = targets.flatMap((item) =>
        allActs
          .filter((act) => whyNot(file, act, item, actor) === null)
          .map((act) => nameOf({ act, workItem: item?.id ?? null })),
      );
      expect(shown.sort()).toEqual(allowed.sort());
    }
  });
});

function nameOf({ act, workItem }: AllowedAct): string {
  return `${act} ${workItem}`;
}

describe('several roles', () => {
  it('let somebody do what each of them does, and nothing more', () => {
    const several = fc.subarray(valuesOf(roles));
    fc.assert(
      fc.property(anyStory, several, fc.constantFrom(...allRelations), ({ file }, some, relation) => {
        for (const item of [null, ...openItems(file)]) {
          const actor = { sub: 'somebody', roles: some, ...relations[relation](file, item) };
          const alone = some.flatMap((role) => allowedActs(file, { ...actor, roles: [role] }));
          const together = allowedActs(file, actor).map(nameOf);
          expect(together.sort()).toEqual([...new Set(alone.map(nameOf))].sort());
        }
      }),
    );
  });
});

describe('at the counter where an application came in on paper', () => {
  const asked = correctionAsked(conducted(entered(clerk)));
  const correcting = openItem(asked, 'correct');
  const answers = [1, 2].map((no) => ({ no, answer: '已补正' }));

  it.each<[string, Actor, RefusalCode | null]>([
    ['the clerk', clerk, null],
    ['a colleague of theirs', official('shiqiao', 'intakeClerk', 2), null],
    ['the applicant', applicant, null],
    ['a clerk of another unit', official('health', 'intakeClerk'), 'notYourUnit'],
    ['an officer of the same unit', officer, 'roleMissing'],
  ])('%s may correct and withdraw: %#', (_, who, refusal) => {
    expect(whyNot(asked.file, 'correct', correcting, who)).toBe(refusal);
    expect(whyNot(asked.file, 'withdraw', null, who)).toBe(refusal);
  });

  it('is the only place: what came in through the portal is the applicant’s to do', () => {
    const portal = correctionAsked();
    expect(whyNot(portal.file, 'correct', openItem(portal, 'correct'), clerk)).toBe('notAtCounter');
    expect(whyNot(portal.file, 'withdraw', null, clerk)).toBe('notAtCounter');
  });

  it('the record says where it was done, and nothing where the applicant did it', () => {
    const doneBy = (who: Actor) =>
      [
        acted(asked, correcting.id, { act: 'correct', answers }, who),
        acted(asked, null, { act: 'withdraw' }, who),
      ].map(({ events }) => events[asked.events.length]);
    expect(doneBy(clerk)).toEqual([
      expect.objectContaining({ type: 'corrected', channel: 'counter', completedOn: TODAY }),
      expect.objectContaining({ type: 'withdrawn', channel: 'counter' }),
    ]);
    for (const event of doneBy(applicant)) expect(event).not.toHaveProperty('channel');
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
    const signing = allowedActs(drafted.file, both).filter(({ workItem }) => workItem === item.id);
    expect(signing.map(({ act }) => act)).toContain('returnDraft');
    expect(signing.map(({ act }) => act)).not.toContain('decide');
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

describe('four eyes on a repair', () => {
  it('keep from its confirmation whoever proposed it, and leave them its withdrawal', () => {
    const { file } = repairProposed();
    const item = openItem(repairProposed(), 'confirmRepair');
    expect(whyNot(file, 'confirmRepair', item, administrator(1))).toBe('fourEyes');
    expect(whyNot(file, 'declineRepair', item, administrator(1))).toBeNull();
    expect(whyNot(file, 'confirmRepair', item, administrator(2))).toBeNull();
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
    ['a unit that is called administration', official('administration', 'reviewer')],
  ])('%s may not', (_, actor) => {
    expect(mayRead(file, actor)).toBe(false);
  });

  it.each([...new Set(units)].filter((unit) => !['applicant', 'system'].includes(unit)))(
    'a unit that has a step in it may: %s',
    (unit) => {
      expect(mayRead(file, official(unit, 'reviewer'))).toBe(true);
    },
  );

  it('a unit that was called in may', () => {
    expect(mayRead(file, official('government', 'head'))).toBe(false);
    const called = { ...itemOf(wayTo('review'), 'review-fire'), unit: 'government' };
    expect(mayRead({ ...file, items: { x: called } }, official('government', 'head'))).toBe(true);
    expect(mayRead(consulted('office').file, official('health', 'head'))).toBe(true);
  });

  it('the lead may, though it has no step of its own', () => {
    const led = { ...file, itinerary: { ...file.itinerary, lead: 'women' } };
    expect(mayRead(led, official('women', 'caseOfficer'))).toBe(true);
  });
});
