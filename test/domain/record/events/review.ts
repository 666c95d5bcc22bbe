import { flawed, officer, onlyFireLeft } from '../stories';
import {
  hearingAsked,
  hearingOffered,
  hearingScheduled,
  hearingTold,
  inspecting,
  objected,
} from '../sideStories';
import { idOf, openItem, TODAY, wayTo } from '../story';
import { about, asks, asksApplicant, DAY, done, LETTER, type Sentences, writes } from './told';

const fire = idOf('review-fire');
const fireLeft = onlyFireLeft().file;
const reviewing = wayTo('review', flawed).file;
const drafting = wayTo('draft').file;
const inspection = inspecting();
const inspect = openItem(inspection, 'inspect');
const [run] = inspection.file.procedures;
const hearing = hearingAsked();
const hear = openItem(hearing, 'hear');
const [held] = hearing.file.procedures;
const offered = openItem(hearingOffered(), 'requestHearing');
const seq = fireLeft.seq + 1;
const examined = (before: typeof fireLeft) => ({ examiners: [...before.examiners, officer.sub] });

export const reviewEvents: Sentences<
  | 'signedOff'
  | 'objectionAnswered'
  | 'procedureOrdered'
  | 'procedureScheduled'
  | 'procedureRecorded'
  | 'procedureCalledOff'
  | 'hearingOffered'
  | 'hearingRequested'
  | 'hearingWaived'
> = {
  signedOff: {
    'answers its item and keeps who examined the case, and a consent changes nothing else': {
      before: fireLeft,
      body: { type: 'signedOff', item: fire, opinion: 'agree', answered: [] },
      items: { 'review-fire': done },
      file: examined(fireLeft),
    },
    'keeps whose unit objects and which findings it answers beside those of others, and asks the decider': {
      before: { ...fireLeft, objections: ['housing'], answeredFindings: [{ finding: 'floor', seq: 3 }] },
      body: { type: 'signedOff', item: fire, opinion: 'object', answered: ['windowShare'] },
      items: { 'review-fire': done },
      file: {
        ...examined(fireLeft),
        objections: ['housing', 'fire'],
        answeredFindings: [
          { finding: 'floor', seq: 3 },
          { finding: 'windowShare', seq },
        ],
        ...asks(fireLeft, 'answer', { unit: 'shiqiao', about: fire }),
      },
    },
    'knows an examiner once': {
      before: { ...fireLeft, examiners: [officer.sub] },
      body: { type: 'signedOff', item: fire, opinion: 'agree', answered: [] },
      items: { 'review-fire': done },
    },
  },
  objectionAnswered: {
    'answers its item, and the objection stays on record': about(
      objected(),
      'answer',
      (item) => ({ type: 'objectionAnswered', item }),
      { items: { [openItem(objected(), 'answer').stepId]: done } },
    ),
  },
  procedureOrdered: {
    'stops clocks from its day on, asks the unit that ordered it and writes to the applicant': {
      before: reviewing,
      body: {
        type: 'procedureOrdered',
        item: fire,
        procedure: 'test',
        days: 3,
        on: DAY,
        letter: LETTER,
      },
      file: {
        procedures: [
          {
            stepId: `test-${reviewing.seq + 1}`,
            procedure: 'test',
            orderedIn: fire,
            days: 3,
            from: DAY,
            to: null,
            scheduledOn: null,
            result: null,
          },
        ],
        ...asks(reviewing, 'test', { unit: 'fire', about: fire }),
        ...writes(reviewing, 'procedure', fire, 'fire'),
      },
    },
  },
  procedureScheduled: {
    'keeps the day; a visit is told of without a letter': about(
      inspection,
      'inspect',
      (item) => ({ type: 'procedureScheduled', item, on: DAY, presider: null, letter: null }),
      { items: { [inspect.stepId]: {} }, file: { procedures: [{ ...run!, scheduledOn: DAY }] } },
    ),
    'writes to the applicant where it is a hearing': about(
      hearing,
      'hear',
      (item) => ({ type: 'procedureScheduled', item, on: DAY, presider: 'presider-1', letter: LETTER }),
      {
        items: { [hear.stepId]: {} },
        file: {
          procedures: [{ ...held!, scheduledOn: DAY }],
          ...writes(hearing.file, 'hearingNotice', hear.id),
        },
      },
    ),
  },
  procedureRecorded: {
    'answers its item, and the time that does not count ends on its day, with the result': about(
      inspection,
      'inspect',
      (item) => ({ type: 'procedureRecorded', item, result: 'failed', heldOn: TODAY, on: DAY }),
      { items: { [inspect.stepId]: done }, file: { procedures: [{ ...run!, to: DAY, result: 'failed' }] } },
    ),
    'of a hearing does the same': about(
      hearingScheduled(),
      'hear',
      (item) => ({ type: 'procedureRecorded', item, result: 'passed', heldOn: DAY, on: DAY }),
      {
        items: { [hear.stepId]: done },
        file: { procedures: [{ ...held!, scheduledOn: '2026-12-02', to: DAY, result: 'passed' }] },
      },
    ),
  },
  procedureCalledOff: {
    'answers its item, and the time that does not count ends on its day, without a result': about(
      inspection,
      'inspect',
      (item) => ({ type: 'procedureCalledOff', item, on: DAY }),
      { items: { [inspect.stepId]: done }, file: { procedures: [{ ...run!, to: DAY }] } },
    ),
  },
  hearingOffered: {
    'asks the applicant, and for the letter to be served': {
      before: drafting,
      body: { type: 'hearingOffered', item: idOf('draft'), letter: LETTER },
      file: {
        asked: {
          ...asks(drafting, 'serve', { unit: 'shiqiao', about: LETTER }).asked,
          ...asksApplicant(drafting, 'requestHearing', idOf('draft')).asked,
        },
        ...writes(drafting, 'hearingOffered', idOf('draft')),
      },
    },
  },
  hearingRequested: {
    'answers its item, stops the clock from its day on and asks whoever drafts': {
      before: hearingTold().file,
      body: { type: 'hearingRequested', item: offered.id, on: DAY },
      items: { [offered.stepId]: done },
      file: {
        procedures: [
          {
            stepId: `hear-${hearingTold().file.seq + 1}`,
            procedure: 'hear',
            orderedIn: idOf('draft'),
            days: null,
            from: DAY,
            to: null,
            scheduledOn: null,
            result: null,
          },
        ],
        ...asks(hearingTold().file, 'hear', { unit: 'shiqiao', about: idOf('draft') }),
      },
    },
  },
  hearingWaived: {
    'answers its item': {
      before: hearingTold().file,
      body: { type: 'hearingWaived', item: offered.id },
      items: { [offered.stepId]: done },
    },
  },
};
