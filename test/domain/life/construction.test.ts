import type { Actor } from '../../../domain/actor';
import { milestoneDays } from '../../../domain/construction';
import { constructionLife, kindOf } from '../../../domain/itinerary';
import { kindOfNumber } from '../../../domain/supervision';
import { mayRead } from '../../../domain/permission';
import { openItems, standsAt } from '../../../domain/process';
import { publishedName } from '../../../domain/publication';
import { official } from '../../world/people';
import { acted, conducted, itemOf, onDay, settled, type Story, todayIn, told } from '../record/story';
import { open, openSteps, refusalBy, serves } from './institution';
import {
  beganSite,
  building,
  COMPLETION,
  does,
  INSTITUTION,
  linked,
  looked,
  milestones,
  office,
  OFFICE,
  reason,
  reports,
  SUBDISTRICT,
} from './site';

const applicant: Actor = {
  sub: 'site-applicant',
  unit: null,
  organisation: INSTITUTION,
  roles: ['applicant'],
};

/** Every milestone was reached today. */
const built = (story = beganSite()) =>
  conducted(milestones.reduce((before, milestone) => reports(before, milestone), story));

/** The opinion of every unit consulted, and the lead's turn. */
function examined(story = built()): Story {
  const items = openItems(story.file).filter(({ step }) => step === 'examineSite');
  return conducted(
    items.reduce((before, { id, unit }) => {
      const body = {
        act: 'examineSite',
        result: 'passed',
        visitedOn: todayIn(before),
        report: '符合',
      } as const;
      return acted(before, id, body, official(unit, 'reviewer'));
    }, story),
  );
}

const accepted = (story = examined()) =>
  does(story, 'acceptSite', { act: 'acceptSite', visitedOn: todayIn(story), report: '验收合格' });
const returned = (story = examined(), list: readonly string[] = ['works']) =>
  does(story, 'acceptSite', {
    act: 'returnSite',
    visitedOn: todayIn(story),
    report: '活动室未完工',
    milestones: list,
    completion: '2027-06-30',
  });
const proposer = official(OFFICE, 'caseOfficer');
const signer = official(OFFICE, 'decisionMaker');
const proposed = (story = linked(accepted())) =>
  conducted(
    looked(story, open(story, 'proposeName').id, { act: 'proposeName', grounds: '示范作用明显' }, proposer),
  );
const named = (story = proposed()) => does(story, 'signName', { act: 'signName' }, signer);
const lossProposed = () => {
  const raised = acted(named(), null, { act: 'raiseLoss', reason }, office);
  return does(raised, 'considerLoss', { act: 'proposeLoss', grounds: '连续两年不合格' });
};
/** Everything that was written has been handed over. */
function allServed(story: Story): Story {
  const waiting = openItems(story.file).filter(({ step }) => step === 'serve');
  return waiting.reduce((before, { id, unit }) => {
    const body = { act: 'serve', how: 'paper', on: todayIn(before), to: '园长' } as const;
    return conducted(acted(before, id, body, official(unit, 'caseOfficer')));
  }, story);
}

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

describe('the application of its institution', () => {
  it('is linked by the office, and lets its applicant read the case', () => {
    const before = beganSite().file;
    const { file } = linked(beganSite());
    expect([mayRead(before, applicant), mayRead(file, applicant)]).toEqual([false, true]);
    expect(constructionLife(file).institution).toBe('XCTY-2026-000007');
  });

  it('is one that exists, that was not refused, and that no other site has', () => {
    const link = (licence: Parameters<typeof linked>[1]) => refusalBy(() => linked(beganSite(), licence));
    expect([link(null), link({ isLost: true }), link({ takenBy: 'XCTY-D13' })]).toEqual([
      'unknownLicence',
      'unknownLicence',
      'licenceTaken',
    ]);
  });

  it('can be corrected until the name is proposed', () => {
    const again = (story: Story) => refusalBy(() => linked(story));
    expect([again(linked(beganSite())), again(proposed())]).toEqual(['done', 'nameProposedAlready']);
  });
});

