import fc from 'fast-check';
import { adjustmentsOf, ruleOf } from '../../../domain/caseClock';
import type { CaseFile } from '../../../domain/caseFile';
import type { Procedure } from '../../../domain/sideStep';
import { applicant } from '../../world/people';
import { resuming } from './events/files';
import {
  correctionAsked,
  extensionAsked,
  extensionForwarded,
  hearingAsked,
  hearingTold,
  inspected,
  inspecting,
  mended,
  nonConforming,
  registrarsExtension,
  registrationDeclined,
} from './sideStories';
import { onlyFireLeft } from './stories';
import { answered, did, itemOf, onDay, openItem, type Story, wayTo } from './story';
import { anyStory } from './wandering';

type Ordered = Exclude<Procedure, 'hear'>;

const reason = '须现场核实';
const ordering = (procedure: Ordered, days = 5) => ({ act: 'order', procedure, days, reason }) as const;
const ordered: readonly Ordered[] = ['inspect', 'test', 'appraise'];

/** The story as if the plan let nothing stop the clock of a step. */
function unstoppable(story: Story, stepId: string): Story {
  const stages = story.file.itinerary.stages.map((stage) => ({
    ...stage,
    steps: stage.steps.map((step) =>
      step.id === stepId ? { ...step, clock: { ...step.clock, pausedBy: [] } } : step,
    ),
  }));
  return { ...story, file: { ...story.file, itinerary: { ...story.file.itinerary, stages } } };
}

const stoppedIn = ({ file }: Story) =>
  Object.values(file.items)
    .filter(({ status, stopped }) => status === 'open' && stopped)
    .map(({ stepId }) => stepId);

const due = (story: Story, stepId: string) => itemOf(story, stepId).deadline.due;

describe('time that does not count (行政许可法 第四十五条)', () => {
  it.each(ordered)('%s stops the review in which it was ordered, and no other', (procedure) => {
    const story = did(wayTo('review'), 'review-fire', ordering(procedure));
    expect(stoppedIn(story)).toEqual(['review-fire']);
  });

  it.each(ordered)('%s stops the decision for which it was ordered', (procedure) => {
    expect(stoppedIn(did(wayTo('draft'), 'draft', ordering(procedure)))).toEqual(['draft']);
  });

  it('a hearing stops the decision once it is asked for, and not while it may be', () => {
    expect(stoppedIn(hearingTold())).toEqual([]);
    expect(stoppedIn(hearingAsked())).toEqual(['draft']);
  });

  it.each([
    ['review-fire', wayTo('review')],
    ['draft', wayTo('draft')],
  ] as const)('nothing stops a clock of which the plan does not say so: %s', (stepId, story) => {
    expect(stoppedIn(did(unstoppable(story, stepId), stepId, ordering('inspect')))).toEqual([]);
  });

  it('what stopped a review stopped the decision too: both have the days to come', () => {
    const plain = answered(onlyFireLeft(), itemOf(onlyFireLeft(), 'review-fire'));
    const done = inspected(onDay(inspecting(onlyFireLeft()), '2026-11-30'));
    expect(due(done, 'review-fire')).toBe('2026-12-14');
    const drafting = answered(done, openItem(done, 'review-fire'));
    expect([due(plain, 'draft'), due(drafting, 'draft')]).toEqual(['2027-01-27', '2027-02-02']);
  });

  it('begins with the written notice: every pause has its letter, of the day on which it begins or before', () => {
    fc.assert(
      fc.property(anyStory, ({ file }) => {
        for (const { procedure, orderedIn, from } of file.procedures) {
          const kind = procedure === 'hear' ? 'hearingOffered' : 'procedure';
          const letter = file.letters.find((each) => each.kind === kind && each.item === orderedIn);
          expect(letter && letter.on <= from).toBe(true);
        }
      }),
    );
  });
});

describe('a pause ends', () => {
  const told = inspecting(wayTo('review'), 'review-fire', 5);

  it('with the result, where that comes before the time that was told', () => {
    const early = inspected(onDay(told, '2026-11-26'));
    expect(adjustmentsOf(early.file, itemOf(early, 'review-fire')).pauses).toEqual([
      { from: '2026-11-24', to: '2026-11-26' },
    ]);
    expect([stoppedIn(early), due(early, 'review-fire')]).toEqual([[], '2026-12-10']);
  });

  it('with the time that was told: nobody was told of more', () => {
    const late = onDay(told, '2026-12-02');
    expect([stoppedIn(late), due(late, 'review-fire')]).toEqual([[], '2026-12-15']);
    const later = inspected(onDay(told, '2026-12-03'));
    expect(due(later, 'review-fire')).toBe('2026-12-15');
  });

  it('with its end where it is called off', () => {
    const off = did(onDay(told, '2026-11-26'), 'inspect', { act: 'callOff', reason });
    expect([stoppedIn(off), due(off, 'review-fire')]).toEqual([[], '2026-12-10']);
  });

  it('and does not count twice where two run side by side', () => {
    const both = did(told, 'review-fire', ordering('test', 2));
    const one = onDay(both, '2026-11-27');
    expect(stoppedIn(one)).toEqual(['review-fire']);
    expect(due(inspected(onDay(one, '2026-11-30')), 'review-fire')).toBe('2026-12-14');
  });

  it('not for a limit that had passed before: it stays overdue', () => {
    const overdue = onDay(wayTo('draft'), '2027-01-28');
    const inspection = did(overdue, 'draft', ordering('inspect'));
    expect(itemOf(inspection, 'draft')).toMatchObject({ stopped: false, limitPassed: true });
    expect(due(inspection, 'draft')).toBe('2027-01-27');
  });
});

