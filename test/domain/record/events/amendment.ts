import type { CaseFile } from '../../../../domain/caseFile';
import { flawed, onlyFireLeft, refusalDrafted } from '../stories';
import { correctionAsked, granted, inspecting, returnedToAcceptance } from '../sideStories';
import { conducted, did, idOf, itemOf, openItem, passed, type Story, TODAY, wayTo } from '../story';

import { overtaken, type Sentences, type Told } from './told';

const open = { status: 'open' } as const;
const refuse = { act: 'decide', result: 'refused' } as const;

const reviewing = wayTo('review');
const reviews = Object.keys(reviewing.file.current).filter((id) => id.startsWith('review-'));
/** 消防 objects by mistake, and answers a finding, while 住建 inspects. */
const objecting = did(inspecting(wayTo('review', flawed), 'review-housing'), 'review-fire', {
  act: 'signOff',
  opinion: 'object',
  reason: '疏散通道不足',
  answers: [{ finding: 'floor', answer: '已现场核实' }],
});
const signing = wayTo('decide');
/** Decided while 消防 was silent and a question was open: the decision overtook both. */
const overtaking = conducted(granted(signedWithout()));
const advise = Object.values(overtaking.file.items).find(({ step }) => step === 'advise')!;
const refused = did(refusalDrafted(), 'decide', refuse);
const declinedTooEarly = did(correctionAsked(), 'accept', { act: 'decline', reason: '不属于本机关职权' });
const correct = Object.values(declinedTooEarly.file.items).find(({ step }) => step === 'correct')!;
const registered = wayTo('push');
const acceptedAgain = conducted(did(returnedToAcceptance(), 'accept', { act: 'accept' }));
const again = acceptedAgain.file.items[acceptedAgain.file.current.accept!]!;

function signedWithout(): Story {
  const silent = conducted(passed(onlyFireLeft(), itemOf(onlyFireLeft(), 'review-fire').deadline.dueAt));
  const asked = did(silent, 'draft', { act: 'consult', whom: 'head', question: '面积如何认定' });
  return conducted(did(asked, 'draft', { act: 'draft', result: 'granted', grounds: '符合条件' }));
}

/** The amendment of the act on a step. */
function amending({ file }: Story, stepId: string, changes: Omit<Told, 'before' | 'body'>): Told {
  const item = file.items[file.current[stepId]!]!;
  return { before: file, body: { type: 'amended', item: item.id, amends: item.version }, ...changes };
}

function without(current: CaseFile['current'], ...steps: string[]): CaseFile['current'] {
  return Object.fromEntries(Object.entries(current).filter(([id]) => !steps.includes(id)));
}

/** The letters, with that of an act void. */
function voided({ letters }: CaseFile, kind: string): Pick<CaseFile, 'letters'> {
  return { letters: letters.map((letter) => (letter.kind === kind ? { ...letter, void: true } : letter)) };
}

export const amendmentEvents: Sentences<'amended'> = {
  amended: {
    'of an acceptance opens it again, overtakes what came of it, and its letter is void': amending(
      reviewing,
      'accept',
      {
        items: { accept: open, ...Object.fromEntries(reviews.map((id) => [id, overtaken])) },
        dates: { acceptance: null },
        file: {
          round: 2,
          stage: 'acceptance',
          current: { accept: idOf('accept') },
          ...voided(reviewing.file, 'accepted'),
        },
      },
    ),
    'of a second acceptance leaves the first': amending(acceptedAgain, 'accept', {
      items: { accept: open, ...Object.fromEntries(reviews.map((id) => [id, overtaken])) },
      dates: { acceptance: TODAY },
      file: {
        round: 3,
        stage: 'acceptance',
        current: without(acceptedAgain.file.current, ...reviews),
        letters: acceptedAgain.file.letters.map((letter) =>
          letter.seq === again.version ? { ...letter, void: true } : letter,
        ),
      },
    }),
    'of an objection forgets it with its answers, and leaves other departments and their inspections alone':
      amending(objecting, 'review-fire', {
        items: { 'review-fire': open, [openItem(objecting, 'answer').stepId]: overtaken },
        file: { round: 2, objections: [], answeredFindings: [] },
      }),
    'of a draft takes back the question for a signature': amending(signing, 'draft', {
      items: { draft: open, decide: overtaken },
      file: { round: 2, draft: null, current: without(signing.file.current, 'decide') },
    }),
    'of a decision brings back what it had overtaken, and its document is void': amending(
      overtaking,
      'decide',
      {
        items: {
          decide: open,
          'review-fire': open,
          [advise.stepId]: open,
          endorse: overtaken,
          [openItem(overtaking, 'serve').stepId]: overtaken,
        },
        dates: { decision: null },
        file: {
          round: 2,
          stage: 'decision',
          decisionNo: null,
          current: without(overtaking.file.current, 'endorse'),
          ...voided(overtaking.file, 'granted'),
        },
      },
    ),
    'of a refusal opens the case again': amending(refused, 'decide', {
      items: { decide: open, [openItem(refused, 'serve').stepId]: overtaken },
      dates: { decision: null },
      file: { round: 2, outcome: null, decisionNo: null, ...voided(refused.file, 'refused') },
    }),
    'of a non-acceptance lets the applicant go on correcting, and the list stays the one': amending(
      declinedTooEarly,
      'accept',
      {
        items: { accept: open, [correct.stepId]: open },
        file: {
          round: 2,
          outcome: null,
          correction: { ...declinedTooEarly.file.correction!, round: 2 },
          ...voided(declinedTooEarly.file, 'notAccepted'),
        },
      },
    ),
    'of a registration forgets it': amending(registered, 'register', {
      items: { register: open, push: overtaken },
      dates: { registration: null },
      file: {
        round: 2,
        stage: 'registration',
        unifiedCode: null,
        current: without(registered.file.current, 'push'),
      },
    }),
  },
};
