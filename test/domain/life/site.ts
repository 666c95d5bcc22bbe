import type { ActBody } from '../../../domain/act';
import type { Actor } from '../../../domain/actor';
import { openItems } from '../../../domain/process';
import type { SiteLicence } from '../../../domain/construction';
import { perform } from '../../../domain/perform';
import { planConstruction } from '../../../domain/planSite';
import { official } from '../../world/people';
import { xiacheng } from '../plan/plans';
import { acted, begun, CASE, conducted, numberIn, settled, type Story, todayIn, told } from '../record/story';
import { does, open, reason } from './institution';

/** 石桥街道维安宝贝: a privately run site whose subdistrict is responsible for it. */
export const SITE = 14;
export const SUBDISTRICT = 'shiqiao';
export const OFFICE = 'health';
export const office = official(OFFICE, 'coordinator');
/** A hundred days after the day on which every story begins. */
export const COMPLETION = '2027-03-04';
export const LICENCE = 'XCTY-2026-000007';
export const INSTITUTION = 'site-organisation';

/** A site whose construction was begun today. */
export function beganSite(no = SITE): Story {
  const site = xiacheng.plan.demonstrationSites.find((each) => each.no === no)!;
  const story = begun(
    planConstruction(xiacheng, site, {
      subdistrict: SUBDISTRICT,
      ownership: 'forProfit',
      completion: COMPLETION,
    }),
  );
  return { ...story, file: { ...story.file, organisation: '' } };
}

const known: SiteLicence = {
  caseId: LICENCE,
  knownAs: LICENCE,
  organisation: INSTITUTION,
  certificateNo: 'XCTY-C-2026-000001',
  isLost: false,
  takenBy: null,
};

/** The story after an act for which the record looks the application up. */
export function looked(
  story: Story,
  item: string | null,
  body: ActBody,
  actor = office,
  licence: Partial<SiteLicence> | null = {},
): Story {
  const context = {
    today: todayIn(story),
    now: story.now,
    number: numberIn(story),
    licence: licence && { ...known, ...licence },
  };
  return settled(told(story, perform(story.file, item, body, actor, context).body, actor));
}

export const linked = (story: Story, licence?: Partial<SiteLicence> | null) =>
  looked(story, null, { act: 'linkLicence', licence: LICENCE }, office, licence);

/** The work item in which a milestone is reported. */
export const building = (milestone: string, round = 1) => `${CASE}.${round}.build-${milestone}`;

const builder = official(SUBDISTRICT, 'caseOfficer');

export function reports(
  story: Story,
  milestone: string,
  reachedOn: string | null = todayIn(story),
  round = 1,
): Story {
  const body = { act: 'reportMilestone', reachedOn, remark: '按计划推进' } as const;
  return acted(story, building(milestone, round), body, builder);
}

export const milestones = ['premises', 'works', 'equipmentAndStaff', 'ready'];

export const applicant: Actor = {
  sub: 'site-applicant',
  unit: null,
  organisation: INSTITUTION,
  roles: ['applicant'],
};

/** Every milestone was reached today. */
export const built = (story = beganSite()) =>
  conducted(milestones.reduce((before, milestone) => reports(before, milestone), story));

/** The opinion of every unit consulted, and the lead's turn. */
export function examined(story = built()): Story {
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

export const accepted = (story = examined()) =>
  does(story, 'acceptSite', { act: 'acceptSite', visitedOn: todayIn(story), report: '验收合格' });
export const returned = (story = examined(), list: readonly string[] = ['works']) =>
  does(story, 'acceptSite', {
    act: 'returnSite',
    visitedOn: todayIn(story),
    report: '活动室未完工',
    milestones: list,
    completion: '2027-06-30',
  });
export const proposer = official(OFFICE, 'caseOfficer');
export const signer = official(OFFICE, 'decisionMaker');
export const proposed = (story = linked(accepted())) =>
  conducted(
    looked(story, open(story, 'proposeName').id, { act: 'proposeName', grounds: '示范作用明显' }, proposer),
  );
export const named = (story = proposed(), licence?: Partial<SiteLicence>) =>
  conducted(looked(story, open(story, 'signName').id, { act: 'signName' }, signer, licence));
export const lossProposed = () => {
  const raised = acted(named(), null, { act: 'raiseLoss', reason }, office);
  return does(raised, 'considerLoss', { act: 'proposeLoss', grounds: '连续两年不合格' });
};
/** Everything that was written has been handed over. */
export function allServed(story: Story): Story {
  const waiting = openItems(story.file).filter(({ step }) => step === 'serve');
  return waiting.reduce((before, { id, unit }) => {
    const body = { act: 'serve', how: 'paper', on: todayIn(before), to: '园长' } as const;
    return conducted(acted(before, id, body, official(unit, 'caseOfficer')));
  }, story);
}
