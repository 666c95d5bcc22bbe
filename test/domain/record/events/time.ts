import type { CaseFile } from '../../../../domain/caseFile';
import type { Deadline } from '../../../../domain/deadline';
import { onlyFireLeft } from '../stories';
import { correctionAsked, hearingTold } from '../sideStories';
import { idOf, itemOf, openItem, submitted, TODAY, wayTo } from '../story';
import { withWarning } from './files';
import { about, overtaken, type Sentences } from './told';

const deadline: Deadline = {
  rule: 'acceptance',
  startsOn: TODAY,
  limit: 5,
  unit: 'workingDay',
  due: '2026-12-01',
  dueAt: '2026-12-01T16:00:00.000Z',
  provisional: false,
};
const opened = { id: idOf('accept'), stepId: 'accept', step: 'accept', unit: 'shiqiao', deadline } as const;
const moved = { ...deadline, due: '2026-12-02', dueAt: '2026-12-02T16:00:00.000Z' };
const past = { ...deadline, due: '2026-11-20', dueAt: '2026-11-20T16:00:00.000Z' };
const rungs = [{ rung: 'approaching', at: '2026-11-30T01:00:00.000Z' }];
const blank = {
  round: 1,
  status: 'open',
  limitPassed: false,
  stopped: false,
  rungs: [],
  warned: [],
  assignee: null,
  openedAt: '2026-11-24T01:01:00.000Z',
} as const;

const fireLeft = onlyFireLeft().file;
const accepting = wayTo('accept').file;
const { rungs: ahead } = itemOf(wayTo('accept'), 'accept');
const late = { ...accepting, items: { ...accepting.items, [idOf('accept')]: lateItem(accepting) } };
const stopped = correctionAsked();
const hearing = hearingTold();
const offered = openItem(hearing, 'requestHearing');

function lateItem(file: CaseFile) {
  return { ...file.items[idOf('accept')]!, limitPassed: true };
}

export const timeEvents: Sentences<
  | 'stageOpened'
  | 'sideStepsOpened'
  | 'limitPassed'
  | 'rightLapsed'
  | 'warned'
  | 'decisionWarned'
  | 'deadlineMoved'
> = {
  stageOpened: {
    'brings its stage, and its items, open': {
      before: { ...submitted().file, stage: 'decision' },
      body: { type: 'stageOpened', stage: 'acceptance', items: [{ ...opened, rungs }] },
      items: { accept: { ...opened, ...blank, rungs, stage: 'acceptance', openedSeq: 2 } },
      file: { stage: 'acceptance', current: { accept: idOf('accept') } },
    },
    'of the first release knows no warnings': {
      before: submitted().file,
      body: { type: 'stageOpened', stage: 'acceptance', items: [opened] },
      items: { accept: { ...opened, ...blank, stage: 'acceptance', openedSeq: 2 } },
      file: { current: { accept: idOf('accept') } },
    },
  },
  sideStepsOpened: {
    'brings items open at the stage where the case is': {
      before: { ...fireLeft, stage: 'registration' },
      body: {
        type: 'sideStepsOpened',
        items: [{ ...opened, id: idOf('advise-9'), stepId: 'advise-9', step: 'advise', stopped: true }],
      },
      items: {
        'advise-9': {
          ...opened,
          ...blank,
          id: idOf('advise-9'),
          stepId: 'advise-9',
          step: 'advise',
          stage: 'registration',
          stopped: true,
          openedSeq: fireLeft.seq + 1,
        },
      },
      file: { current: { ...fireLeft.current, 'advise-9': idOf('advise-9') } },
    },
  },
  limitPassed: {
    'leaves its item open and says so of it': {
      before: fireLeft,
      body: { type: 'limitPassed', item: idOf('review-fire'), dueAt: '2026-12-08T16:00:00.000Z' },
      items: { 'review-fire': { limitPassed: true } },
    },
  },
  rightLapsed: {
    'closes its item, since nobody can ask any more': about(
      hearing,
      'requestHearing',
      (item) => ({ type: 'rightLapsed', item, dueAt: '2026-12-01T16:00:00.000Z' }),
      { items: { [offered.stepId]: { ...overtaken, limitPassed: true } } },
    ),
  },
  decisionWarned: {
    'is told once in its round, and no item changes by it': {
      before: { ...accepting, decisionWarned: [{ round: 1, rung: 'approaching' }] },
      body: { type: 'decisionWarned', rung: 'overdue', dueAt: ahead[1]!.at, due: '2027-01-27' },
      file: {
        decisionWarned: [
          { round: 1, rung: 'approaching' },
          { round: 1, rung: 'overdue' },
        ],
      },
    },
  },
  warned: {
    'is told once, and changes nothing else that anybody saw of the item': {
      before: accepting,
      body: { type: 'warned', item: idOf('accept'), rung: 'approaching', dueAt: ahead[0]!.at },
      items: {
        accept: {
          warned: ['approaching'],
          rungs: ahead.slice(1),
          version: accepting.items[idOf('accept')]!.version,
        },
      },
    },
    'comes beside earlier ones': {
      before: withWarning(accepting, idOf('accept')),
      body: { type: 'warned', item: idOf('accept'), rung: 'overdue', dueAt: ahead[1]!.at },
      items: {
        accept: {
          warned: ['approaching', 'overdue'],
          rungs: ahead.filter(({ rung }) => rung !== 'overdue'),
          version: accepting.items[idOf('accept')]!.version,
        },
      },
    },
  },
  deadlineMoved: {
    'gives its item another deadline and other warnings': {
      before: accepting,
      body: { type: 'deadlineMoved', item: idOf('accept'), deadline: moved, rungs },
      items: { accept: { deadline: moved, rungs } },
    },
    'without a deadline stops the clock': {
      before: accepting,
      body: { type: 'deadlineMoved', item: idOf('accept'), deadline: null },
      items: { accept: { stopped: true } },
    },
    'lets a clock that was stopped go on': {
      before: stopped.file,
      body: { type: 'deadlineMoved', item: idOf('accept'), deadline: moved, rungs },
      items: { accept: { deadline: moved, rungs, stopped: false } },
    },
    'takes back that a limit has passed where it lies ahead again': {
      before: late,
      body: { type: 'deadlineMoved', item: idOf('accept'), deadline: moved, rungs },
      items: { accept: { deadline: moved, rungs, limitPassed: false } },
    },
    'leaves a limit that has passed where it still lies behind': {
      before: late,
      body: { type: 'deadlineMoved', item: idOf('accept'), deadline: past, rungs },
      items: { accept: { deadline: past, rungs } },
    },
  },
};
