import { systemActor } from '../../../../domain/actor';
import type { Repair } from '../../../../domain/event';
import { administrator, official } from '../../../world/people';
import { closed } from '../stories';
import { granted, registrationDeclined, repairProposed, undeliverable } from '../sideStories';
import { conducted, idOf, itemOf, TODAY, wayTo } from '../story';
import { answer, onCase, type Performed, type Performing } from './performing';

const reason = '情况有变';
const reviewing = wayTo('review');
const [accepted] = reviewing.file.letters;
const letter = accepted!.no;
const someone = administrator(1);
const decided = granted();
const refused = closed.refused();

/** A repair that the record takes note of. */
function proposing(repair: Repair, story = reviewing): Performing {
  const body = { act: 'proposeRepair', repair, reason } as const;
  return onCase(story, body, { type: 'repairProposed', repair }, { actor: someone, particulars: { reason } });
}

export const courseActs: Performed<
  | 'withdraw'
  | 'remand'
  | 'amend'
  | 'serve'
  | 'acknowledge'
  | 'confirmService'
  | 'reportUndeliverable'
  | 'reassign'
  | 'proposeRepair'
  | 'confirmRepair'
  | 'declineRepair'
  | 'intervene'
> = {
  withdraw: {
    'for a reason, kept beside the event': onCase(
      reviewing,
      { act: 'withdraw', reason },
      { type: 'withdrawn' },
      { particulars: { reason } },
    ),
    'for none': onCase(
      wayTo('draft'),
      { act: 'withdraw' },
      { type: 'withdrawn' },
      { particulars: { reason: null } },
    ),
    'instead of applying for registration again': answer(
      'reapply',
      { act: 'withdraw', reason },
      () => ({ type: 'withdrawn' }),
      { story: registrationDeclined(), particulars: { reason } },
    ),
    'for no reason then': answer('reapply', { act: 'withdraw' }, () => ({ type: 'withdrawn' }), {
      story: registrationDeclined(),
      particulars: { reason: null },
    }),
  },
  remand: {
    'from the joint review, by the unit that decides': onCase(
      reviewing,
      { act: 'remand', to: 'acceptance', reason },
      { type: 'remanded', item: null, to: 'acceptance' },
      { actor: official('shiqiao', 'caseOfficer'), particulars: { reason } },
    ),
    'from the signature, to whichever earlier stage': answer(
      'decide',
      { act: 'remand', to: 'jointReview', reason },
      (item) => ({ type: 'remanded', item, to: 'jointReview' }),
      { particulars: { reason } },
    ),
    'from the filing, to what came after the decision': answer(
      'conformity',
      { act: 'remand', to: 'registration', reason },
      (item) => ({ type: 'remanded', item, to: 'registration' }),
      { particulars: { reason } },
    ),
  },
  amend: {
    'with the event that it amends': {
      story: reviewing,
      item: idOf('accept'),
      body: { act: 'amend', reason },
      event: { type: 'amended', item: idOf('accept'), amends: itemOf(reviewing, 'accept').version },
      particulars: { reason },
    },
    'what ended the case': {
      story: refused,
      item: idOf('decide'),
      body: { act: 'amend', reason },
      event: { type: 'amended', item: idOf('decide'), amends: itemOf(refused, 'decide').version },
      particulars: { reason },
    },
  },
  serve: {
    'on paper, on the day it was written': answer(
      'serve',
      { act: 'serve', how: 'paper', on: TODAY, to: '举办者' },
      (item) => ({ type: 'letterServed', item, letter: decided.file.decisionNo!, how: 'paper', on: TODAY }),
      { story: decided, particulars: { to: '举办者' } },
    ),
    'by post, what a mail could not carry': answer(
      'serve',
      { act: 'serve', how: 'post', on: TODAY, to: '收发室' },
      (item) => ({ type: 'letterServed', item, letter, how: 'post', on: TODAY }),
      { story: undeliverable(), particulars: { to: '收发室' } },
    ),
  },
  acknowledge: {
    'in the portal, today': onCase(
      reviewing,
      { act: 'acknowledge', letter },
      { type: 'letterServed', item: null, letter, how: 'portal', on: TODAY },
    ),
    'after the case is closed': onCase(
      refused,
      { act: 'acknowledge', letter: refused.file.decisionNo! },
      { type: 'letterServed', item: null, letter: refused.file.decisionNo!, how: 'portal', on: TODAY },
    ),
  },
  confirmService: {
    'by mail, today': onCase(
      reviewing,
      { act: 'confirmService', letter },
      { type: 'letterServed', item: null, letter, how: 'mail', on: TODAY },
      { actor: systemActor },
    ),
  },
  reportUndeliverable: {
    'by its number': onCase(
      reviewing,
      { act: 'reportUndeliverable', letter },
      { type: 'serviceFailed', letter },
      { actor: systemActor },
    ),
  },
  reassign: {
    'to somebody': onCase(
      reviewing,
      { act: 'reassign', workItem: idOf('review-fire'), to: 'fire-reviewer-2', reason },
      { type: 'reassigned', item: idOf('review-fire'), to: 'fire-reviewer-2' },
      { actor: someone, particulars: { reason } },
    ),
    'back to the unit, and a letter of a closed case too': onCase(
      refused,
      { act: 'reassign', workItem: idOf(`serve-${refused.file.letters.at(-1)!.seq}`), to: null, reason },
      { type: 'reassigned', item: idOf(`serve-${refused.file.letters.at(-1)!.seq}`), to: null },
      { actor: someone, particulars: { reason } },
    ),
  },
  proposeRepair: {
    'to begin the stage anew': proposing({ kind: 'move', to: 'jointReview' }),
    'to go back behind a decision that nobody was told of': proposing(
      { kind: 'move', to: 'jointReview' },
      conducted(decided),
    ),
    'to date the receipt otherwise, no later than the acceptance': proposing({
      kind: 'correctDate',
      date: 'receipt',
      to: TODAY,
    }),
    'to date the acceptance otherwise, no earlier than the receipt': proposing({
      kind: 'correctDate',
      date: 'acceptance',
      to: TODAY,
    }),
    "to stretch a district's limit": proposing({ kind: 'extend', clock: 'review', days: 5 }),
  },
  confirmRepair: {
    'by a second administrator': answer(
      'confirmRepair',
      { act: 'confirmRepair' },
      (item) => ({ type: 'repaired', item, repair: { kind: 'move', to: 'acceptance' } }),
      { story: repairProposed(), actor: administrator(2) },
    ),
  },
  declineRepair: {
    'with its reason beside the event': answer(
      'confirmRepair',
      { act: 'declineRepair', reason },
      (item) => ({ type: 'repairDeclined', item }),
      { story: repairProposed(), actor: administrator(2), particulars: { reason } },
    ),
    'by the one who proposed it': answer(
      'confirmRepair',
      { act: 'declineRepair', reason },
      (item) => ({ type: 'repairDeclined', item }),
      { story: repairProposed(), actor: administrator(1), particulars: { reason } },
    ),
  },
  intervene: {
    'with its kind, and its reason beside the event': onCase(
      reviewing,
      { act: 'intervene', kind: 'recomputed', reason },
      { type: 'intervened', kind: 'recomputed' },
      { actor: someone, particulars: { reason } },
    ),
    'after the case is closed': onCase(
      closed.certified(),
      { act: 'intervene', kind: 'resent', reason },
      { type: 'intervened', kind: 'resent' },
      { actor: someone, particulars: { reason } },
    ),
  },
};
