import type { ActBody } from '../../../../domain/act';
import { administrator } from '../../../world/people';
import {
  endorsementDeclined,
  hearingAsked,
  hearingScheduled,
  hearingTold,
  inspecting,
  registrationDeclined,
  repairProposed,
} from '../sideStories';
import { fireSilent, onlyFireLeft } from '../stories';
import { conducted, did, onDay, openItem, type Story, wayTo } from '../story';
import { onCase, open, type Refusals } from './refused';

const reason = '情况有变';
const proposal: ActBody = { act: 'draft', result: 'granted', grounds: '符合条件' };
const extension: ActBody = { act: 'requestExtension', days: 3, reason };
const inspection: ActBody = { act: 'order', procedure: 'inspect', days: 2, reason };

const lapsed = onDay(hearingTold(), '2026-12-02');
const registering = wayTo('register', { ownership: 'forProfit' });
const declinedTwice = registrationDeclined();
const notEndorsed = endorsementDeclined();
const heard = onDay(hearingScheduled(), '2027-02-26');

/** The joint review was over, since 消防 was silent; then its limit was stretched. */
function stretched(): Story {
  const repair = { kind: 'extend', clock: 'review', days: 5 } as const;
  const proposed = repairProposed(fireSilent(), repair);
  return did(proposed, 'confirmRepair', { act: 'confirmRepair' }, administrator(2));
}

/** 消防 signs off late with an objection, once the decision is drafted. */
function objectedLate(): Story {
  const signing = conducted(did(fireSilent(), 'draft', proposal));
  return did(signing, 'review-fire', { act: 'signOff', opinion: 'object', reason: '疏散通道不足' });
}

const pending = (pointer: string, ...steps: [Story, string][]) => ({
  pointer,
  expected: steps.map(([story, step]) => openItem(story, step).id),
});

/** What must wait, since something else pends. */
export const pendingRefusals: Refusals<
  | 'reviewsPending'
  | 'objectionsUnanswered'
  | 'hearingOpen'
  | 'hearingOffered'
  | 'procedurePending'
  | 'procedureRunning'
  | 'applicantAwaited'
  | 'extensionGiven'
  | 'repairPending'
> = {
  reviewsPending: {
    'a draft while a department has time again': open(
      stretched(),
      'draft',
      proposal,
      pending('/act', [stretched(), 'review-fire']),
    ),
  },
  objectionsUnanswered: {
    'a draft while an objection waits for its answer': open(
      lastObjected(),
      'draft',
      proposal,
      pending('/act', [lastObjected(), 'answer']),
    ),
    'a signature while a late objection waits for its answer': open(
      objectedLate(),
      'decide',
      { act: 'decide', result: 'granted' },
      pending('/act', [objectedLate(), 'answer']),
    ),
  },
  hearingOpen: {
    'a draft while the applicant may still ask for a hearing: 行政许可法 第四十七条': open(
      hearingTold(),
      'draft',
      proposal,
      pending('/act', [hearingTold(), 'requestHearing']),
    ),
  },
  hearingOffered: {
    'a second offer': open(
      hearingTold(),
      'draft',
      { act: 'offerHearing', reason },
      { pointer: '/act', expected: [] },
    ),
    'an offer after the right lapsed': open(
      lapsed,
      'draft',
      { act: 'offerHearing', reason },
      { pointer: '/act', expected: [] },
    ),
  },
  procedurePending: {
    'a draft while an inspection runs': open(
      inspecting(wayTo('draft'), 'draft'),
      'draft',
      proposal,
      pending('/act', [inspecting(wayTo('draft'), 'draft'), 'inspect']),
    ),
    'a draft without the hearing that was asked for, however late it is: 行政许可法 第四十八条': open(
      heard,
      'draft',
      proposal,
      pending('/act', [heard, 'hear']),
    ),
    'a remand past a hearing that was asked for': open(
      hearingAsked(),
      'draft',
      { act: 'remand', to: 'jointReview', reason },
      pending('/act', [hearingAsked(), 'hear']),
    ),
  },
  procedureRunning: {
    'a second inspection beside the first': open(inspecting(), 'review-fire', inspection, {
      pointer: '/procedure',
      expected: [],
    }),
  },
  applicantAwaited: {
    'a second refusal to register': open(
      declinedTwice,
      'register',
      { act: 'declineRegistration', reason },
      pending('/act', [declinedTwice, 'reapply']),
    ),
    'a second refusal by the supervising authority': open(
      notEndorsed,
      'endorse',
      { act: 'declineEndorsement', reason },
      pending('/act', [notEndorsed, 'reapply']),
    ),
  },
  extensionGiven: {
    'a second request while the first is on its way': open(
      did(registering, 'register', extension),
      'register',
      extension,
      {
        pointer: '/act',
        expected: [],
      },
    ),
    'a second request once the first is granted': open(
      did(did(registering, 'register', extension), 'grantExtension', { act: 'grantExtension' }),
      'register',
      extension,
      { pointer: '/act', expected: [] },
    ),
  },
  repairPending: {
    'a second proposal': onCase(
      repairProposed(),
      { act: 'proposeRepair', repair: { kind: 'move', to: 'acceptance' }, reason },
      administrator(),
      pending('/act', [repairProposed(), 'confirmRepair']),
    ),
  },
};

/** The last department objects; the draft opens beside the question. */
function lastObjected(): Story {
  const body = { act: 'signOff', opinion: 'object', reason: '疏散通道不足' } as const;
  return conducted(did(onlyFireLeft(), 'review-fire', body));
}
