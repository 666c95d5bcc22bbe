import fc from 'fast-check';
import { decisionTimes, isOverdue, nextChangeAt } from '../../../domain/overdue';
import { openItems, standsAt } from '../../../domain/process';
import { extensionForwarded, inspected, inspecting } from './sideStories';
import { closed, fireSilent } from './stories';
import { calendar, conducted, did, onDay, openItem, type Story, wayTo } from './story';
import { anyStory } from './wandering';

const dueOf = ({ file }: Story) => decisionTimes(file, calendar).decisionDueAt;
const overdueIn = (story: Story) =>
  isOverdue(story.file, { now: story.now, ...decisionTimes(story.file, calendar) });

/** A case that is sent back for another review on the last but one day of the decision. */
function remandedLate(): Story {
  const remand = { act: 'remand', to: 'jointReview', reason: '须重新会签' } as const;
  return conducted(did(onDay(wayTo('draft'), '2027-01-26'), 'draft', remand));
}

describe('the limit of the whole decision (行政许可法 第四十二条)', () => {
  const reviewing = wayTo('review');

  it('runs from the acceptance, while nobody is asked for the decision yet', () => {
    expect(dueOf(wayTo('accept'))).toBeNull();
    expect(openItems(reviewing.file).map(({ step }) => step)).not.toContain('draft');
    expect(dueOf(reviewing)).toBe('2027-01-27T16:00:00.000Z');
  });

  it('is put off by what an inspection took, and has no day while that goes on', () => {
    expect(dueOf(inspecting())).toBeNull();
    expect(dueOf(inspected(onDay(inspecting(), '2026-11-30')))).toBe('2027-02-02T16:00:00.000Z');
  });

  it('is put off by an extension', () => {
    const granted = did(extensionForwarded(), 'grantExtension', { act: 'grantExtension' });
    expect(dueOf(granted)).toBe('2027-02-17T16:00:00.000Z');
  });

  it('ends with the decision, and with the case', () => {
    expect(dueOf(wayTo('endorse'))).toBeNull();
    expect(dueOf(closed.withdrawn())).toBeNull();
  });

  it('of every case: is that of the draft and of the signature while these are open', () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        const deciding = openItems(story.file).filter(({ step }) => step === 'draft' || step === 'decide');
        for (const { stopped, deadline } of deciding) {
          expect(dueOf(story)).toBe(stopped ? null : deadline.dueAt);
        }
      }),
    );
  });
});

describe('a case is overdue', () => {
  it('when somebody who is waited for has let a limit pass', () => {
    expect(overdueIn(onDay(wayTo('review'), '2026-12-08'))).toBe(false);
    expect(overdueIn(onDay(wayTo('review'), '2026-12-09'))).toBe(true);
    expect(overdueIn(fireSilent())).toBe(true);
  });

  it('when the limit of its decision has passed while others review, none of whom is late', () => {
    const late = onDay(remandedLate(), '2027-01-28');
    expect(standsAt(late.file)).toBe('jointReview');
    expect(openItems(late.file).filter((item) => item.limitPassed)).toEqual([]);
    expect([overdueIn(onDay(remandedLate(), '2027-01-27')), overdueIn(late)]).toEqual([false, true]);
  });

  it('no more once everything is answered', () => {
    expect(overdueIn(onDay(closed.certified(), '2027-06-30'))).toBe(false);
  });

  it('when it is closed and the letter that tells of it was not served in time', () => {
    const refused = closed.refused();
    expect(overdueIn(refused)).toBe(false);
    expect(overdueIn(onDay(refused, '2026-12-09'))).toBe(true);
    expect(openItem(refused, 'serve').deadline.due).toBe('2026-12-08');
  });
});

describe('the next instant at which time changes how a case stands', () => {
  const now = '2026-12-24T01:00:00.000Z';
  const [before, soon, later] = [
    '2026-12-01T16:00:00.000Z',
    '2026-12-28T16:00:00.000Z',
    '2027-01-27T16:00:00.000Z',
  ];

  it.each([
    ['a limit or warning before the decision’s limit', soon, later, null, soon],
    ['the decision’s limit before any other', later, soon, null, soon],
    ['the decision’s limit where nothing else lies ahead', null, soon, null, soon],
    ['the warning of the decision’s limit before it', null, later, soon, soon],
    ['a warning of the decision’s limit that was not recorded yet', soon, later, before, before],
    ['none where the decision’s limit has passed: that was shown already', null, before, null, null],
    ['a limit that has passed and was not recorded yet', before, soon, null, before],
    ['none where none lies ahead', null, null, null, null],
  ])('is %s', (_, nextDueAt, decisionDueAt, decisionWarnsAt, expected) => {
    expect(nextChangeAt(nextDueAt, { now, decisionDueAt, decisionWarnsAt })).toBe(expected);
  });
});
