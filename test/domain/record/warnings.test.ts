import { systemActor } from '../../../domain/actor';
import { warnedOfDecision } from '../../../domain/decisionWarnings';
import { recipientOf } from '../../../domain/notice';
import { nextOfItself } from '../../../domain/opening';
import { decisionTimes } from '../../../domain/overdue';
import { loadCalendar } from '../../../infra/calendar/loadCalendar';
import {
  correctionAsked,
  extensionForwarded,
  inspected,
  inspecting,
  mended,
  registrarsExtension,
  returnedToAcceptance,
} from './sideStories';
import { eventOf } from './eventOf';
import {
  calendar,
  conducted,
  did,
  itemOf,
  momentOf,
  onDay,
  openItem,
  passed,
  type Story,
  submitted,
  told,
  wayTo,
} from './story';

/** The warnings of a story in the order in which they were given: when each was due, in which round, about what. */
function warningsIn({ events, file }: Story, ...stepIds: string[]): string[] {
  return events.flatMap((event) => {
    if (event.type !== 'warned') return [];
    const { stepId, round } = file.items[event.item]!;
    if (stepIds.length > 0 && !stepIds.includes(stepId)) return [];
    return [`${event.dueAt.slice(0, 10)} round ${round}: ${stepId} ${event.rung}`];
  });
}

const FAR = '2027-12-31';
const accepting = wayTo('accept');

describe('the warnings of a work item', () => {
  it('climb: who has to act before the limit, the head after it, then the office', () => {
    const late = onDay(wayTo('draft'), FAR);
    expect(warningsIn(late, 'draft')).toEqual([
      '2027-01-25 round 1: draft approaching',
      '2027-01-28 round 1: draft overdue',
      '2027-02-01 round 1: draft escalated',
    ]);
    expect(itemOf(late, 'draft')).toMatchObject({
      warned: ['approaching', 'overdue', 'escalated'],
      rungs: [],
    });
  });

  it('come at nine, not before', () => {
    const before = passed(accepting, '2026-11-27T00:59:59.999Z');
    expect(warningsIn(before)).toEqual([]);
    expect(warningsIn(passed(before, '2026-11-27T01:00:00.000Z'))).toEqual([
      '2026-11-27 round 1: accept approaching',
    ]);
  });

  it('are not given on the day on which a short clock begins', () => {
    const late = onDay(wayTo('register', { ownership: 'forProfit' }), '2026-11-25');
    expect(warningsIn(late, 'register')).toEqual(['2026-11-25 round 1: register approaching']);
    const forwarding = onDay(extensionForwarded(), FAR);
    expect(warningsIn(forwarding, openItem(extensionForwarded(), 'grantExtension').stepId)[0]).toContain(
      '2026-11-25',
    );
  });

  it('end with its answer', () => {
    const warned = onDay(accepting, '2026-11-27');
    const answered = did(warned, 'accept', { act: 'accept' });
    expect(warningsIn(onDay(answered, FAR), 'accept')).toEqual(['2026-11-27 round 1: accept approaching']);
  });

  it('end with the limit where silence answers', () => {
    expect(warningsIn(onDay(accepting, FAR), 'accept')).toEqual(['2026-11-27 round 1: accept approaching']);
  });
});

/** A case that is sent back for another review on the last but two days of the decision. */
function reviewingAgain(): Story {
  const remand = { act: 'remand', to: 'jointReview', reason: '须重新会签' } as const;
  return conducted(did(onDay(wayTo('draft'), '2027-01-22'), 'draft', remand));
}

function decisionWarningsIn({ events }: Story): string[] {
  return events.flatMap((event) =>
    event.type === 'decisionWarned' ? [`${event.dueAt} ${event.rung}, due ${event.due}`] : [],
  );
}

