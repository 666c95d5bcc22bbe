import type { Actor } from '../../../domain/actor';
import { constructionLife } from '../../../domain/itinerary';
import { mayRead } from '../../../domain/permission';
import { standsAt } from '../../../domain/process';
import { publishedName } from '../../../domain/publication';
import { acted, conducted, onDay, settled, type Story, told } from '../record/story';
import { does, open, openSteps, reason, refusalBy, serves } from './institution';
import {
  accepted,
  allServed,
  applicant,
  beganSite,
  linked,
  looked,
  lossProposed,
  named,
  office,
  OFFICE,
  proposed,
  proposer,
} from './site';

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

  it('is not given to an institution that leaves meanwhile', () => {
    expect(refusalBy(() => named(proposed(), { isLost: true }))).toBe('notCertified');
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
