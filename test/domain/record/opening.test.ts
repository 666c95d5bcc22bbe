import fc from 'fast-check';
import type { CaseFile } from '../../../domain/caseFile';
import { valuesOf } from '../../../domain/label';
import { movedDeadlines, openingOf, ruleOf, workItemId } from '../../../domain/opening';
import type { ClockRule } from '../../../domain/plan';
import { openItems } from '../../../domain/process';
import { type Stage, type StartEvent, startEvents, stages, steps } from '../../../domain/vocabulary';
import { loadCalendar } from '../../../infra/calendar/loadCalendar';
import { fireSilent, onlyFireLeft } from './stories';
import { calendar, CASE, idOf, itemOf, submitted, TODAY, told, wayTo, wholeWay } from './story';
import { anyStory } from './wandering';

const every = valuesOf(steps);

/** The file with another clock for a step. */
function withClock(file: CaseFile, stepId: string, changes: Partial<ClockRule>): CaseFile {
  const staged = file.itinerary.stages.map((stage) => ({
    ...stage,
    steps: stage.steps.map((step) =>
      step.id === stepId ? { ...step, clock: { ...step.clock, ...changes } } : step,
    ),
  }));
  return { ...file, itinerary: { ...file.itinerary, stages: staged } };
}

describe('opening', () => {
  const { file } = submitted();

  it('names an item after its case, its round and its step, so that opening twice makes one', () => {
    expect(workItemId(file, 'review-fire')).toBe(`${CASE}.1.review-fire`);
    expect(workItemId({ ...file, round: 3 }, 'review-fire')).toBe(`${CASE}.3.review-fire`);
  });

  it('gives each step that is due to its unit, with the deadline of its clock', () => {
    expect(openingOf(file, 'acceptance', every, calendar, '2026-11-30')).toEqual({
      type: 'stageOpened',
      stage: 'acceptance',
      items: [
        {
          id: idOf('accept'),
          stepId: 'accept',
          step: 'accept',
          unit: 'shiqiao',
          deadline: {
            rule: 'acceptance',
            startsOn: TODAY,
            limit: 5,
            unit: 'workingDay',
            due: '2026-12-01',
            dueAt: '2026-12-01T16:00:00.000Z',
            provisional: false,
          },
        },
      ],
    });
  });

  it('opens the steps that were asked for and no others', () => {
    const filed = told(wayTo('file'), {
      type: 'filed',
      item: idOf('file'),
      receivedOn: TODAY,
      materials: [],
    }).file;
    const opened = (kinds: Parameters<typeof openingOf>[2]) =>
      openingOf(filed, 'filing', kinds, calendar, TODAY)?.items.map(({ step }) => step);
    expect(opened(['conformity', 'issue'])).toEqual(['conformity']);
    expect(opened(['receipt', 'conformity'])).toEqual(['receipt', 'conformity']);
    expect(opened(['file', 'issue'])).toBeUndefined();
  });

  it.each(valuesOf(stages).filter((stage) => stage !== 'acceptance'))(
    'opens nothing of another stage than the one where the case stands: %s',
    (stage) => {
      expect(openingOf(file, stage, every, calendar, TODAY)).toBeNull();
    },
  );

  it.each<[string, CaseFile, Stage]>([
    ['what is open', wayTo('accept').file, 'acceptance'],
    ['a department that was silent', fireSilent().file, 'jointReview'],
    ['a case that is closed', wholeWay().file, 'certificate'],
  ])('does not open %s again', (_, standing, stage) => {
    expect(openingOf(standing, stage, every, calendar, TODAY)).toBeNull();
  });
});

describe('the clock of a step counts', () => {
  const startsOn: Readonly<Record<StartEvent, string>> = {
    receipt: '2026-11-02',
    acceptance: '2026-11-03',
    decision: '2026-11-04',
    filingReceived: '2026-11-05',
    opened: '2026-11-06',
  };
  const { opened, ...dates } = startsOn;

  it.each(Object.entries(startsOn) as [StartEvent, string][])('from %s: %s', (startsFrom, date) => {
    const { file } = submitted();
    const dated = { ...file, dates: { ...dates, registration: '2026-11-07' } };
    const counting = withClock(dated, 'accept', { startsFrom });
    expect(openingOf(counting, 'acceptance', every, calendar, opened)?.items[0]?.deadline.startsOn).toBe(
      date,
    );
  });

  it.each(valuesOf(startEvents).filter((event) => !['receipt', 'opened'].includes(event)))(
    'from nothing that has not happened yet: %s',
    (startsFrom) => {
      const counting = withClock(submitted().file, 'accept', { startsFrom });
      expect(() => openingOf(counting, 'acceptance', every, calendar, TODAY)).toThrow(
        new RangeError(`Case ${CASE}: no ${startsFrom} yet to count from`),
      );
    },
  );

  it('as the itinerary pinned it', () => {
    const { file } = submitted();
    expect(ruleOf(withClock(file, 'issue', { limit: 9 }), 'issue')).toMatchObject({
      id: 'certificate',
      limit: 9,
    });
    expect(() => ruleOf(file, 'review-women')).toThrow(
      new RangeError(`Case ${CASE} has no step review-women`),
    );
  });
});

describe('a calendar that changes', () => {
  const zh = '临时放假';
  const changed = loadCalendar([{ date: '2026-11-30', kind: 'holiday', name: { zh, en: 'Extra holiday' } }]);

  it('moves the open deadlines that count the day', () => {
    const { file } = wayTo('accept');
    const { deadline } = itemOf(wayTo('accept'), 'accept');
    expect(movedDeadlines(file, changed)).toEqual([
      {
        type: 'deadlineMoved',
        item: idOf('accept'),
        deadline: { ...deadline, due: '2026-12-02', dueAt: '2026-12-02T16:00:00.000Z' },
      },
    ]);
  });

  it('moves what is open and leaves what was answered', () => {
    const moved = movedDeadlines(onlyFireLeft().file, changed);
    expect(moved.map(({ item }) => item)).toEqual([idOf('review-fire')]);
    expect(movedDeadlines(wholeWay().file, changed)).toEqual([]);
  });

  it('does not move calendar days', () => {
    expect(openItems(wayTo('register').file).map(({ stepId }) => stepId)).toEqual(['register']);
    expect(movedDeadlines(wayTo('register').file, changed)).toEqual([]);
  });

  it('of every case: moves nothing while it stays the same, and nothing twice', () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        expect(movedDeadlines(story.file, calendar)).toEqual([]);
        const after = movedDeadlines(story.file, changed).reduce((next, body) => told(next, body), story);
        expect(movedDeadlines(after.file, changed)).toEqual([]);
      }),
    );
  });
});
