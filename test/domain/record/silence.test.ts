import fc from 'fast-check';
import { systemActor } from '../../../domain/actor';
import type { CaseFile } from '../../../domain/caseFile';
import type { EventBody } from '../../../domain/event';
import { nextPassed } from '../../../domain/opening';
import { dueSteps, nextDueAt, openItems, standsAt } from '../../../domain/process';
import { sideSteps } from '../../../domain/sideStep';
import { type Step } from '../../../domain/vocabulary';
import { official } from '../../world/people';
import { hearingTold } from './sideStories';
import { situations } from './situations';
import { fireSilent, limitPassed, onlyFireLeft } from './stories';
import {
  acted,
  answered,
  idOf,
  itemOf,
  openItem,
  passed,
  type Story,
  TODAY,
  told,
  wayTo,
  wholeWay,
} from './story';
import { anyStory } from './wandering';
import { licensingSteps } from '../../world/licensing';

const open = (file: CaseFile) => openItems(file).map(({ stepId }) => stepId);

/** Everything whose time has come by an instant, one after another. */
function passing(story: Story, at: string): EventBody[] {
  const body = nextPassed(story.file, at);
  return body ? [body, ...passing(told(story, body, systemActor, at), at)] : [];
}

/** The limits among it; what is warned of is the ladder's. */
function silences(story: Story, at: string): EventBody[] {
  return passing(story, at).filter(({ type }) => type !== 'warned');
}

describe('silences', () => {
  const accepting = wayTo('accept');
  const { dueAt } = itemOf(accepting, 'accept').deadline;
  const justBefore = new Date(Date.parse(dueAt) - 1).toISOString();

  it('deem an application accepted at the end of the last day, back to its receipt: 行政许可法 第三十二条', () => {
    expect(silences(accepting, justBefore)).toEqual([]);
    expect(silences(accepting, dueAt)).toEqual([
      { type: 'deemedAccepted', item: idOf('accept'), dueAt, acceptedOn: TODAY },
    ]);
  });

  it('only say of any other limit that it passed', () => {
    const left = onlyFireLeft();
    const due = itemOf(left, 'review-fire').deadline.dueAt;
    expect(silences(left, due)).toEqual([{ type: 'limitPassed', item: idOf('review-fire'), dueAt: due }]);
  });

  it('come the earliest first, and those of one instant by their ids, however the items lie', () => {
    const story = wayTo('review');
    const { file } = story;
    const market = itemOf(story, 'review-market');
    const early = { ...market, deadline: { ...market.deadline, dueAt: '2026-12-01T16:00:00.000Z' } };
    const items = reversed({ ...file.items, [early.id]: early });
    const found = silences({ ...story, file: { ...file, items } }, '2026-12-31T16:00:00.000Z');
    expect(found.map((body) => 'item' in body && body.item)).toEqual(
      ['market', 'civilAffairs', 'education', 'fire', 'health', 'housing', 'hr'].map((unit) =>
        idOf(`review-${unit}`),
      ),
    );
  });

  it('are told once', () => {
    const silent = limitPassed(onlyFireLeft(), 'review-fire');
    expect(silences(silent, silent.file.lastAt)).toEqual([]);
  });

  it('are none where the answer came in time', () => {
    const items = (at: string) => silences(wayTo('draft'), at).map((body) => 'item' in body && body.item);
    expect(items('2027-12-31T16:00:00.000Z')).toEqual([idOf('draft')]);
    expect(passing(wholeWay(), '2036-12-31T16:00:00.000Z')).toEqual([]);
  });

  it('of every case: nothing before the next instant, something at it, and nothing again', () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        const at = nextDueAt(story.file);
        if (at === null) {
          expect(nextPassed(story.file, '2099-12-31T16:00:00.000Z')).toBeNull();
          return;
        }
        expect(nextPassed(story.file, new Date(Date.parse(at) - 1).toISOString())).toBeNull();
        const bodies = passing(story, at);
        expect(bodies.length).toBeGreaterThan(0);
        const after = bodies.reduce((next, body) => told(next, body, systemActor, at), story);
        expect(nextPassed(after.file, at)).toBeNull();
      }),
    );
  });
});

describe('a limit that passes in silence', () => {
  const left = onlyFireLeft();
  const silent = limitPassed(left, 'review-fire');
  const agree = { act: 'signOff', opinion: 'agree' } as const;

  it('holds a department up no longer: the lead may go on, and the item stays open', () => {
    expect([standsAt(left.file), open(left.file)]).toEqual(['jointReview', ['review-fire']]);
    expect([standsAt(silent.file), open(silent.file)]).toEqual(['decision', ['review-fire']]);
    expect(dueSteps(silent.file).map(({ id }) => id)).toEqual(['draft']);
  });

  it('lets the department sign off late, until the decision is made', () => {
    const late = acted(fireSilent(), idOf('review-fire'), agree, official('fire', 'reviewer'));
    expect(itemOf(late, 'review-fire')).toMatchObject({ status: 'done', limitPassed: true });
    expect([standsAt(late.file), open(late.file)]).toEqual(['decision', ['draft']]);
    const signing = answered(fireSilent(), itemOf(fireSilent(), 'draft'));
    const decided = answered(signing, itemOf(signing, 'decide'));
    expect(itemOf(decided, 'review-fire').status).toBe('closed');
  });

  const onTheWay = licensingSteps.filter((step) => !(sideSteps as readonly Step[]).includes(step));
  const waiting = onTheWay.filter((step) => !['accept', 'review'].includes(step));
  it.each(waiting)('settles nothing else: %s is waited for all the same', (step) => {
    const before = wayTo(step);
    const after = limitPassed(before, step);
    expect(standsAt(after.file)).toBe(standsAt(before.file));
    expect(dueSteps(after.file)).toEqual([]);
    expect(openItems(after.file)).toHaveLength(openItems(before.file).length);
  });
});

describe('what an act asked for', () => {
  const asked = licensingSteps.filter(isSide).map((step) => {
    const found = situations.find(({ story }) => openItems(story.file).some((item) => item.step === step));
    if (!found) throw new Error(`No situation has the step ${step} open`);
    return { step, story: found.story };
  });
  const late = (story: Story, step: Step) => passed(story, openItem(story, step).deadline.dueAt);

  it.each(asked.filter(({ step }) => step !== 'requestHearing'))(
    'is waited for past its limit: $step',
    ({ step, story }) => {
      const item = openItem(late(story, step), step);
      expect(item).toMatchObject({ id: openItem(story, step).id, status: 'open', limitPassed: true });
    },
  );

  it('lapses where it was a right to ask: 行政许可法 第四十七条', () => {
    const story = hearingTold();
    const { id } = openItem(story, 'requestHearing');
    const lapsed = late(story, 'requestHearing');
    expect(lapsed.file.items[id]).toMatchObject({ status: 'closed', limitPassed: true });
    expect(lapsed.events.at(-1)).toMatchObject({ type: 'rightLapsed', item: id });
  });
});

function reversed<T>(items: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(items).reverse());
}

function isSide(step: Step): boolean {
  return (sideSteps as readonly Step[]).includes(step);
}
