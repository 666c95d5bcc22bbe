import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { systemActor } from '../../domain/actor';
import type { CaseEvent } from '../../domain/event';
import { type FeedEvent, feedEventOf, feedTypes } from '../../domain/feed';
import { ORGANISATION } from '../world/people';
import { granted } from './record/sideStories';
import { supervised } from './life/institution';
import { beganSite, reports } from './life/site';
import { clerk, closed, signer } from './record/stories';
import { acted, idOf, passed, type Story, wayTo } from './record/story';
import { anyStory } from './record/wandering';

/** What leaves of each type, once more and by hand: a field that is added to an event must not slip out. */
const told: Readonly<Record<string, readonly string[]>> = {
  submitted: ['receivedOn', 'channel', 'serviceMode', 'ownership', 'subdistrict', 'lead', 'handling'],
  takenOver: [
    'on',
    'registeredOn',
    'receiptNo',
    'filedOn',
    'certificateNo',
    'serviceMode',
    'ownership',
    'subdistrict',
  ],
  accepted: ['acceptedOn'],
  deemedAccepted: ['acceptedOn'],
  notAccepted: [],
  correctionRequested: ['on'],
  corrected: ['completedOn'],
  limitPassed: ['step', 'unit', 'dueAt'],
  procedureOrdered: ['procedure', 'days', 'on'],
  procedureRecorded: ['step', 'unit', 'heldOn', 'on'],
  procedureCalledOff: ['step', 'unit', 'on'],
  remanded: ['to'],
  amended: ['amends'],
  decided: ['result', 'decidedOn', 'no'],
  endorsementDeclined: [],
  registered: ['registeredOn'],
  registrationDeclined: [],
  reapplied: [],
  registrationPushed: [],
  filed: ['receivedOn'],
  receiptIssued: ['no', 'issuedOn'],
  conformityConfirmed: [],
  nonConforming: [],
  licenceIssued: ['no', 'issuedOn'],
  withdrawn: [],
  discontinued: ['on'],
  repaired: ['kind', 'to', 'date', 'clock', 'days'],
  begun: ['kind', 'institution', 'year', 'on', 'serviceMode', 'ownership', 'subdistrict'],
  institutionChanged: ['on', 'changedBy', 'serviceMode', 'ownership', 'subdistrict'],
  ratingConfirmed: ['rating', 'on', 'no'],
  suspensionDecided: ['decidedOn', 'days', 'no'],
  suspensionLifted: ['liftedOn', 'no'],
  exitDecided: ['measure', 'decidedOn', 'no'],
  deregistered: ['deregisteredOn'],
  filingClosed: ['on'],
  named: ['on', 'no', 'institution'],
  nameLost: ['on', 'no', 'institution'],
  nameLapsed: ['on'],
  supportDecided: ['result', 'yuan', 'on', 'no'],
  supportPaid: ['paidOn', 'yuan'],
  supportEnded: ['on', 'no'],
  supportLapsed: ['on'],
};

const head = [
  'specversion',
  'id',
  'source',
  'type',
  'subject',
  'time',
  'actorunit',
  'datacontenttype',
  'data',
];

const feedOf = ({ events: all, file }: Story) =>
  all.map((event) => feedEventOf(file, event)).filter((event) => event !== null);
const typeOf = ({ type }: FeedEvent) => type.replace(/^onewindow\.case\.(\w+)\.v1$/, '$1');

describe('what leaves the house of an event', () => {
  it('is of the types that are listed, and of no other', () => {
    expect([...feedTypes].sort()).toEqual(Object.keys(told).sort());
  });

  it('is in the list that readers have', () => {
    const guide = readFileSync(join(__dirname, '../../docs/how-to/event-feed.md'), 'utf8');
    for (const [type, fields] of Object.entries(told))
      for (const word of [type, ...fields]) expect(guide).toContain(`\`${word}\``);
  });

  it('is the fields that are listed, whatever else becomes a fact, and nobody’s name or account', () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        const planted = story.events.map((event): CaseEvent =>
          Object.assign({ secret: '张三 13800000000' }, event),
        );
        const feed = feedOf({ ...story, events: planted });
        expect(feed).toEqual(feedOf(story));
        for (const event of feed) {
          expect(head).toEqual(expect.arrayContaining(Object.keys(event)));
          expect(told[typeOf(event)]).toEqual(expect.arrayContaining(Object.keys(event.data)));
        }
        const text = JSON.stringify(feed);
        expect(text).not.toContain('secret');
        expect(text).not.toContain(ORGANISATION);
        const people = story.events.map(({ actor }) => actor.sub).filter((sub) => sub !== systemActor.sub);
        for (const sub of people) expect(text).not.toContain(`"${sub}"`);
      }),
      { numRuns: 60 },
    );
  });

  it('is of an institution’s life its milestones, and none of its work items', () => {
    const visit = passed(supervised(), '2027-02-24T01:00:00.000Z');
    const due = passed(visit, '2027-05-30T00:00:00.000Z');
    expect(due.events.map(({ type }) => type)).toContain('limitPassed');
    expect(feedOf(due).map(({ type, data }) => [type, data.kind])).toEqual([
      ['onewindow.case.begun.v1', 'supervision'],
    ]);
  });

  it('is of a demonstration site its beginning and its name', () => {
    expect(feedOf(reports(beganSite(), 'premises')).map(({ type, data }) => [type, data.kind])).toEqual([
      ['onewindow.case.begun.v1', 'construction'],
    ]);
  });

  it('is by a unit, or by nobody in particular', () => {
    const [submitted, accepted] = feedOf(closed.certified());
    expect(submitted).not.toHaveProperty('actorunit');
    expect(accepted).toMatchObject({ type: 'onewindow.case.accepted.v1', actorunit: 'shiqiao' });
  });

  it('is a CloudEvent whose id is the case and the number of the event', () => {
    const [submitted] = feedOf(closed.certified());
    expect(submitted).toEqual({
      specversion: '1.0',
      id: 'XCTY-2026-000001/1',
      source: 'urn:onewindow:xiacheng',
      type: 'onewindow.case.submitted.v1',
      subject: 'XCTY-2026-000001',
      time: '2026-11-24T01:00:00.000Z',
      datacontenttype: 'application/json',
      data: {
        receivedOn: '2026-11-24',
        channel: 'portal',
        serviceMode: 'private',
        ownership: 'nonProfit',
        subdistrict: 'shiqiao',
        lead: 'shiqiao',
        handling: 'joint',
      },
    });
  });
});

describe('an act that was amended', () => {
  it('is never told where its letter was still to be served, nor is that it was amended', () => {
    const story = granted();
    expect(feedOf(story).map(typeOf)).toContain('decided');
    const amended = acted(story, idOf('decide'), { act: 'amend', reason: '误按' }, signer);
    const types = feedOf(amended).map(typeOf);
    expect(types).not.toContain('decided');
    expect(types).not.toContain('amended');
  });

  it('is told to be amended where it had been told', () => {
    const accepted = acted(wayTo('accept'), idOf('accept'), { act: 'accept' }, clerk);
    const amended = acted(accepted, idOf('accept'), { act: 'amend', reason: '误按' }, clerk);
    const [first, second] = feedOf(amended).slice(-2);
    expect([typeOf(first!), typeOf(second!)]).toEqual(['accepted', 'amended']);
    expect(second!.data).toEqual({ amends: first!.id });
  });
});
