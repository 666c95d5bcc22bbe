import fc from 'fast-check';
import { systemActor } from '../../../domain/actor';
import type { CaseFile } from '../../../domain/caseFile';
import { valuesOf } from '../../../domain/label';
import { passedSilences } from '../../../domain/opening';
import { dueSteps, nextDueAt, openItems, standsAt } from '../../../domain/process';
import { steps } from '../../../domain/vocabulary';
import { official } from '../../world/people';
import { fireSilent, limitPassed, onlyFireLeft } from './stories';
import { acted, answered, idOf, itemOf, TODAY, told, wayTo, wholeWay } from './story';
import { anyStory } from './wandering';

const open = (file: CaseFile) => openItems(file).map(({ stepId }) => stepId);

describe('silences', () => {
  const accepting = wayTo('accept');
  const { dueAt } = itemOf(accepting, 'accept').deadline;
  const justBefore = new Date(Date.parse(dueAt) - 1).toISOString();

  it('deem an application accepted at the end of the last day, back to its receipt: 行政许可法 第三十二条', () => {
    expect(passedSilences(accepting.file, justBefore)).toEqual([]);
    expect(passedSilences(accepting.file, dueAt)).toEqual([
      { type: 'deemedAccepted', item: idOf('accept'), dueAt, acceptedOn: TODAY },
    ]);
  });

  it('only say of any other limit that it passed', () => {
    const left = onlyFireLeft();
    const due = itemOf(left, 'review-fire').deadline.dueAt;
    expect(passedSilences(left.file, due)).toEqual([
      { type: 'limitPassed', item: idOf('review-fire'), dueAt: due },
    ]);
  });

  it('come the earliest first, and those of one instant by their ids, however the items lie', () => {
    const { file } = wayTo('review');
    const market = itemOf(wayTo('review'), 'review-market');
    const early = { ...market, deadline: { ...market.deadline, dueAt: '2026-12-01T16:00:00.000Z' } };
    const items = reversed({ ...file.items, [early.id]: early });
    const silences = passedSilences({ ...file, items }, '2026-12-31T16:00:00.000Z');
    expect(silences.map((body) => 'item' in body && body.item)).toEqual(
      ['market', 'civilAffairs', 'education', 'fire', 'health', 'housing', 'hr'].map((unit) =>
        idOf(`review-${unit}`),
      ),
    );
  });

  it('are told once', () => {
    const silent = limitPassed(onlyFireLeft(), 'review-fire');
    expect(passedSilences(silent.file, silent.file.lastAt)).toEqual([]);
  });

  it('are none where the answer came in time', () => {
    expect(passedSilences(wayTo('draft').file, '2026-12-31T16:00:00.000Z')).toEqual([]);
    expect(passedSilences(wholeWay().file, '2036-12-31T16:00:00.000Z')).toEqual([]);
  });

  it('of every case: none before the next limit, one at least at it, and none again', () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        const at = nextDueAt(story.file);
        if (at === null) {
          expect(passedSilences(story.file, '2099-12-31T16:00:00.000Z')).toEqual([]);
          return;
        }
        const silences = passedSilences(story.file, at);
        expect(silences.length).toBeGreaterThan(0);
        expect(passedSilences(story.file, new Date(Date.parse(at) - 1).toISOString())).toEqual([]);
        const after = silences.reduce((next, body) => told(next, body, systemActor, at), story);
        expect(passedSilences(after.file, at)).toEqual([]);
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

  const waiting = valuesOf(steps).filter((step) => !['accept', 'review'].includes(step));
  it.each(waiting)('settles nothing else: %s is waited for all the same', (step) => {
    const before = wayTo(step);
    const after = limitPassed(before, step);
    expect(standsAt(after.file)).toBe(standsAt(before.file));
    expect(dueSteps(after.file)).toEqual([]);
    expect(openItems(after.file)).toHaveLength(openItems(before.file).length);
  });
});

function reversed<T>(items: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(items).reverse());
}
