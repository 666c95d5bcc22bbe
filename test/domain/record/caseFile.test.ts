import fc from 'fast-check';
import type { CaseFile, WorkItem } from '../../../domain/caseFile';
import type { CaseEvent } from '../../../domain/event';
import { fold } from '../../../domain/fold';
import { openItems } from '../../../domain/process';
import { ORGANISATION } from '../../world/people';
import { eventOf } from './eventOf';
import { events } from './events';
import { closed, draftReturned } from './stories';
import { answered, CASE, conducted, filesOf, idOf, itemOf, submitted, TODAY, wayTo, wholeWay } from './story';
import { anyStory } from './wandering';
import { licensingOutcomes } from '../../world/licensing';

const rows = Object.entries(events).flatMap(([type, sentences]) =>
  Object.entries(sentences).map(([what, told]) => ({ type, what, ...told })),
);

/** What time alone writes nobody must have seen to act on the case: its version stays. */
const ofTimeAlone: readonly string[] = ['warned', 'decisionWarned', 'deadlineMoved'];

describe('each event of a case', () => {
  it.each(rows)('$type $what', ({ type, before, body, items = {}, dates, file }) => {
    const event = eventOf(before, body);
    const changed = Object.entries(items).map(([stepId, changes]): [string, WorkItem] => {
      const item = { ...before.items[before.current[stepId] ?? ''], ...changes } as WorkItem;
      return [item.id, { ...item, version: changes.version ?? event.seq }];
    });
    expect(fold(before, [event], CASE)).toStrictEqual({
      ...before,
      ...file,
      seq: event.seq,
      version: ofTimeAlone.includes(type) ? before.version : event.seq,
      lastAt: event.at,
      items: { ...before.items, ...Object.fromEntries(changed) },
      dates: { ...before.dates, ...dates },
    });
  });

  it('submitted begins the case: at the first stage of its itinerary, in the first round, with nothing else', () => {
    const [event] = submitted().events;
    if (event?.type !== 'submitted') throw new Error('A story begins with a submission');
    expect(fold(null, [event], CASE)).toStrictEqual({
      caseId: CASE,
      seq: 1,
      version: 1,
      lastAt: '2026-11-24T01:00:00.000Z',
      round: 1,
      stage: 'acceptance',
      outcome: null,
      organisation: ORGANISATION,
      itinerary: event.itinerary,
      items: {},
      current: {},
      asked: {},
      dates: { receipt: TODAY, acceptance: null, decision: null, registration: null, filingReceived: null },
      returnedOn: null,
      restartedOn: {},
      correction: null,
      procedures: [],
      extensionsAsked: {},
      extensions: {},
      decisionWarned: [],
      draft: null,
      examiners: [],
      answeredFindings: [],
      objections: [],
      letters: [],
      repair: null,
      decisionNo: null,
      unifiedCode: null,
      receiptNo: null,
      certificateNo: null,
    });
  });
});

describe('a draft that was returned', () => {
  const returned = draftReturned();
  const redrafted = answered(returned, itemOf(returned, 'draft'));

  it('is asked of its officer again: the same item, with the same deadline, changed by the return', () => {
    const before = itemOf(wayTo('draft'), 'draft');
    expect(itemOf(returned, 'draft')).toEqual({ ...before, version: returned.file.seq });
    expect(openItems(conducted(returned).file).map(({ id }) => id)).toEqual([idOf('draft')]);
  });

  it('is put up for signature again once it is redrafted', () => {
    const item = itemOf(redrafted, 'decide');
    expect(item).toMatchObject({ id: idOf('decide'), status: 'open', version: redrafted.file.seq });
    expect(openItems(redrafted.file)).toEqual([item]);
    expect(redrafted.file.draft).toEqual({ by: 'shiqiao-caseOfficer-1', result: 'granted' });
  });

  it('never was one: nothing can be returned before there is a draft', () => {
    const { file } = wayTo('accept');
    expect(() => fold(file, [eventOf(file, { type: 'draftReturned', item: idOf('accept') })], CASE)).toThrow(
      new RangeError(`Case ${CASE} has no draft to return`),
    );
  });
});

