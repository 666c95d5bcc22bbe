import type { Repair } from '../../../../domain/event';
import { ADMINISTRATION } from '../../../../domain/itinerary';
import { officer, onlyFireLeft } from '../stories';
import { inspecting, repairProposed } from '../sideStories';
import { did, idOf, openItem, wayTo } from '../story';
import { asks, done, overtaken, RECORDED_ON, type Sentences } from './told';

const accepting = wayTo('accept').file;
const { sideRules, ...olderItinerary } = accepting.itinerary;
const withoutRules = { ...accepting, itinerary: olderItinerary };
const fireLeft = onlyFireLeft().file;
const move: Repair = { kind: 'move', to: 'acceptance' };
const proposal = repairProposed();
const confirming = openItem(proposal, 'confirmRepair');

export const courseEvents: Sentences<
  | 'claimed'
  | 'released'
  | 'delegated'
  | 'reassigned'
  | 'withdrawn'
  | 'repairProposed'
  | 'repairDeclined'
  | 'rulesPinned'
  | 'intervened'
> = {
  claimed: {
    'makes the item that of whoever claimed it': {
      before: accepting,
      body: { type: 'claimed', item: idOf('accept') },
      items: { accept: { assignee: officer.sub } },
    },
  },
  released: {
    'makes the item anybody’s of the unit': {
      before: did(wayTo('accept'), 'accept', { act: 'claim' }).file,
      body: { type: 'released', item: idOf('accept') },
      items: { accept: { assignee: null } },
    },
  },
  delegated: {
    'makes the item that of whom it was given to': {
      before: accepting,
      body: { type: 'delegated', item: idOf('accept'), to: 'another' },
      items: { accept: { assignee: 'another' } },
    },
  },
  reassigned: {
    'makes the item that of whom it was given to': {
      before: accepting,
      body: { type: 'reassigned', item: idOf('accept'), to: 'another' },
      items: { accept: { assignee: 'another' } },
    },
  },
  withdrawn: {
    'ends the case and overtakes what is open': {
      before: fireLeft,
      body: { type: 'withdrawn' },
      items: { 'review-fire': overtaken },
      file: { outcome: 'withdrawn' },
    },
    'ends what stops a clock': {
      before: inspecting(onlyFireLeft()).file,
      body: { type: 'withdrawn' },
      items: {
        'review-fire': overtaken,
        [openItem(inspecting(onlyFireLeft()), 'inspect').stepId]: overtaken,
      },
      file: {
        outcome: 'withdrawn',
        procedures: [{ ...inspecting(onlyFireLeft()).file.procedures[0]!, to: RECORDED_ON }],
      },
    },
  },
  repairProposed: {
    'keeps what is proposed and by whom, and asks the administrators': {
      before: accepting,
      body: { type: 'repairProposed', repair: move },
      file: {
        repair: { repair: move, by: officer.sub },
        ...asks(accepting, 'confirmRepair', { unit: ADMINISTRATION, about: 'move' }),
      },
    },
  },
  repairDeclined: {
    'answers its item and forgets what was proposed': {
      before: proposal.file,
      body: { type: 'repairDeclined', item: confirming.id },
      items: { [confirming.stepId]: done },
      file: { repair: null },
    },
  },
  rulesPinned: {
    'gives a case of an older release the rules that it lacks': {
      before: withoutRules,
      body: { type: 'rulesPinned', planVersion: 'xiacheng@2', sideRules: sideRules! },
      file: { itinerary: accepting.itinerary },
    },
  },
  intervened: {
    'changes nothing': { before: accepting, body: { type: 'intervened', kind: 'restarted' } },
  },
};
