import fc from 'fast-check';
import type { ApplicationFacts } from '../../../domain/application';
import type { CaseFile } from '../../../domain/caseFile';
import { valuesOf } from '../../../domain/label';
import { openingOf } from '../../../domain/opening';
import {
  awaitsConductor,
  currentItem,
  dueSteps,
  isSettled,
  nextDueAt,
  openItems,
  standsAt,
} from '../../../domain/process';
import { steps } from '../../../domain/vocabulary';
import { correctionAsked } from './sideStories';
import { closed, draftReturned, fireSilent } from './stories';
import {
  calendar,
  conducted,
  filesOf,
  idOf,
  itemOf,
  onDay,
  passed,
  type Story,
  submitted,
  TODAY,
  told,
  wayTo,
  wholeWay,
} from './story';
import { anyStory } from './wandering';
import { licensingOutcomes } from '../../world/licensing';

const idsOf = (each: readonly { readonly stepId: string }[]) => each.map(({ stepId }) => stepId).join(' ');

/** After each event: where the case stands, what is due, what is open. */
function walk(story: Story): string[][] {
  return filesOf(story).map((file, index) => [
    story.events[index]!.type,
    standsAt(file) ?? 'closed',
    dueSteps(file)
      .map(({ id }) => id)
      .join(' '),
    idsOf(openItems(file)),
  ]);
}

const acceptance = [
  ['submitted', 'acceptance', 'accept', ''],
  ['stageOpened', 'acceptance', '', 'accept'],
];
const decision = [
  ['stageOpened', 'decision', '', 'draft'],
  ['decisionDrafted', 'decision', 'decide', ''],
  ['stageOpened', 'decision', '', 'decide'],
];
const filing = [
  ['stageOpened', 'filing', '', 'file'],
  ['filed', 'filing', 'receipt conformity', ''],
  ['stageOpened', 'filing', '', 'receipt conformity'],
  ['receiptIssued', 'filing', '', 'conformity'],
  ['conformityConfirmed', 'certificate', 'issue', ''],
  ['stageOpened', 'certificate', '', 'issue'],
  ['licenceIssued', 'closed', '', ''],
];

const ways: readonly (readonly [string, Partial<ApplicationFacts>, string[][]])[] = [
  [
    'with a registrar that needs no endorsement',
    { serviceMode: 'kindergarten', ownership: 'forProfit' },
    [
      ...acceptance,
      ['accepted', 'jointReview', 'review-health review-hr', ''],
      ['stageOpened', 'jointReview', '', 'review-health review-hr'],
      ['signedOff', 'jointReview', '', 'review-hr'],
      ['signedOff', 'decision', 'draft', ''],
      ...decision,
      ['decided', 'registration', 'register', ''],
      ['sideStepsOpened', 'registration', 'register', 'serve-10'],
      ['stageOpened', 'registration', '', 'serve-10 register'],
      ['letterServed', 'registration', '', 'register'],
      ['registered', 'push', 'push', ''],
      ['stageOpened', 'push', '', 'push'],
      ['registrationPushed', 'filing', 'file', ''],
      ...filing,
    ],
  ],
  [
    'without a registration',
    { serviceMode: 'family', places: 0, classes: [] },
    [
      ...acceptance,
      ['accepted', 'jointReview', 'review-women review-shiqiao review-hr', ''],
      ['stageOpened', 'jointReview', '', 'review-women review-shiqiao review-hr'],
      ['signedOff', 'jointReview', '', 'review-shiqiao review-hr'],
      ['signedOff', 'jointReview', '', 'review-hr'],
      ['signedOff', 'decision', 'draft', ''],
      ...decision,
      ['decided', 'filing', 'file', ''],
      ['sideStepsOpened', 'filing', 'file', 'serve-11'],
      ['stageOpened', 'filing', '', 'serve-11 file'],
      ['letterServed', 'filing', '', 'file'],
      ...filing.slice(1),
    ],
  ],
];

describe('the straight way', () => {
  it.each(ways)('%s: where the case stands, what is due and what is open', (_, changes, expected) => {
    expect(walk(wholeWay(changes))).toEqual(expected);
  });

  it('asks the supervising authority before the registrar where it must endorse', () => {
    const rows = walk(wholeWay()).filter(([, stage]) => stage === 'registration');
    expect(rows).toEqual([
      ['decided', 'registration', 'endorse', ''],
      ['sideStepsOpened', 'registration', 'endorse', 'serve-15'],
      ['stageOpened', 'registration', '', 'serve-15 endorse'],
      ['letterServed', 'registration', '', 'endorse'],
      ['endorsed', 'registration', 'register', ''],
      ['stageOpened', 'registration', '', 'register'],
    ]);
  });
});

