import type { ActBody } from '../../../../domain/act';
import { type Actor, systemActor } from '../../../../domain/actor';
import { administrator, applicant, official } from '../../../world/people';
import { correctionAsked, extensionForwarded, repairProposed } from '../sideStories';
import { clerk, officer } from '../stories';
import { did, openItem, wayTo } from '../story';
import { answer, onCase, open, type Refusals } from './refused';

const grant: ActBody = { act: 'decide', result: 'granted' };
const accept: ActBody = { act: 'accept' };
const consent: ActBody = { act: 'signOff', opinion: 'agree' };
const atAcceptance = wayTo('accept');
const atReview = wayTo('review');
const atSignature = wayTo('decide');
const stranger = { ...applicant, organisation: 'another-organisation' };
const drafterWhoSigns: Actor = { ...officer, roles: ['caseOfficer', 'decisionMaker'] };
const claimed = did(atAcceptance, 'accept', { act: 'claim' });
const colleague = official('shiqiao', 'intakeClerk', 2);
const proposal = repairProposed();
const withdraw: ActBody = { act: 'withdraw' };
const consulted = did(wayTo('draft'), 'draft', { act: 'consult', whom: 'office', question: '如何认定' });

/** Who may not: for their unit, their role, or because somebody else must or does. */
export const personRefusals: Refusals<
  | 'notYourUnit'
  | 'notYourCase'
  | 'notAtCounter'
  | 'roleMissing'
  | 'fourEyes'
  | 'heldByAnother'
  | 'heldByYou'
  | 'notHeld'
> = {
  notYourUnit: {
    "another department's sign-off": answer(atReview, 'review-fire', consent, official('health', 'reviewer')),
    'a remand by a unit that does not decide the case': onCase(
      atReview,
      { act: 'remand', to: 'acceptance', reason: '材料有误' },
      official('health', 'caseOfficer'),
    ),
    "a grant of the government's head's by another head": answer(
      extensionForwarded(),
      openItem(extensionForwarded(), 'grantExtension').stepId,
      { act: 'grantExtension' },
      official('shiqiao', 'head'),
    ),
  },
  notYourCase: {
    "another applicant's filing": answer(wayTo('file'), 'file', { act: 'file', materials: [] }, stranger),
    "another applicant's correction": answer(
      correctionAsked(),
      openItem(correctionAsked(), 'correct').stepId,
      { act: 'correct', answers: [] },
      stranger,
    ),
    "another applicant's withdrawal": onCase(atReview, withdraw, stranger),
    'a withdrawal for no organisation': onCase(atReview, withdraw, { ...applicant, organisation: null }),
    "another applicant's letter": onCase(
      atReview,
      { act: 'acknowledge', letter: atReview.file.letters[0]!.no },
      stranger,
    ),
  },
  notAtCounter: {
    'a withdrawal by a clerk of what the applicant submitted': onCase(atReview, withdraw, clerk),
  },
  roleMissing: {
    'a signature by a head who is not appointed to sign': answer(
      atSignature,
      'decide',
      grant,
      official('shiqiao', 'head'),
    ),
    'a push confirmed by a person': answer(
      wayTo('push'),
      'push',
      { act: 'confirmPush', receiptNo: 'HB-1' },
      official('system', 'administrator'),
    ),
    'an acceptance by the system': answer(atAcceptance, 'accept', accept, systemActor),
    'advice by the head where the office is asked': answer(
      consulted,
      openItem(consulted, 'advise').stepId,
      { act: 'advise', advice: '按规定办理' },
      official('health', 'head'),
    ),
    'a repair by an official': onCase(
      atReview,
      { act: 'proposeRepair', repair: { kind: 'move', to: 'acceptance' }, reason: '录入有误' },
      officer,
    ),
  },
  fourEyes: {
    'a signature by the one who drafted': answer(atSignature, 'decide', grant, drafterWhoSigns),
    'a repair confirmed by the one who proposed it': answer(
      proposal,
      openItem(proposal, 'confirmRepair').stepId,
      { act: 'confirmRepair' },
      administrator(1),
    ),
  },
  heldByAnother: {
    'an answer to what a colleague has claimed': answer(claimed, 'accept', accept, colleague),
    'a claim on it': answer(claimed, 'accept', { act: 'claim' }, colleague),
    'its release by a colleague': answer(claimed, 'accept', { act: 'release' }, colleague),
    'its delegation by a colleague': answer(claimed, 'accept', { act: 'delegate', to: 'x' }, colleague),
  },
  heldByYou: {
    'a second claim': answer(claimed, 'accept', { act: 'claim' }, clerk),
  },
  notHeld: {
    'a release of what nobody has claimed': open(atAcceptance, 'accept', { act: 'release' }),
    'a release by the head of what nobody has claimed': answer(
      atAcceptance,
      'accept',
      { act: 'release' },
      official('shiqiao', 'head'),
    ),
  },
};
