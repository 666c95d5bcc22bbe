import { milestoneDays } from '../../../domain/construction';
import { constructionLife, kindOf } from '../../../domain/itinerary';
import { kindOfNumber } from '../../../domain/supervision';
import { openItems, standsAt } from '../../../domain/process';
import { official } from '../../world/people';
import { acted, conducted, itemOf, onDay, type Story } from '../record/story';
import { open, openSteps, reason, refusalBy } from './institution';
import {
  accepted,
  beganSite,
  building,
  built,
  COMPLETION,
  examined,
  milestones,
  named,
  office,
  OFFICE,
  reports,
  returned,
  SUBDISTRICT,
} from './site';

describe('the construction of a demonstration site', () => {
  it('is a case of its own kind, known by its number', () => {
    expect([
      kindOf(beganSite().file.itinerary),
      kindOfNumber('XCTY-D14'),
      kindOfNumber('XCTY-D14-2'),
    ]).toEqual(['construction', 'construction', 'construction']);
  });

  it('asks the responsible unit of Annex 2 for each milestone, and keeps what the annex prints in sight', () => {
    const { file } = beganSite();
    const building = openItems(file).map(({ step, unit }) => `${step} ${unit}`);
    expect(building).toEqual(milestones.map(() => `build ${SUBDISTRICT}`));
    expect(constructionLife(file).site).toMatchObject({ no: 14, printedCompletion: '2019年7月' });
  });

  it('gives each milestone its share of the time until the completion', () => {
    const story = beganSite();
    expect(milestones.map((id) => itemOf(story, `build-${id}`).deadline.due)).toEqual([
      '2026-12-14',
      '2027-01-23',
      '2027-02-22',
      COMPLETION,
    ]);
  });

  it('warns and climbs the ladder once the day of a milestone is past', () => {
    const late = onDay(beganSite(), '2026-12-18');
    const { limitPassed, warned } = itemOf(late, 'build-premises');
    expect([limitPassed, warned.length]).toEqual([true, 3]);
    expect(itemOf(late, 'build-works').limitPassed).toBe(false);
  });

  it('notes a report on the way and waits on', () => {
    const story = reports(beganSite(), 'works', null);
    expect(itemOf(story, 'build-works').status).toBe('open');
    expect(story.file.construction!.reached).toEqual({});
  });

  it('takes a day that lies behind its beginning, and none that lies ahead', () => {
    expect(reports(beganSite(), 'premises', '2019-06-30').file.construction!.reached).toEqual({
      premises: '2019-06-30',
    });
    expect(refusalBy(() => reports(beganSite(), 'premises', '2026-11-25'))).toBe('dateInFuture');
  });

  it('is ready once the other milestones are reached, and not before', () => {
    expect(refusalBy(() => reports(beganSite(), 'ready'))).toBe('milestonesOpen');
    expect(standsAt(built().file)).toBe('siteAcceptance');
  });

  it('is reported by the responsible unit alone', () => {
    const body = { act: 'reportMilestone', reachedOn: null, remark: '进展顺利' } as const;
    const by = (unit: string) =>
      refusalBy(() => acted(beganSite(), building('works'), body, official(unit, 'caseOfficer')));
    expect([by('education'), by(SUBDISTRICT)]).toEqual(['notYourUnit', 'done']);
  });
});

describe('another day of completion', () => {
  const reschedule = (story: Story, completion = '2027-06-12', who = office) =>
    acted(story, null, { act: 'reschedule', completion, reason }, who);

  it('is set by the leading group’s office, and moves what is left, not what is reached', () => {
    const later = reschedule(onDay(reports(beganSite(), 'premises'), '2027-01-03'));
    const due = milestones.slice(1).map((id) => itemOf(later, `build-${id}`).deadline.due);
    expect(due).toEqual(['2027-03-24', '2027-05-23', '2027-06-12']);
    expect(later.file.construction!.reached.premises).toBe('2026-11-24');
  });

  it('puts a limit ahead again that had passed', () => {
    const late = onDay(beganSite(), '2026-12-18');
    expect(itemOf(reschedule(late), 'build-premises').limitPassed).toBe(false);
  });

  it('lies ahead, and within ten years', () => {
    const set = (completion: string) => refusalBy(() => reschedule(beganSite(), completion));
    expect(['2026-11-24', '2026-11-25', '2036-12-31'].map(set)).toEqual([
      'completionUnfit',
      'done',
      'completionUnfit',
    ]);
  });

  it('is nobody else’s to set', () => {
    const other = official(SUBDISTRICT, 'caseOfficer');
    expect(refusalBy(() => reschedule(beganSite(), '2027-06-12', other))).toBe('roleMissing');
  });
});

test('milestones that are left share the time after those that were reached before them', () => {
  const { milestones: rules } = constructionLife(beganSite().file);
  const days = milestoneDays(rules, {
    from: '2026-01-01',
    completion: '2026-02-10',
    reached: { premises: '2025-12-01', ready: '2025-12-31' },
  });
  expect(days).toEqual({ works: '2026-01-21', equipmentAndStaff: '2026-02-05' });
});

describe('acceptance', () => {
  it('asks every unit consulted in the site’s mode, then its lead', () => {
    expect(openItems(built().file).map(({ unit }) => unit)).toEqual([
      'civilAffairs',
      'health',
      'education',
      'housing',
      'market',
      'fire',
    ]);
    expect(open(examined(), 'acceptSite').unit).toBe(SUBDISTRICT);
  });

  it('goes on without a unit that was silent past its limit', () => {
    const late = conducted(onDay(built(), '2026-12-15'));
    expect(openSteps(late)).toContain('acceptSite');
  });

  it('that passes leads to the naming', () => {
    expect([standsAt(accepted().file), open(accepted(), 'proposeName').unit]).toEqual(['naming', OFFICE]);
  });

  it('that does not sends back what is to be mended, with the completion, and keeps the rest', () => {
    const story = returned();
    expect(openItems(story.file).map(({ id }) => id)).toEqual([building('works', 2), building('ready', 2)]);
    expect(Object.keys(story.file.construction!.reached)).toEqual(['premises', 'equipmentAndStaff']);
    expect(itemOf(story, 'build-ready').deadline.due).toBe('2027-06-30');
  });

  it('begins anew with every unit once it is mended', () => {
    const again = reports(reports(returned(), 'works', undefined, 2), 'ready', undefined, 2);
    const story = conducted(again);
    expect([standsAt(story.file), openSteps(story)]).toEqual([
      'siteAcceptance',
      Array.from({ length: 6 }, () => 'examineSite'),
    ]);
    expect(standsAt(accepted(examined(story)).file)).toBe('naming');
  });

  it('knows the milestones of the plan', () => {
    expect(refusalBy(() => returned(examined(), ['roof']))).toBe('unknownMilestone');
  });
});

test('a construction is given up by the office, and by no name', () => {
  const give = (story: Story) => acted(story, null, { act: 'discontinue', reason }, office);
  expect(give(beganSite()).file).toMatchObject({ outcome: 'discontinued' });
  expect(refusalBy(() => give(named()))).toBe('wrongStage');
});