describe('the warnings of the whole decision’s limit (行政许可法 第四十二条), while units review', () => {
  const approaching = '2027-01-25T01:00:00.000Z approaching, due 2027-01-27';
  const overdue = '2027-01-28T01:00:00.000Z overdue, due 2027-01-27';

  it('climb as those of a work item do, each once', () => {
    const late = onDay(onDay(reviewingAgain(), '2027-01-25'), '2027-01-29');
    expect(decisionWarningsIn(late)).toEqual([approaching, overdue]);
    expect(decisionWarningsIn(onDay(late, '2027-01-29'))).toEqual(decisionWarningsIn(late));
  });

  it('come at nine, not before', () => {
    const before = passed(reviewingAgain(), '2027-01-25T00:59:59.999Z');
    expect(decisionWarningsIn(before)).toEqual([]);
    expect(decisionTimes(before.file, calendar).decisionWarnsAt).toBe('2027-01-25T01:00:00.000Z');
    expect(decisionWarningsIn(onDay(before, '2027-01-25'))).toEqual([approaching]);
  });

  it('are left to the draft once it is asked for', () => {
    expect(decisionWarningsIn(onDay(wayTo('draft'), '2027-01-29'))).toEqual([]);
    expect(decisionWarningsIn(onDay(wayTo('register'), '2027-01-29'))).toEqual([]);
  });

  it('are not given for what lay behind when this review began', () => {
    const remand = { act: 'remand', to: 'jointReview', reason: '须重新会签' } as const;
    const late = conducted(did(onDay(wayTo('draft'), '2027-01-25'), 'draft', remand));
    expect(decisionWarningsIn(onDay(late, '2027-01-29'))).toEqual([overdue]);
  });

  it('come again in a later round', () => {
    const warned = onDay(reviewingAgain(), '2027-01-25');
    expect(warnedOfDecision(warned.file)).toEqual(['approaching']);
    expect(warnedOfDecision({ ...warned.file, round: warned.file.round + 1 })).toEqual([]);
  });

  it('go to who will draft, then to the head, then to the office', () => {
    const recipients = reviewingAgain().file.itinerary.sideRules!.ladder.map(({ id }) => {
      const event = { type: 'decisionWarned', rung: id, dueAt: '', due: '2027-01-27' } as const;
      return recipientOf(eventOf(reviewingAgain().file, event), reviewingAgain().file);
    });
    expect(recipients).toEqual([
      { kind: 'officials', unit: 'shiqiao', roles: ['caseOfficer'] },
      { kind: 'officials', unit: 'shiqiao', roles: ['head'] },
      { kind: 'officials', unit: 'health', roles: ['coordinator'] },
    ]);
  });

  it('move with the limit: a pause puts them off', () => {
    const paused = inspected(onDay(inspecting(wayTo('review')), '2026-11-30'));
    expect(decisionTimes(paused.file, calendar).decisionWarnsAt).toBe('2027-01-29T01:00:00.000Z');
    expect(decisionTimes(inspecting(wayTo('review')).file, calendar).decisionWarnsAt).toBeNull();
  });

  it('change nothing that an official must have seen', () => {
    const warned = onDay(reviewingAgain(), '2027-01-25');
    expect(warned.file.version).toBe(reviewingAgain().file.version);
  });
});

