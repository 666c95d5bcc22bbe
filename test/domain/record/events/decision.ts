import {
  consulted,
  extensionAsked,
  extensionForwarded,
  inspecting,
  registrarsExtension,
  repairProposed,
} from '../sideStories';
import { conducted, did, idOf, onDay, openItem, type Story, wayTo } from '../story';
import { fireSilent, officer, refusalDrafted } from '../stories';
import { about, asks, DAY, done, LETTER, overtaken, RECORDED_ON, type Sentences, writes } from './told';

const drafting = wayTo('draft').file;
const signing = wayTo('decide').file;
const { decide: _, ...currentWithoutSignature } = signing.current;
const silentSigned = drafted(
  did(fireSilent(), 'draft', { act: 'consult', whom: 'head', question: '面积如何认定' }),
);
const proposal = repairProposed(wayTo('decide'), { kind: 'move', to: 'jointReview' });
/** A signature while an inspection is overdue that the lead has not waited for. */
const overdueInspection = drafted(onDay(inspecting(wayTo('draft'), 'draft', 1), '2026-11-26'));
const refusing = refusalDrafted().file;
const asking = extensionAsked();
const forwarded = extensionForwarded();
const grantStep = openItem(forwarded, 'grantExtension').stepId;
const market = registrarsExtension();
const marketGrant = openItem(market, 'grantExtension');

export const decisionEvents: Sentences<
  | 'decisionDrafted'
  | 'draftReturned'
  | 'decided'
  | 'extensionRequested'
  | 'extensionForwarded'
  | 'extensionGranted'
  | 'extensionDeclined'
  | 'consulted'
  | 'advised'
