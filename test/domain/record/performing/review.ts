import { answerTo, flawed } from '../stories';
import { hearingAsked, hearingScheduled, hearingTold, inspecting, objected } from '../sideStories';
import { did, idOf, onDay, TODAY, wayTo } from '../story';
import { answer, NUMBER, type Performed } from './performing';

const reason = '疏散通道不足';
const fire = idOf('review-fire');
const reviewing = wayTo('review');
const number = 'letter';
const report = '符合要求';
const afterHearing = onDay(hearingScheduled(), '2026-12-02');
const visitPlanned = did(inspecting(), 'inspect', { act: 'schedule', on: '2026-11-25', place: '现场' });

export const reviewActs: Performed<
  | 'signOff'
  | 'answerObjection'
  | 'order'
  | 'schedule'
  | 'recordResult'
  | 'callOff'
  | 'offerHearing'
  | 'requestHearing'
  | 'waiveHearing'
> = {
  signOff: {
    'with consent and without a word': {
      story: reviewing,
      item: fire,
      body: { act: 'signOff', opinion: 'agree' },
      event: { type: 'signedOff', item: fire, opinion: 'agree', answered: [] },
      particulars: { reason: null, answers: [] },
    },
    'with an objection and an answer to a finding, their words beside the event': {
      story: wayTo('review', flawed),
      item: fire,
      body: { act: 'signOff', opinion: 'object', reason, answers: [answerTo('floor')] },
      event: { type: 'signedOff', item: fire, opinion: 'object', answered: ['floor'] },
      particulars: { reason, answers: [answerTo('floor')] },
    },
  },
  answerObjection: {
    'with its words beside the event': answer(
      'answer',
      { act: 'answerObjection', answer: '已采纳' },
      (item) => ({ type: 'objectionAnswered', item }),
      { story: objected(), particulars: { answer: '已采纳' } },
    ),
  },
  order: {
    'an inspection by a reviewer, by a letter that tells the time it needs: 行政许可法 第四十五条': {
      story: reviewing,
      item: fire,
      body: { act: 'order', procedure: 'inspect', days: 10, reason },
      event: {
        type: 'procedureOrdered',
        item: fire,
        procedure: 'inspect',
        days: 10,
        on: TODAY,
        letter: NUMBER,
      },
      particulars: { reason },
      number,
    },
    'another kind beside one that runs': {
      story: inspecting(),
      item: fire,
      body: { act: 'order', procedure: 'test', days: 1, reason },
      event: { type: 'procedureOrdered', item: fire, procedure: 'test', days: 1, on: TODAY, letter: NUMBER },
      particulars: { reason },
      number,
    },
    'the same kind again once the first is over': {
      story: did(inspecting(), 'inspect', { act: 'callOff', reason }),
      item: fire,
      body: { act: 'order', procedure: 'inspect', days: 1, reason },
      event: {
        type: 'procedureOrdered',
        item: fire,
        procedure: 'inspect',
        days: 1,
        on: TODAY,
        letter: NUMBER,
      },
      particulars: { reason },
      number,
    },
    'the same kind in another work item': {
      story: inspecting(),
      item: idOf('review-housing'),
      body: { act: 'order', procedure: 'inspect', days: 1, reason },
      event: {
        type: 'procedureOrdered',
        item: idOf('review-housing'),
        procedure: 'inspect',
        days: 1,
        on: TODAY,
        letter: NUMBER,
      },
      particulars: { reason },
      number,
    },
    'an appraisal by whoever drafts': answer(
      'draft',
      { act: 'order', procedure: 'appraise', days: 3, reason },
      (item) => ({
        type: 'procedureOrdered',
        item,
        procedure: 'appraise',
        days: 3,
        on: TODAY,
        letter: NUMBER,
      }),
      { number, particulars: { reason } },
    ),
  },
  schedule: {
    'a visit today, of which nobody need be told in writing': answer(
      'inspect',
      { act: 'schedule', on: TODAY, place: '现场' },
      (item) => ({ type: 'procedureScheduled', item, on: TODAY, presider: null, letter: null }),
      { story: inspecting(), particulars: { place: '现场' } },
    ),
    'a hearing seven days ahead, by a letter: 行政许可法 第四十八条': answer(
      'hear',
      { act: 'schedule', on: '2026-12-01', place: '二楼', presider: 'presider-1' },
      (item) => ({
        type: 'procedureScheduled',
        item,
        on: '2026-12-01',
        presider: 'presider-1',
        letter: NUMBER,
      }),
      { story: hearingAsked(), number, particulars: { place: '二楼' } },
    ),
  },
  recordResult: {
    'of a visit that was never scheduled, held since it was ordered': answer(
      'inspect',
      { act: 'recordResult', result: 'failed', heldOn: TODAY, report },
      (item) => ({ type: 'procedureRecorded', item, result: 'failed', heldOn: TODAY, on: TODAY }),
      { story: inspecting(), particulars: { report } },
    ),
    'of a hearing on its day': answer(
      'hear',
      { act: 'recordResult', result: 'passed', heldOn: '2026-12-02', report },
      (item) => ({
        type: 'procedureRecorded',
        item,
        result: 'passed',
        heldOn: '2026-12-02',
        on: '2026-12-02',
      }),
      { story: afterHearing, particulars: { report } },
    ),
  },
  callOff: {
    'for a reason, kept beside the event': answer(
      'inspect',
      { act: 'callOff', reason },
      (item) => ({ type: 'procedureCalledOff', item, on: TODAY }),
      { story: visitPlanned, particulars: { reason } },
    ),
  },
  offerHearing: {
    'by a letter': answer(
      'draft',
      { act: 'offerHearing', reason },
      (item) => ({ type: 'hearingOffered', item, letter: NUMBER }),
      { number, particulars: { reason } },
    ),
  },
  requestHearing: {
    today: answer(
      'requestHearing',
      { act: 'requestHearing' },
      (item) => ({ type: 'hearingRequested', item, on: TODAY }),
      { story: hearingTold() },
    ),
  },
  waiveHearing: {
    'without more words': answer(
      'requestHearing',
      { act: 'waiveHearing' },
      (item) => ({ type: 'hearingWaived', item }),
      { story: hearingTold() },
    ),
  },
};