describe('the name of a demonstration site', () => {
  it('is proposed for a linked institution with its certificate alone', () => {
    const propose = (licence: Parameters<typeof looked>[4]) =>
      refusalBy(() => {
        const story = accepted();
        looked(
          story,
          open(story, 'proposeName').id,
          { act: 'proposeName', grounds: reason },
          proposer,
          licence,
        );
      });
    expect([propose(null), propose({ certificateNo: null }), propose({})]).toEqual([
      'notCertified',
      'notCertified',
      'done',
    ]);
  });

  it('is signed by a second person', () => {
    const both: Actor = { ...proposer, roles: ['caseOfficer', 'decisionMaker'] };
    const story = linked(accepted());
    const own = conducted(
      looked(story, open(story, 'proposeName').id, { act: 'proposeName', grounds: reason }, both),
    );
    expect(refusalBy(() => named({ ...own }))).toBe('done');
    expect(refusalBy(() => does(own, 'signName', { act: 'signName' }, both))).toBe('fourEyes');
  });

  it('is told in a letter, public once that is served, and lasts', () => {
    const story = named();
    expect([story.file.letters.at(-1)?.kind, publishedName(story.file)]).toEqual(['named', null]);
    expect(publishedName(serves(story).file)).toMatchObject({ on: '2026-11-24' });
    expect([standsAt(story.file), story.file.outcome]).toEqual(['named', null]);
  });

  it('may be returned to be proposed anew, or declined, which ends the case', () => {
    const back = does(proposed(), 'signName', { act: 'returnName', reason });
    expect([openSteps(back), back.file.construction!.name]).toEqual([['proposeName'], null]);
    const declined = does(proposed(), 'signName', { act: 'declineName', reason });
    expect([declined.file.outcome, openSteps(declined)]).toEqual(['notNamed', []]);
  });

  it('lapses with the exit of its institution', () => {
    const lapsed = settled(told(serves(named()), { type: 'nameLapsed', on: '2026-11-24' }));
    expect([lapsed.file.outcome, publishedName(lapsed.file)]).toEqual(['nameLost', null]);
  });
});

describe('the loss of the name', () => {
  it('is raised by the office while the site bears it, once at a time', () => {
    const raise = (story: Story) => acted(story, null, { act: 'raiseLoss', reason }, office);
    expect(refusalBy(() => raise(beganSite()))).toBe('wrongStage');
    const raised = raise(named());
    expect(open(raised, 'considerLoss').unit).toBe(OFFICE);
    expect(refusalBy(() => raise(raised))).toBe('lossPending');
  });

  it('waits until the institution was heard, or has let the time for it pass', () => {
    const sign = (story: Story) => does(story, 'signLoss', { act: 'signLoss' });
    expect(refusalBy(() => sign(allServed(lossProposed())))).toBe('contestOpen');
    const lapsed = onDay(allServed(lossProposed()), '2026-12-10');
    expect(sign(lapsed).file).toMatchObject({ outcome: 'nameLost' });
  });

  it('answers what the institution said', () => {
    const story = allServed(lossProposed());
    const said = does(story, 'contest', { act: 'contest', statement: '已整改' }, applicant);
    expect(refusalBy(() => does(said, 'signLoss', { act: 'signLoss' }))).toBe('contestUnanswered');
    const lost = does(said, 'signLoss', { act: 'signLoss', answer: '整改未到位' });
    expect([lost.file.outcome, lost.file.letters.at(-1)?.kind]).toEqual(['nameLost', 'nameLost']);
  });

  it('is signed by a second person', () => {
    const raised = acted(named(), null, { act: 'raiseLoss', reason }, office);
    const both: Actor = { ...proposer, roles: ['caseOfficer', 'decisionMaker'] };
    const own = does(raised, 'considerLoss', { act: 'proposeLoss', grounds: reason }, both);
    const later = onDay(allServed(own), '2026-12-10');
    expect(refusalBy(() => does(later, 'signLoss', { act: 'signLoss' }, both))).toBe('fourEyes');
  });

  it('may be declined before and after the institution is told, and the site keeps its name', () => {
    const raised = acted(named(), null, { act: 'raiseLoss', reason }, office);
    const early = does(raised, 'considerLoss', { act: 'declineLoss', reason });
    const late = does(allServed(lossProposed()), 'signLoss', { act: 'declineLoss', reason });
    const kept = [early, late].map(({ file }) => [standsAt(file), file.construction!.loss]);
    expect(kept).toEqual([
      ['named', null],
      ['named', null],
    ]);
    expect(openSteps(late)).toEqual([]);
  });
});

test('a construction is given up by the office, and by no name', () => {
  const give = (story: Story) => acted(story, null, { act: 'discontinue', reason }, office);
  expect(give(beganSite()).file).toMatchObject({ outcome: 'discontinued' });
  expect(refusalBy(() => give(named()))).toBe('wrongStage');
});