> = {
  decisionDrafted: {
    'answers its item, keeps who drafted what, and which findings it answers beside the earlier ones': {
      before: { ...drafting, answeredFindings: [{ finding: 'floor', seq: 5 }] },
      body: { type: 'decisionDrafted', item: idOf('draft'), result: 'refused', answered: ['windowShare'] },
      items: { draft: done },
      file: {
        draft: { by: officer.sub, result: 'refused' },
        examiners: [...drafting.examiners, officer.sub],
        answeredFindings: [
          { finding: 'floor', seq: 5 },
          { finding: 'windowShare', seq: drafting.seq + 1 },
        ],
      },
    },
  },
  draftReturned: {
    'opens the draft again and takes back the question for a signature': {
      before: signing,
      body: { type: 'draftReturned', item: idOf('decide') },
      items: { draft: { status: 'open' }, decide: overtaken },
      file: { draft: null, current: currentWithoutSignature },
    },
  },
  decided: {
    'when granted, answers its item, keeps number and date, has its document served and overtakes what is open':
      {
        before: silentSigned.file,
        body: { type: 'decided', item: idOf('decide'), result: 'granted', decidedOn: DAY, no: LETTER },
        items: {
          decide: done,
          'review-fire': overtaken,
          [openItem(silentSigned, 'advise').stepId]: overtaken,
        },
        dates: { decision: DAY },
        file: {
          decisionNo: LETTER,
          ...writes(silentSigned.file, 'granted', idOf('decide')),
          ...asks(silentSigned.file, 'serve', { unit: 'shiqiao', about: LETTER }),
        },
      },
    'leaves to the administrators what they proposed': about(
      proposal,
      'decide',
      (item) => ({ type: 'decided', item, result: 'granted', decidedOn: DAY, no: LETTER }),
      {
        items: { decide: done },
        dates: { decision: DAY },
        file: {
          decisionNo: LETTER,
          ...writes(proposal.file, 'granted', idOf('decide')),
          ...asks(proposal.file, 'serve', { unit: 'shiqiao', about: LETTER }),
        },
      },
    ),
    'when refused, ends the case besides': {
      before: refusing,
      body: { type: 'decided', item: idOf('decide'), result: 'refused', decidedOn: DAY, no: LETTER },
      items: { decide: done },
      dates: { decision: DAY },
      file: {
        decisionNo: LETTER,
        outcome: 'refused',
        ...writes(refusing, 'refused', idOf('decide')),
        ...asks(refusing, 'serve', { unit: 'shiqiao', about: LETTER }),
      },
    },
    'ends a procedure whose time is over, so that it stops nothing any more': about(
      overdueInspection,
      'decide',
      (item) => ({ type: 'decided', item, result: 'granted', decidedOn: DAY, no: LETTER }),
      {
        items: { decide: done, [openItem(overdueInspection, 'inspect').stepId]: overtaken },
        dates: { decision: DAY },
        file: {
          decisionNo: LETTER,
          procedures: [{ ...overdueInspection.file.procedures[0]!, to: RECORDED_ON }],
          ...writes(overdueInspection.file, 'granted', idOf('decide')),
          ...asks(overdueInspection.file, 'serve', { unit: 'shiqiao', about: LETTER }),
        },
      },
    ),
  },
  extensionRequested: {
    "of a joint decision goes by way of the leading group's office": {
      before: drafting,
      body: {
        type: 'extensionRequested',
        item: idOf('draft'),
        clock: 'decisionJoint',
        days: 15,
        by: 'governmentHead',
      },
      file: {
        extensionsAsked: { decisionJoint: 15 },
        ...asks(drafting, 'forwardExtension', { unit: 'health', about: idOf('draft') }),
      },
    },
    'of an authority goes to its own head': {
      before: wayTo('register').file,
      body: {
        type: 'extensionRequested',
        item: idOf('register'),
        clock: 'registrationForProfit',
        days: 3,
        by: 'unitHead',
      },
      file: {
        extensionsAsked: { registrationForProfit: 3 },
        ...asks(wayTo('register').file, 'grantExtension', {
          unit: 'civilAffairs',
          about: idOf('register'),
        }),
      },
    },
  },
  extensionForwarded: {
    "answers its item and asks the district government's head": about(
      asking,
      'forwardExtension',
      (item) => ({ type: 'extensionForwarded', item }),
      {
        items: { [openItem(asking, 'forwardExtension').stepId]: done },
        file: asks(asking.file, 'grantExtension', { unit: 'government', about: idOf('draft') }),
      },
    ),
  },
  extensionGranted: {
    'answers its item, adds the days asked for, and whoever asked writes to the applicant': about(
      forwarded,
      'grantExtension',
      (item) => ({ type: 'extensionGranted', item, letter: LETTER }),
      {
        items: { [grantStep]: done },
        file: {
          extensions: { decisionJoint: 15 },
          ...writes(forwarded.file, 'extension', openItem(forwarded, 'grantExtension').id),
        },
      },
    ),
    'adds to the days that a repair had added': {
      before: { ...market.file, extensions: { registrationForProfit: 2 } },
      body: { type: 'extensionGranted', item: marketGrant.id, letter: LETTER },
      items: { [marketGrant.stepId]: done },
      file: {
        extensions: { registrationForProfit: 5 },
        ...writes(market.file, 'extension', marketGrant.id, 'market'),
      },
    },
  },
  extensionDeclined: {
    'answers its item and forgets the request': about(
      forwarded,
      'grantExtension',
      (item) => ({ type: 'extensionDeclined', item }),
      { items: { [grantStep]: done }, file: { extensionsAsked: {} } },
    ),
  },
  consulted: {
    'asks the one who is meant': {
      before: drafting,
      body: { type: 'consulted', item: idOf('draft'), unit: 'health', role: 'coordinator' },
      file: asks(drafting, 'advise', { unit: 'health', role: 'coordinator', about: idOf('draft') }),
    },
  },
  advised: {
    'answers its item': about(consulted('head'), 'advise', (item) => ({ type: 'advised', item }), {
      items: { [openItem(consulted('head'), 'advise').stepId]: done },
    }),
  },
};

function drafted(story: Story): Story {
  return conducted(did(story, 'draft', { act: 'draft', result: 'granted', grounds: '符合条件' }));
}