describe('the ladder survives', () => {
  it('a remand: the new round has warnings of its own, those of the old one do not come any more', () => {
    expect(warningsIn(onDay(returnedToAcceptance(), '2026-12-08'))).toEqual([
      '2026-12-04 round 2: accept approaching',
    ]);
  });

  it('a remand after a warning: the next round warns again', () => {
    const remand = { act: 'remand', to: 'jointReview', reason: '须重新会签' } as const;
    const again = conducted(did(onDay(wayTo('draft'), '2026-12-04'), 'draft', remand));
    const late = onDay(again, FAR);
    expect(warningsIn(late, 'review-fire')).toEqual([
      '2026-12-16 round 2: review-fire approaching',
      '2026-12-21 round 2: review-fire overdue',
      '2026-12-23 round 2: review-fire escalated',
    ]);
    expect(warningsIn(late, 'draft')).toEqual([]);
  });

  it('a pause: nobody is warned while the clock stands still, and it goes on later by so many days', () => {
    const stopped = onDay(inspecting(), '2026-11-30');
    expect(itemOf(stopped, 'review-fire').stopped).toBe(true);
    const goesOn = inspected(stopped);
    expect(warningsIn(onDay(goesOn, FAR), 'review-fire')).toEqual([
      '2026-12-10 round 1: review-fire approaching',
      '2026-12-15 round 1: review-fire overdue',
      '2026-12-17 round 1: review-fire escalated',
    ]);
  });

  it('a pause after a warning: it is not given a second time', () => {
    const warned = onDay(wayTo('review'), '2026-12-04');
    const goesOn = inspected(onDay(inspecting(warned), '2026-12-09'));
    expect(itemOf(goesOn, 'review-fire').deadline.due).toBe('2026-12-11');
    expect(warningsIn(onDay(goesOn, FAR), 'review-fire')).toEqual([
      '2026-12-04 round 1: review-fire approaching',
      '2026-12-14 round 1: review-fire overdue',
      '2026-12-16 round 1: review-fire escalated',
    ]);
  });

  it('the applicant’s own time: the clerk is warned anew once the clock has begun anew', () => {
    const warned = onDay(accepting, '2026-11-27');
    const mendedLater = mended(onDay(correctionAsked(warned), '2026-12-10'), 1, 2);
    expect(warningsIn(onDay(mendedLater, FAR), 'accept')).toEqual([
      '2026-11-27 round 1: accept approaching',
      '2026-12-15 round 1: accept approaching',
    ]);
  });

  it('an extension: what lies ahead moves with the limit', () => {
    const granted = did(registrarsExtension(), 'grantExtension', { act: 'grantExtension' });
    expect(warningsIn(onDay(granted, FAR), 'register')).toEqual([
      '2026-11-30 round 1: register approaching',
      '2026-12-03 round 1: register overdue',
      '2026-12-07 round 1: register escalated',
    ]);
  });

  it('an extension after a warning: it is not given a second time', () => {
    const warned = onDay(registrarsExtension(), '2026-11-25');
    const granted = did(warned, 'grantExtension', { act: 'grantExtension' });
    expect(warningsIn(onDay(granted, FAR), 'register')).toEqual([
      '2026-11-25 round 1: register approaching',
      '2026-12-03 round 1: register overdue',
      '2026-12-07 round 1: register escalated',
    ]);
  });

  it('a change of the calendar: what lies ahead moves, and nothing is given twice', () => {
    const holiday = {
      date: '2026-12-03',
      kind: 'holiday',
      name: { zh: '临时放假', en: 'Extra holiday' },
    } as const;
    const changed = loadCalendar([holiday]);
    const under = (story: Story): Story => {
      const body = nextOfItself(story.file, story.now, { ...momentOf(story), calendar: changed });
      return body ? under(told(story, body, systemActor, story.now)) : story;
    };
    const unwarned = under(wayTo('review'));
    expect(itemOf(unwarned, 'review-fire').rungs).toEqual([
      { rung: 'approaching', at: '2026-12-07T01:00:00.000Z' },
      { rung: 'overdue', at: '2026-12-10T01:00:00.000Z' },
      { rung: 'escalated', at: '2026-12-14T01:00:00.000Z' },
    ]);
    const warned = under(onDay(wayTo('review'), '2026-12-04'));
    expect(itemOf(warned, 'review-fire')).toMatchObject({
      warned: ['approaching'],
      rungs: [
        { rung: 'overdue', at: '2026-12-10T01:00:00.000Z' },
        { rung: 'escalated', at: '2026-12-14T01:00:00.000Z' },
      ],
    });
  });

  it('an outage: all that passed meanwhile is told once, in the order in which it was due', () => {
    const away = onDay(wayTo('review'), '2026-12-31');
    const meanwhile = away.events.filter(({ at }) => at.startsWith('2026-12-31'));
    const due = meanwhile.map((event) => ('dueAt' in event ? event.dueAt : ''));
    expect(due).toEqual([...due].sort());
    expect(meanwhile.map(({ type }) => type)).toEqual([
      ...Array.from({ length: 7 }, () => 'warned'),
      ...Array.from({ length: 7 }, () => 'limitPassed'),
      ...Array.from({ length: 14 }, () => 'warned'),
    ]);
    expect(warningsIn(away)).toEqual([...new Set(warningsIn(away))]);
    expect(onDay(away, '2026-12-31').events).toEqual(away.events);
  });

  it('an outage during which silence answered: what would have come after it does not', () => {
    const away = onDay(conducted(submitted()), '2026-12-31');
    expect(away.events.map(({ type }) => type)).toEqual([
      'submitted',
      'stageOpened',
      'warned',
      'deemedAccepted',
    ]);
    expect(conducted(away).file.items).toHaveProperty([`${away.file.caseId}.1.review-fire`]);
  });
});