describe('a step', () => {
  const review = wayTo('review').file.itinerary.stages[1]!.steps[0]!;

  it('is not settled before it is opened, nor while it is open', () => {
    expect([submitted().file, wayTo('review').file].map((file) => isSettled(file, review))).toEqual([
      false,
      false,
    ]);
    expect(currentItem(submitted().file, review.id)).toBeUndefined();
    expect(currentItem(wayTo('review').file, review.id)?.id).toBe(idOf(review.id));
  });

  it('is settled once it is answered, and once it is overtaken', () => {
    const file = wayTo('review').file;
    const withStatus = (status: 'done' | 'closed'): CaseFile => {
      const item = { ...file.items[idOf(review.id)]!, status };
      return { ...file, items: { ...file.items, [item.id]: item } };
    };
    expect(isSettled(withStatus('done'), review)).toBe(true);
    expect(isSettled(withStatus('closed'), review)).toBe(true);
  });

  it('is asked for again after a return: first the draft, then the signature', () => {
    const returned = draftReturned();
    expect(dueSteps(returned.file)).toEqual([]);
    const redrafted = told(returned, {
      type: 'decisionDrafted',
      item: idOf('draft'),
      result: 'granted',
      answered: [],
    });
    expect(dueSteps(redrafted.file).map(({ id }) => id)).toEqual(['decide']);
  });
});

describe('the next instant at which time itself changes the case', () => {
  const accepting = conducted(submitted());
  const reviewing = wayTo('review');
  const reviewDue = itemOf(reviewing, 'review-fire').deadline.dueAt;

  it.each<[string, Story, string | null]>([
    ['none where nothing is open', submitted(), null],
    ['the first warning', accepting, '2026-11-27T01:00:00.000Z'],
    ['the limit once it was warned of', onDay(accepting, '2026-11-27'), '2026-12-01T16:00:00.000Z'],
    ['none where silence has answered', onDay(accepting, '2026-12-02'), null],
    ['the earliest of seven that end on one day', reviewing, '2026-12-04T01:00:00.000Z'],
    ['the first warning after the limits', passed(reviewing, reviewDue), '2026-12-09T01:00:00.000Z'],
    ['the last warning', onDay(reviewing, '2026-12-09'), '2026-12-11T01:00:00.000Z'],
    ['none once all have passed', onDay(reviewing, '2026-12-11'), null],
    ['that of the item whose time has not passed', fireSilent(), '2026-12-04T01:00:00.000Z'],
    ['that of the applicant while the clerk waits', correctionAsked(), '2026-12-11T01:00:00.000Z'],
    ['the earlier one of two', wayTo('receipt'), '2026-11-27T01:00:00.000Z'],
    ['none of a case that is closed', wholeWay(), null],
    ['that of the letter that a closed case still owes', closed.refused(), '2026-12-04T01:00:00.000Z'],
  ])('is %s', (_, { file }, expected) => {
    expect(nextDueAt(file)).toBe(expected);
  });
});

describe('a case that is closed', () => {
  it.each(licensingOutcomes)('%s: stands nowhere and waits for no step of its way', (outcome) => {
    const { file } = closed[outcome]();
    expect([standsAt(file), dueSteps(file), awaitsConductor(file)]).toEqual([null, [], false]);
  });
});

describe('of every case, on whatever way', () => {
  it('the next move is exactly one of: the conductor’s, somebody’s, or nobody’s since it is closed', () => {
    fc.assert(
      fc.property(anyStory, ({ file }) => {
        const stage = standsAt(file);
        expect(stage === null).toBe(file.outcome !== null);
        if (stage === null) return;
        const opening = openingOf(file, stage, valuesOf(steps), { calendar, today: TODAY });
        expect(opening !== null).toBe(awaitsConductor(file));
        expect(awaitsConductor(file) || openItems(file).length > 0).toBe(true);
      }),
    );
  });

  it('what is due was not opened yet, and once it is opened nothing is due', () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        for (const step of dueSteps(story.file)) expect(currentItem(story.file, step.id)).toBeUndefined();
        expect(awaitsConductor(conducted(story).file)).toBe(false);
      }),
    );
  });

  it('what is open of its way belongs to the stage where the case stands, or is past its limit', () => {
    fc.assert(
      fc.property(anyStory, ({ file }) => {
        const stage = standsAt(file);
        const onTheWay = openItems(file).filter(({ stepId }) => !file.asked[stepId]);
        const elsewhere = onTheWay.filter((item) => item.stage !== stage && !item.limitPassed);
        // A decision that was begun without a department waits again where the department was given more time.
        const begun = elsewhere.filter((item) => stage === 'jointReview' && item.stage === 'decision');
        expect(elsewhere).toEqual(begun);
      }),
    );
  });
});
