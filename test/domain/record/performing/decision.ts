import { official } from '../../../world/people';
import { answerTo, fireSilent, flawed, refusalDrafted } from '../stories';
import { consulted, extensionAsked, extensionForwarded, inspecting } from '../sideStories';
import { onDay, TODAY, wayTo } from '../story';
import { answer, NUMBER, type Performed } from './performing';

const afterReview = wayTo('draft', flawed);
const floorAnswered = {
  ...afterReview,
  file: { ...afterReview.file, answeredFindings: [{ finding: 'floor', seq: 3 }] },
};
const reason = '理由不清';
const grounds = '符合条件';
const number = 'letter';
/** An inspection in the draft whose time is over: it no longer holds up the lead. */
const overdue = onDay(inspecting(wayTo('draft'), 'draft', 1), '2026-11-26');

export const decisionActs: Performed<
  | 'draft'
  | 'returnDraft'
  | 'decide'
  | 'requestExtension'
  | 'forwardExtension'
  | 'grantExtension'
  | 'declineExtension'
  | 'consult'
  | 'advise'
> = {
  draft: {
    'of a refusal, with its grounds beside the event': answer(
      'draft',
      { act: 'draft', result: 'refused', grounds },
      (item) => ({ type: 'decisionDrafted', item, result: 'refused', answered: [], without: [] }),
      { particulars: { grounds, answers: [] } },
    ),
    'of a grant, answering what the reviewers left unanswered': answer(
      'draft',
      { act: 'draft', result: 'granted', grounds, answers: [answerTo('windowShare')] },
      (item) => ({
        type: 'decisionDrafted',
        item,
        result: 'granted',
        answered: ['windowShare'],
        without: [],
      }),
      { story: floorAnswered, particulars: { grounds, answers: [answerTo('windowShare')] } },
    ),
    'without a department that was silent, and says so': answer(
      'draft',
      { act: 'draft', result: 'granted', grounds },
      (item) => ({ type: 'decisionDrafted', item, result: 'granted', answered: [], without: ['fire'] }),
      { story: fireSilent(), particulars: { grounds, answers: [] } },
    ),
    'without the result of an inspection whose time is over': answer(
      'draft',
      { act: 'draft', result: 'granted', grounds },
      (item) => ({ type: 'decisionDrafted', item, result: 'granted', answered: [], without: [] }),
      { story: overdue, particulars: { grounds, answers: [] } },
    ),
  },
  returnDraft: {
    'with its reason beside the event': answer(
      'decide',
      { act: 'returnDraft', reason },
      (item) => ({ type: 'draftReturned', item }),
      { particulars: { reason } },
    ),
  },
  decide: {
    'to grant what was drafted so, today and by a numbered document': answer(
      'decide',
      { act: 'decide', result: 'granted' },
      (item) => ({ type: 'decided', item, result: 'granted', decidedOn: TODAY, no: NUMBER }),
      { number },
    ),
    'to refuse what was drafted so': answer(
      'decide',
      { act: 'decide', result: 'refused' },
      (item) => ({ type: 'decided', item, result: 'refused', decidedOn: TODAY, no: NUMBER }),
      { story: refusalDrafted(), number },
    ),
  },
  requestExtension: {
    "of a joint decision from the government's head, for as long as the law allows: 45 + 15": answer(
      'draft',
      { act: 'requestExtension', days: 15, reason },
      (item) => ({
        type: 'extensionRequested',
        item,
        clock: 'decisionJoint',
        days: 15,
        by: 'governmentHead',
      }),
      { particulars: { reason } },
    ),
    'by whoever signs': answer(
      'decide',
      { act: 'requestExtension', days: 1, reason },
      (item) => ({
        type: 'extensionRequested',
        item,
        clock: 'decisionJoint',
        days: 1,
        by: 'governmentHead',
      }),
      { particulars: { reason } },
    ),
    "of a registration from the registrar's head: 3 + 3": answer(
      'register',
      { act: 'requestExtension', days: 3, reason },
      (item) => ({
        type: 'extensionRequested',
        item,
        clock: 'registrationForProfit',
        days: 3,
        by: 'unitHead',
      }),
      { story: wayTo('register', { ownership: 'forProfit' }), particulars: { reason } },
    ),
  },
  forwardExtension: {
    'with what the office says to it': answer(
      'forwardExtension',
      { act: 'forwardExtension', opinion: '情况属实' },
      (item) => ({ type: 'extensionForwarded', item }),
      { story: extensionAsked(), particulars: { opinion: '情况属实' } },
    ),
  },
  grantExtension: {
    'by a letter to the applicant': answer(
      'grantExtension',
      { act: 'grantExtension' },
      (item) => ({ type: 'extensionGranted', item, letter: NUMBER }),
      { story: extensionForwarded(), number },
    ),
  },
  declineExtension: {
    'with its reason beside the event': answer(
      'grantExtension',
      { act: 'declineExtension', reason },
      (item) => ({ type: 'extensionDeclined', item }),
      { story: extensionForwarded(), particulars: { reason } },
    ),
  },
  consult: {
    "the unit's head": answer(
      'draft',
      { act: 'consult', whom: 'head', question: '如何认定' },
      (item) => ({ type: 'consulted', item, unit: 'shiqiao', role: 'head' }),
      { particulars: { question: '如何认定' } },
    ),
    "the leading group's office": answer(
      'decide',
      { act: 'consult', whom: 'office', question: '如何认定' },
      (item) => ({ type: 'consulted', item, unit: 'health', role: 'coordinator' }),
      { particulars: { question: '如何认定' } },
    ),
  },
  advise: {
    'as the head': answer(
      'advise',
      { act: 'advise', advice: '按规定办理' },
      (item) => ({ type: 'advised', item }),
      { story: consulted('head'), particulars: { advice: '按规定办理' } },
    ),
    'as the office': answer(
      'advise',
      { act: 'advise', advice: '按规定办理' },
      (item) => ({ type: 'advised', item }),
      {
        story: consulted('office'),
        actor: official('health', 'coordinator'),
        particulars: { advice: '按规定办理' },
      },
    ),
  },
};
