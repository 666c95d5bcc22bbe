import fc from 'fast-check';
import { APPLICANT } from '../../../domain/itinerary';
import {
  noticeOf,
  type NoticeTemplate,
  noticeTemplates,
  type Recipient,
  recipientOf,
} from '../../../domain/notice';
import { unitsIn } from '../../../domain/permission';
import { openItems } from '../../../domain/process';
import { type Role, type Step } from '../../../domain/vocabulary';
import { applicant, official } from '../../world/people';
import { lifeNotices } from '../../../infra/letters/lifeNotices';
import { siteNotices } from '../../../infra/letters/siteNotices';
import { supportNotices } from '../../../infra/letters/supportNotices';
import { suspensionNotices } from '../../../infra/letters/suspensionNotices';
import { events } from './events';
import { consulted, objected } from './sideStories';
import { situations } from './situations';
import { eventOf } from './eventOf';
import { acted, did, filesOf, openItem, type Story, submitted, wayTo } from './story';
import { anyStory } from './wandering';
import { type LicensingEvent, type LicensingStep, licensingSteps } from '../../world/licensing';

/** Written a second time and by hand: of which events somebody is told, by which templates. */
const told: Readonly<Record<LicensingEvent, readonly NoticeTemplate[]>> = {
  submitted: ['submissionReceived'],
  accepted: ['accepted'],
  deemedAccepted: ['deemedAccepted'],
  notAccepted: ['notAccepted'],
  correctionRequested: ['correction'],
  procedureOrdered: ['procedure'],
  procedureScheduled: ['hearingNotice'],
  hearingOffered: ['hearingOffered'],
  extensionGranted: ['extension'],
  decided: ['granted', 'refused'],
  remanded: ['remanded'],
  endorsementDeclined: ['endorsementDeclined'],
  registered: ['registered'],
  registrationDeclined: ['registrationDeclined'],
  receiptIssued: ['filingReceipt'],
  nonConforming: ['nonConforming'],
  licenceIssued: ['certificate'],
  withdrawn: ['withdrawn'],
  warned: ['warning'],
  decisionWarned: ['warning'],
  stageOpened: [],
  sideStepsOpened: [],
  corrected: [],
  claimed: [],
  released: [],
  delegated: [],
  reassigned: [],
  signedOff: [],
  objectionAnswered: [],
  limitPassed: [],
  rightLapsed: [],
  procedureRecorded: [],
  procedureCalledOff: [],
  hearingRequested: [],
  hearingWaived: [],
  extensionRequested: [],
  extensionForwarded: [],
  extensionDeclined: [],
  consulted: [],
  advised: [],
  amended: [],
  decisionDrafted: [],
  draftReturned: [],
  endorsed: [],
  reapplied: [],
  registrationPushed: [],
  filed: [],
  conformityConfirmed: [],
  deadlineMoved: [],
  letterServed: [],
  serviceFailed: [],
  repairProposed: [],
  repaired: [],
  repairDeclined: [],
  rulesPinned: [],
  intervened: [],
};

describe('the notice of an event', () => {
  it.each(Object.entries(events))('%s', (type, sentences) => {
    const templates = Object.values(sentences).map(({ before, body }) => noticeOf(eventOf(before, body)));
    const expected = told[type as LicensingEvent];
    expect(new Set(templates.filter((template) => template !== null))).toEqual(new Set(expected));
    if (expected.length > 0 && type !== 'procedureScheduled') expect(templates).not.toContain(null);
  });

  it('of a submission tells that it was received', () => {
    expect(submitted().events.map(noticeOf)).toEqual(['submissionReceived']);
  });

  it('uses every template there is', () => {
    const ofLife = [lifeNotices, suspensionNotices, siteNotices, supportNotices].flatMap(Object.keys);
    expect(new Set([...Object.values(told).flat(), ...ofLife])).toEqual(new Set(noticeTemplates));
  });

  it('tells the applicant of the day of a hearing, and of no other appointment', () => {
    const rows = Object.values(events.procedureScheduled);
    const hearings = rows.map(({ before, body }) => [
      before.items['item' in body ? (body.item ?? '') : '']?.step,
      noticeOf(eventOf(before, body)),
    ]);
    expect(new Set(hearings.map(([step, template]) => `${step} ${template}`))).toEqual(
      new Set(['hear hearingNotice', 'inspect null']),
    );
  });

  it('a withdrawal is the last that its applicant is told', () => {
    const withdrawn = acted(wayTo('review'), null, { act: 'withdraw' }, applicant);
    expect(withdrawn.events.map(noticeOf).filter((template) => template !== null)).toEqual([
      'submissionReceived',
      'accepted',
      'withdrawn',
    ]);
  });

  it('never tells who objected, nor that anybody did', () => {
    const { file, events: all } = objected();
    const [objection] = all.filter(({ type }) => type === 'signedOff');
    expect(noticeOf(objection!)).toBeNull();
    expect(file.letters.map(({ kind }) => kind)).toEqual(['accepted']);
  });
});

const of = (unit: string, ...roles: Role[]): Recipient => ({ kind: 'officials', unit, roles });
const themselves: Recipient = { kind: 'applicant' };
const office = of('health', 'coordinator');
const administrators: Recipient = { kind: 'officials', unit: null, roles: ['administrator'] };

