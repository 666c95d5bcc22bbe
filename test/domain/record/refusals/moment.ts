import type { ActBody } from '../../../../domain/act';
import { systemActor } from '../../../../domain/actor';
import { administrator, applicant, official } from '../../../world/people';
import { correctionAsked, hearingTold, inspecting, mended, objected, granted } from '../sideStories';
import { clerk, closed, draftReturned, fireSilent, officer, signer } from '../stories';
import { acted, conducted, did, idOf, itemOf, onDay, openItem, passed, type Story, wayTo } from '../story';
import { answer, onCase, open, type Refusals } from './refused';

const reason = '情况有变';
const accept: ActBody = { act: 'accept' };
const amend: ActBody = { act: 'amend', reason };
const withdraw: ActBody = { act: 'withdraw' };
const consent: ActBody = { act: 'signOff', opinion: 'agree' };
const extension: ActBody = { act: 'requestExtension', days: 3, reason };
const inspection: ActBody = { act: 'order', procedure: 'inspect', days: 2, reason };
const list: ActBody = { act: 'requestCorrection', missing: [{ text: '签名' }] };
const fire = official('fire', 'reviewer');

const atAcceptance = wayTo('accept');
const atReview = wayTo('review');
const letter = atReview.file.letters[0]!.no;
const served = acted(atReview, null, { act: 'confirmService', letter }, systemActor);
const lapsed = onDay(hearingTold(), '2026-12-02');
const deemed = conducted(passed(atAcceptance, itemOf(atAcceptance, 'accept').deadline.dueAt));
const objection = objected();
const answeredObjection = did(objection, 'answer', { act: 'answerObjection', answer: '已采纳' });
const drafted = wayTo('decide');
/** The decision's limit has passed without a signature. */
const overdue = passed(drafted, itemOf(drafted, 'decide').deadline.dueAt);
const grantTooLate = overdueGrant();
/** A case whose correction was given and mended, accepted by mistake, and amended. */
const amendedAcceptance = acted(
  conducted(did(mended(correctionAsked(), 1, 2), 'accept', accept)),
  idOf('accept'),
  amend,
  clerk,
);

function overdueGrant(): Story {
  const asked = did(drafted, 'decide', extension);
  const forwarded = did(asked, 'forwardExtension', { act: 'forwardExtension', opinion: '情况属实' });
  return passed(forwarded, itemOf(drafted, 'decide').deadline.dueAt);
}

/** What is not possible at this moment of a case. */
export const momentRefusals: Refusals<
  | 'caseClosed'
  | 'itemNotOpen'
  | 'itemNotDone'
  | 'limitOver'
  | 'alreadyServed'
  | 'deemedByLaw'
  | 'builtUpon'
  | 'correctionGiven'
> = {
  caseClosed: {
    'a second answer to what ended the case': answer(closed.notAccepted(), 'accept', accept, clerk),
    'a withdrawal after the certificate': onCase(closed.certified(), withdraw, applicant),
    'an amendment by which a withdrawn case would go on': answer(
      acted(atReview, null, withdraw, applicant),
      'accept',
      amend,
      clerk,
    ),
    'an amendment of what did not end the case': answer(closed.refused(), 'draft', amend, officer),
    'a repair': onCase(
      closed.refused(),
      { act: 'proposeRepair', repair: { kind: 'move', to: 'decision' }, reason },
      administrator(),
    ),
  },
  itemNotOpen: {
    'an answer to what was answered': answer(atReview, 'accept', accept, clerk),
    'a request for a hearing after the right lapsed': answer(
      lapsed,
      openItem(hearingTold(), 'requestHearing').stepId,
      { act: 'requestHearing' },
      applicant,
    ),
    'an amendment of what was begun anew': {
      story: remandedToReview(),
      item: idOf('review-fire'),
      body: amend,
      actor: fire,
    },
  },
  itemNotDone: {
    'an amendment of what is open': answer(atAcceptance, 'accept', amend, clerk),
    'an amendment of a draft that was returned': answer(draftReturned(), 'draft', amend, officer),
  },
  limitOver: {
    'an inspection by a department whose time is over': answer(
      fireSilent(),
      'review-fire',
      inspection,
      fire,
      {
        pointer: '/act',
        expected: [],
      },
    ),
    'a request to extend a decision that is late: 行政许可法 第四十二条': open(overdue, 'decide', extension, {
      pointer: '/act',
      expected: [],
    }),
    'an extension granted after the limit': open(
      grantTooLate,
      'grantExtension',
      { act: 'grantExtension' },
      { pointer: '/act', expected: [] },
    ),
    'an amendment of an acceptance once silence would have accepted: 行政许可法 第三十二条': answer(
      onDay(atReview, '2026-12-02'),
      'accept',
      amend,
      clerk,
      { pointer: '/act', expected: [] },
    ),
  },
  alreadyServed: {
    'an amendment of what the applicant was told by letter': answer(served, 'accept', amend, clerk),
  },
  deemedByLaw: {
    'an amendment of what silence has accepted': answer(deemed, 'accept', amend, clerk),
  },
  builtUpon: {
    'an amendment of an acceptance after a department signed off': answer(
      did(atReview, 'review-hr', consent),
      'accept',
      amend,
      clerk,
    ),
    'an amendment of an acceptance after a department ordered an inspection': answer(
      inspecting(),
      'accept',
      amend,
      clerk,
    ),
    'an amendment of an objection that was answered': answer(answeredObjection, 'review-fire', amend, fire),
    'an amendment of a sign-off after the decision was drafted': answer(drafted, 'review-fire', amend, fire),
    'an amendment of a decision after the approval for its registration': answer(
      did(conducted(granted()), 'endorse', { act: 'endorse', documentNo: 'E-1' }),
      'decide',
      amend,
      signer,
    ),
  },
  correctionGiven: {
    'a second list': open(correctionAsked(), 'accept', list, { pointer: '/act', expected: [] }),
    'a second list once the first is mended': open(mended(correctionAsked(), 1, 2), 'accept', list, {
      pointer: '/act',
      expected: [],
    }),
    'a second list by way of an amendment': open(amendedAcceptance, 'accept', list, {
      pointer: '/act',
      expected: [],
    }),
  },
};

function remandedToReview(): Story {
  return conducted(did(wayTo('draft'), 'draft', { act: 'remand', to: 'jointReview', reason }));
}