describe('a case that is closed', () => {
  it.each(licensingOutcomes)('%s: leaves nothing open but the letter that tells of it', (outcome) => {
    const { file } = closed[outcome]();
    expect(file.outcome).toBe(outcome);
    const left = openItems(file).map(({ step }) => step);
    expect(left).toEqual(outcome === 'refused' ? ['serve'] : []);
  });
});

describe('the numbers of events', () => {
  const whole = wholeWay();

  it('are told where one is missing', () => {
    const [first, , third] = whole.events;
    expect(() => fold(null, [first!, third!], CASE)).toThrow(
      new RangeError(`Case ${CASE}: event 3 cannot follow 1`),
    );
    expect(() => fold(null, whole.events.slice(1), CASE)).toThrow(
      new RangeError(`Case ${CASE}: event 2 cannot follow 0`),
    );
  });

  it('pass over what the file holds already', () => {
    expect(fold(whole.file, whole.events, CASE)).toBe(whole.file);
    const [early] = filesOf(whole).slice(5);
    expect(fold(early!, whole.events, CASE)).toStrictEqual(whole.file);
  });
});

describe('what cannot be folded is refused, not guessed at', () => {
  const { file } = wayTo('accept');
  const stray = { ...eventOf(file, { type: 'withdrawn' }), seq: 1 };
  const [submission] = submitted().events;

  it.each<[string, CaseFile | null, CaseEvent[], string]>([
    ['a case without events', null, [], 'has no events'],
    ['a case that does not begin with a submission', null, [stray], 'does not begin with a submission'],
    ['a second submission', file, [{ ...submission!, seq: file.seq + 1 }], 'was submitted before'],
    [
      'an answer to an item that was never opened',
      file,
      [eventOf(file, { type: 'filed', item: idOf('file'), receivedOn: TODAY, materials: [] })],
      `has no work item ${idOf('file')}`,
    ],
  ])('%s', (_, before, events, message) => {
    expect(() => fold(before, events, CASE)).toThrow(new RangeError(`Case ${CASE} ${message}`));
  });

  it('an itinerary without stages', () => {
    const [event] = submitted().events;
    if (event?.type !== 'submitted') throw new Error('A story begins with a submission');
    const nowhere = { ...event, itinerary: { ...event.itinerary, stages: [] } };
    expect(() => fold(null, [nowhere], CASE)).toThrow(
      new RangeError(`Case ${CASE}: an itinerary needs a stage`),
    );
  });
});

describe('of every case, on whatever way', () => {
  it('folding in pieces, kept as JSON in between and partly read twice, equals folding at once', () => {
    const pieces = fc.array(fc.record({ length: fc.integer({ min: 1, max: 8 }), again: fc.nat(3) }));
    fc.assert(
      fc.property(anyStory, pieces, ({ events: all, file }, cuts) => {
        let kept: CaseFile | null = null;
        for (const { length, again } of [...cuts, { length: all.length, again: 0 }]) {
          const read: number = kept?.seq ?? 0;
          kept = fold(kept, all.slice(Math.max(0, read - again), read + length), CASE);
          kept = JSON.parse(JSON.stringify(kept)) as CaseFile;
        }
        expect(kept).toStrictEqual(file);
      }),
    );
  });

  it('folding leaves the file that it began with as it was', () => {
    fc.assert(
      fc.property(anyStory, ({ events: all }) => {
        const files = all.map((_, index) => fold(null, all.slice(0, index + 1), CASE));
        const before = JSON.stringify(files);
        files.forEach((file, index) => fold(file, all.slice(index), CASE));
        expect(JSON.stringify(files)).toBe(before);
      }),
    );
  });

  it('an item is changed by an event exactly when its version is that event, warnings aside', () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        const files = filesOf(story);
        files.slice(1).forEach(({ seq, items }, index) => {
          const before = files[index]!.items;
          const changed = Object.keys(items).filter(
            (id) => JSON.stringify(seen(items[id])) !== JSON.stringify(seen(before[id])),
          );
          expect(changed).toEqual(Object.keys(items).filter((id) => items[id]?.version === seq));
        });
      }),
    );
  });
});

/** What people see of an item: that somebody was warned is none of it. */
function seen(item: WorkItem | undefined): Partial<WorkItem> {
  return { ...item, warned: [], rungs: [] };
}
