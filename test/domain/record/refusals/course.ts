import type { ActBody } from '../../../../domain/act';
import { systemActor } from '../../../../domain/actor';
import { administrator, applicant, official } from '../../../world/people';
import { correctionAsked, granted, hearingScheduled, inspecting } from '../sideStories';
import { clerk, officer } from '../stories';
import { acted, conducted, did, idOf, openItem, wayTo } from '../story';
import { answer, onCase, open, type Refusals, type Refused, repair } from './refused';

const reason = '情况有变';
const accept: ActBody = { act: 'accept' };
const withdraw: ActBody = { act: 'withdraw' };
const registrar = official('civilAffairs', 'registrar');
const service = (on: string): ActBody => ({ act: 'serve', how: 'paper', on, to: '举办者' });
const remand = (to: 'acceptance' | 'decision' | 'jointReview' | 'filing'): ActBody => ({
  act: 'remand',
  to,
  reason,
});

const atAcceptance = wayTo('accept');
const atReview = wayTo('review');
const atRegistration = wayTo('register');
const atConformity = wayTo('conformity');
const letter = atReview.file.letters[0]!.no;
const served = acted(atReview, null, { act: 'confirmService', letter }, systemActor);
const amended = acted(atReview, idOf('accept'), { act: 'amend', reason }, clerk);
const told = conducted(did(granted(), 'serve', service('2026-11-24')));

/** What lies beyond the reach of an act: stages, letters, work items and clocks. */
export const courseRefusals: Refusals<
  | 'notReached'
  | 'notEarlier'
  | 'decisionStands'
  | 'unknownLetter'
  | 'letterServed'
  | 'noLetterWaits'
  | 'letterVoid'
  | 'unknownWorkItem'
  | 'unknownClock'
  | 'statutoryLimit'
  | 'wrongStep'
  | 'wrongStage'
> = {
  notReached: {
    'a move to a stage ahead': repair(
      atReview,
      { kind: 'move', to: 'decision' },
      { pointer: '/repair/to', expected: ['acceptance', 'jointReview'] },
    ),
    'a move behind a decision that was served: 行政许可法 第八条': repair(
      told,
      { kind: 'move', to: 'decision' },
      { pointer: '/repair/to', expected: ['registration'] },
    ),
    'the confirmation of a move that the service of the decision overtook': servedMeanwhile(),
  },
  notEarlier: {
    'a remand to where the case stands': onCase(
      atReview,
      { act: 'remand', to: 'jointReview', reason },
      officer,
      {
        pointer: '/to',
        expected: ['acceptance'],
      },
    ),
    'a remand to a stage ahead': open(wayTo('draft'), 'draft', remand('filing'), {
      pointer: '/to',
      expected: ['acceptance', 'jointReview'],
    }),
  },
  decisionStands: {
    'a remand behind the decision': open(atConformity, 'conformity', remand('decision'), {
      pointer: '/to',
      expected: ['registration', 'push'],
    }),
    'a remand where nothing lies between the decision and here': open(
      wayTo('conformity', { serviceMode: 'family', places: 0, classes: [] }),
      'conformity',
      remand('decision'),
    ),
  },
  unknownLetter: {
    'a letter of another case': onCase(atReview, { act: 'acknowledge', letter: '第1号' }, applicant, {
      pointer: '/letter',
      expected: [letter],
    }),
  },
  letterServed: {
    'a letter that came by mail before': onCase(
      inspecting(served),
      { act: 'acknowledge', letter },
      applicant,
      { pointer: '/letter', expected: [inspecting(served).file.letters[1]!.no] },
    ),
    'a second report of its service': onCase(served, { act: 'confirmService', letter }, systemActor, {
      pointer: '/letter',
      expected: [],
    }),
    'a report that it cannot be delivered': onCase(
      served,
      { act: 'reportUndeliverable', letter },
      systemActor,
      { pointer: '/letter', expected: [] },
    ),
  },
  noLetterWaits: {
    'a letter where none was written': onCase(atAcceptance, { act: 'acknowledge', letter }, applicant),
    'a letter where all are served': onCase(served, { act: 'acknowledge', letter }, applicant),
  },
  letterVoid: {
    'the service of a letter whose act was amended': onCase(
      amended,
      { act: 'confirmService', letter },
      systemActor,
      { pointer: '/letter', expected: [] },
    ),
  },
  unknownWorkItem: {
    'the reassignment of what was answered': onCase(
      wayTo('draft'),
      { act: 'reassign', workItem: idOf('accept'), to: 'x', reason },
      administrator(),
      { pointer: '/workItem', expected: [idOf('draft')] },
    ),
    'the reassignment of what the applicant owes': onCase(
      correctionAsked(),
      { act: 'reassign', workItem: openItem(correctionAsked(), 'correct').id, to: 'x', reason },
      administrator(),
      { pointer: '/workItem', expected: [idOf('accept')] },
    ),
    'the reassignment of what the system owes': onCase(
      wayTo('push'),
      { act: 'reassign', workItem: idOf('push'), to: 'x', reason },
      administrator(),
      { pointer: '/workItem', expected: [] },
    ),
  },
  unknownClock: {
    'more days for a clock that does not run': repair(
      atReview,
      { kind: 'extend', clock: 'certificate', days: 1 },
      { pointer: '/repair/clock', expected: ['review'] },
    ),
  },
  statutoryLimit: {
    'more days for a limit of the law, by an administrator: 行政许可法 第四十二条': repair(
      wayTo('draft'),
      { kind: 'extend', clock: 'decisionJoint', days: 1 },
      { pointer: '/repair/clock', expected: [] },
    ),
    'more days for an inspection than the applicant was told: 行政许可法 第四十五条': repair(
      inspecting(),
      { kind: 'extend', clock: 'procedure', days: 1 },
      { pointer: '/repair/clock', expected: ['review'] },
    ),
  },
  wrongStep: {
    'an answer to another question': answer(atReview, 'review-fire', accept, clerk),
    'an answer to no question': onCase(atAcceptance, accept, clerk),
    'an answer to an item that the case does not have': answer(atAcceptance, idOf('decide'), accept, clerk),
    'a withdrawal in answer to an item': answer(atAcceptance, 'accept', withdraw, applicant),
    'a withdrawal in answer to an item that the case does not have': answer(
      atAcceptance,
      idOf('decide'),
      withdraw,
      applicant,
    ),
    'calling off a hearing that the applicant asked for: 行政许可法 第四十七条': answer(
      hearingScheduled(),
      openItem(hearingScheduled(), 'hear').stepId,
      { act: 'callOff', reason },
      officer,
    ),
    'a remand by the registrar, who has nothing behind them but a decision that stands': answer(
      atRegistration,
      'register',
      remand('decision'),
      registrar,
    ),
  },
  wrongStage: {
    'a withdrawal after the decision': onCase(atRegistration, withdraw, applicant),
    'a remand of the case before anybody reviews it': onCase(atAcceptance, remand('acceptance'), officer),
  },
};

function servedMeanwhile(): Refused {
  const body = { act: 'proposeRepair', repair: { kind: 'move', to: 'jointReview' }, reason } as const;
  const proposed = acted(conducted(granted()), null, body, administrator(1));
  const story = did(proposed, 'serve', service('2026-11-24'));
  return {
    ...open(story, 'confirmRepair', { act: 'confirmRepair' }),
    actor: administrator(2),
    field: { pointer: '/repair/to', expected: ['registration'] },
  };
}