describe('time in the applicant’s court', () => {
  const asked = onDay(correctionAsked(onDay(wayTo('accept'), '2026-11-26')), '2026-12-10');

  it('is nobody else’s: no silence accepts while the applicant corrects', () => {
    expect(itemOf(asked, 'accept')).toMatchObject({ stopped: true, status: 'open' });
    expect(itemOf(onDay(asked, '2027-03-01'), 'accept')).toMatchObject({ stopped: true, status: 'open' });
  });

  it('begins the limit of acceptance anew where the plan says so: restarts', () => {
    const done = mended(asked, 1, 2);
    expect(itemOf(done, 'accept').deadline).toMatchObject({ startsOn: '2026-12-10', due: '2026-12-17' });
  });

  it('lets it go on where it stood where the plan says so: resumes', () => {
    const done = mended({ ...asked, file: resuming(asked.file) }, 1, 2);
    expect(itemOf(done, 'accept').deadline).toMatchObject({ startsOn: '2026-11-24', due: '2026-12-15' });
  });

  it('goes on while numbers of the list are open', () => {
    expect(itemOf(mended(asked, 1), 'accept').stopped).toBe(true);
  });

  it('begins the check of the papers anew once they are filed again', () => {
    const filing = onDay(nonConforming(), '2026-12-10');
    const again = answered(filing, openItem(filing, 'file'));
    expect(itemOf(again, 'conformity').deadline).toMatchObject({ startsOn: '2026-12-10', due: '2026-12-31' });
  });

  it('stops the registrar who declined, and begins the limit anew with the new application', () => {
    const declined = onDay(registrationDeclined(), '2026-12-10');
    expect(stoppedIn(declined)).toEqual(['register']);
    const again = did(declined, 'reapply', { act: 'reapply', answer: '已更名' }, applicant);
    expect(itemOf(again, 'register').deadline).toMatchObject({ startsOn: '2026-12-10', due: '2027-02-08' });
  });
});

describe('an extension', () => {
  it('of a joint decision adds the days that the head of the government granted: 45 + 15', () => {
    const granted = did(extensionForwarded(), 'grantExtension', { act: 'grantExtension' });
    expect(itemOf(granted, 'draft').deadline).toMatchObject({ limit: 60, due: '2027-02-17' });
    expect(openItem(extensionForwarded(), 'grantExtension').unit).toBe('government');
  });

  it('of a registration adds the days that the head of the registrar granted: 3 + 3', () => {
    const granted = did(registrarsExtension(), 'grantExtension', { act: 'grantExtension' });
    expect(itemOf(granted, 'register').deadline).toMatchObject({ limit: 6, due: '2026-12-02' });
    expect(openItem(registrarsExtension(), 'grantExtension').unit).toBe('market');
  });

  it('adds nothing while it is asked for, nor where it is declined', () => {
    const declined = did(extensionForwarded(), 'grantExtension', { act: 'declineExtension', reason });
    for (const story of [extensionAsked(), extensionForwarded(), declined]) {
      expect(itemOf(story, 'draft').deadline).toEqual(itemOf(wayTo('draft'), 'draft').deadline);
    }
  });

  it('holds for the signature too: draft and signature share one clock', () => {
    const granted = did(extensionForwarded(), 'grantExtension', { act: 'grantExtension' });
    const signing = answered(granted, itemOf(granted, 'draft'));
    expect(due(signing, 'decide')).toBe(due(granted, 'draft'));
  });
});

describe('what is shown of a clock that is stopped', () => {
  it('is the last limit known, and not that it passed', () => {
    const stopped = onDay(inspecting(wayTo('review'), 'review-fire', 10), '2026-12-07');
    expect(itemOf(stopped, 'review-fire')).toMatchObject({ stopped: true, limitPassed: false });
    expect(due(stopped, 'review-fire')).toBe(due(wayTo('review'), 'review-fire'));
  });

  it('is, where it opens so, the limit that it would have if what stops it ended at once', () => {
    const inspection = inspecting(onlyFireLeft());
    const drafting = answered(inspection, itemOf(inspection, 'review-fire'));
    expect(itemOf(drafting, 'draft')).toMatchObject({
      stopped: true,
      rungs: [],
      deadline: { due: '2027-01-27' },
    });
    const later = inspected(onDay(drafting, '2026-11-30'));
    expect(itemOf(later, 'draft')).toMatchObject({ stopped: false, deadline: { due: '2027-02-02' } });
  });
});

describe('of every case, on whatever way', () => {
  it('a clock is stopped only by what the plan lets stop it, or by the applicant’s own time', () => {
    const stops = (file: CaseFile, stepId: string) => ruleOf(file, stepId).pausedBy ?? [];
    fc.assert(
      fc.property(anyStory, ({ file }) => {
        for (const item of Object.values(file.items)) {
          if (item.status !== 'open' || !item.stopped) continue;
          const running = file.procedures.filter(({ to }) => to === null).map(({ procedure }) => procedure);
          const byProcedure = running.some((procedure) => stops(file, item.stepId).includes(procedure));
          const waits = ['accept', 'endorse', 'register', 'requestHearing'].includes(item.step);
          expect(byProcedure || waits).toBe(true);
        }
      }),
    );
  });
});