/** Whom the first rung of each step reaches, and whom the second. */
const warned: Readonly<Record<LicensingStep, readonly [Recipient, Recipient]>> = {
  accept: [of('shiqiao', 'intakeClerk'), of('shiqiao', 'head')],
  review: [of('fire', 'reviewer'), of('fire', 'head')],
  draft: [of('shiqiao', 'caseOfficer'), of('shiqiao', 'head')],
  decide: [of('shiqiao', 'decisionMaker'), of('shiqiao', 'head')],
  endorse: [of('health', 'decisionMaker'), of('health', 'head')],
  register: [of('civilAffairs', 'registrar'), of('civilAffairs', 'head')],
  push: [office, office],
  file: [themselves, of('shiqiao', 'head')],
  receipt: [of('health', 'filingOfficer'), of('health', 'head')],
  conformity: [of('health', 'filingOfficer'), of('health', 'head')],
  issue: [of('health', 'filingOfficer'), of('health', 'head')],
  correct: [themselves, of('shiqiao', 'head')],
  answer: [of('shiqiao', 'caseOfficer'), of('shiqiao', 'head')],
  inspect: [of('fire', 'reviewer', 'caseOfficer'), of('fire', 'head')],
  test: [of('fire', 'reviewer', 'caseOfficer'), of('fire', 'head')],
  appraise: [of('shiqiao', 'reviewer', 'caseOfficer'), of('shiqiao', 'head')],
  requestHearing: [themselves, of('shiqiao', 'head')],
  hear: [of('shiqiao', 'reviewer', 'caseOfficer'), of('shiqiao', 'head')],
  forwardExtension: [office, of('health', 'head')],
  grantExtension: [of('government', 'head'), of('government', 'head')],
  advise: [of('shiqiao', 'head'), of('shiqiao', 'head')],
  reapply: [themselves, of('shiqiao', 'head')],
  serve: [
    of('shiqiao', 'intakeClerk', 'caseOfficer', 'reviewer', 'registrar', 'filingOfficer'),
    of('shiqiao', 'head'),
  ],
  confirmRepair: [administrators, administrators],
};

/** Who is told when a rung of an open step is reached. */
function toldOf({ file }: Story, item: string, rung: string): Recipient {
  const { dueAt } = file.items[item]!.deadline;
  return recipientOf(eventOf(file, { type: 'warned', item, rung, dueAt }), file);
}

describe('a warning climbs', () => {
  it.each(licensingSteps)('of %s: who has to act, then the head, then the office', (step) => {
    const unit = step === 'review' ? 'fire' : null;
    const isMeant = (each: { step: Step; unit: string }) =>
      each.step === step && each.unit === (unit ?? each.unit);
    const story = situations.map((each) => each.story).find(({ file }) => openItems(file).some(isMeant))!;
    const { id } = openItems(story.file).find(isMeant)!;
    const rungs = ['approaching', 'overdue', 'escalated'].map((rung) => toldOf(story, id, rung));
    expect(rungs).toEqual([...warned[step], office]);
  });

  it('reaches the one who has claimed the item alone, and the head all the same', () => {
    const claimed = did(wayTo('accept'), 'accept', { act: 'claim' });
    const { id } = openItem(claimed, 'accept');
    expect(toldOf(claimed, id, 'approaching')).toEqual({ kind: 'person', sub: 'shiqiao-intakeClerk-1' });
    expect(toldOf(claimed, id, 'overdue')).toEqual(of('shiqiao', 'head'));
    const released = did(claimed, 'accept', { act: 'release' });
    expect(toldOf(released, id, 'approaching')).toEqual(of('shiqiao', 'intakeClerk'));
  });

  it('reaches the one to whom a head gave the item', () => {
    const given = did(wayTo('accept'), 'accept', { act: 'delegate', to: 'x' }, official('shiqiao', 'head'));
    expect(toldOf(given, openItem(given, 'accept').id, 'approaching')).toEqual({ kind: 'person', sub: 'x' });
  });

  it.each([
    ['head', of('shiqiao', 'head')],
    ['office', office],
  ] as const)('reaches the %s whose advice was asked for', (whom, expected) => {
    const asked = consulted(whom);
    expect(toldOf(asked, openItem(asked, 'advise').id, 'approaching')).toEqual(expected);
  });
});

describe('of every case, on whatever way', () => {
  it('all but warnings go to the applicant, and a warning to nobody who has no part in the case', () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        const files = filesOf(story);
        story.events.forEach((event, index) => {
          const file = files[index]!;
          const recipient = recipientOf(event, file);
          const item = event.type === 'warned' ? file.items[event.item]! : null;
          const warns = noticeOf(event) === 'warning';
          const parts = [...unitsIn(file), file.itinerary.subdistrict, 'health', null];
          const fits = {
            applicant: () => !warns || item?.unit === APPLICANT,
            person: () => item !== null && 'sub' in recipient && recipient.sub === item.assignee,
            complainant: () => false,
            units: () => false,
            officials: () => warns && 'unit' in recipient && parts.includes(recipient.unit),
          };
          expect(fits[recipient.kind]()).toBe(true);
        });
      }),
    );
  });
});
