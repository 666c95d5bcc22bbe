import type { CaseFile } from '../../../../domain/caseFile';
import type { Stage } from '../../../../domain/vocabulary';
import { draftReturned, onlyFireLeft } from '../stories';
import { granted, inspecting, repairProposed, undeliverable } from '../sideStories';
import { conducted, idOf, openItem, wayTo } from '../story';
import { about, done, overtaken, RECORDED_ON, type Sentences } from './told';

const fireLeft = { ...onlyFireLeft().file, objections: ['housing'] };
const signing = wayTo('decide').file;
const checking = wayTo('conformity').file;
const busy = repairProposed(inspecting(undeliverable()), { kind: 'move', to: 'acceptance' });
const reviews = [...busy.file.itinerary.consulted, 'hr'].map((unit) => `review-${unit}`);
const moving = repairProposed(onlyFireLeft(), { kind: 'move', to: 'acceptance' });
const decided = conducted(granted());
const behind = repairProposed(decided, { kind: 'move', to: 'jointReview' });
const correcting = repairProposed(wayTo('review'), {
  kind: 'correctDate',
  date: 'receipt',
  to: '2026-11-20',
});
const extending = repairProposed(wayTo('review'), { kind: 'extend', clock: 'review', days: 5 });

/** What stands for the steps of these stages, and for what was asked for besides. */
function currentOf({ current, itinerary, asked }: CaseFile, ...stages: Stage[]): CaseFile['current'] {
  const steps = itinerary.stages.filter(({ stage }) => stages.includes(stage)).flatMap((each) => each.steps);
  const ids = steps.map(({ id }) => id);
  return Object.fromEntries(Object.entries(current).filter(([id]) => ids.includes(id) || id in asked));
}

const begunAnew = {
  round: 2,
  objections: [],
  draft: null,
  decisionNo: null,
  unifiedCode: null,
  receiptNo: null,
};

export const returnEvents: Sentences<'remanded' | 'repaired'> = {
  remanded: {
    'closes what is open, raises the round, begins the later stages anew, and the clock of acceptance with them':
      {
        before: fireLeft,
        body: { type: 'remanded', item: null, to: 'acceptance' },
        items: { 'review-fire': overtaken },
        file: { ...begunAnew, stage: 'acceptance', current: {}, returnedOn: RECORDED_ON },
      },
    'to the joint review begins it anew, and the decision; the acceptance stands with its date and its clock':
      {
        before: { ...signing, objections: ['fire'] },
        body: { type: 'remanded', item: idOf('decide'), to: 'jointReview' },
        items: { decide: overtaken },
        file: { ...begunAnew, stage: 'jointReview', current: currentOf(signing, 'acceptance') },
      },
    'after the decision takes back registration and papers, and leaves the decision': {
      before: { ...checking, receiptNo: 'R-1' },
      body: { type: 'remanded', item: idOf('conformity'), to: 'registration' },
      items: { receipt: overtaken, conformity: overtaken },
      dates: { registration: null, filingReceived: null },
      file: {
        round: 2,
        stage: 'registration',
        current: currentOf(checking, 'acceptance', 'jointReview', 'decision'),
        unifiedCode: null,
        receiptNo: null,
      },
    },
    'ends what stops a clock, and leaves letters to be served and repairs to be confirmed': {
      before: busy.file,
      body: { type: 'remanded', item: null, to: 'acceptance' },
      items: Object.fromEntries(
        [...reviews, openItem(busy, 'inspect').stepId].map((stepId) => [stepId, overtaken]),
      ),
      file: {
        round: 2,
        stage: 'acceptance',
        current: currentOf(busy.file),
        returnedOn: RECORDED_ON,
        procedures: [{ ...busy.file.procedures[0]!, to: RECORDED_ON }],
      },
    },
    'to the decision leaves the joint review as it was': about(
      draftReturned(),
      'draft',
      (item) => ({ type: 'remanded', item, to: 'decision' }),
      {
        items: { draft: overtaken },
        file: {
          round: 2,
          stage: 'decision',
          current: currentOf(draftReturned().file, 'acceptance', 'jointReview'),
        },
      },
    ),
  },
  repaired: {
    'by a move returns the case as a remand does': {
      before: moving.file,
      body: {
        type: 'repaired',
        item: openItem(moving, 'confirmRepair').id,
        repair: { kind: 'move', to: 'acceptance' },
      },
      items: { [openItem(moving, 'confirmRepair').stepId]: done, 'review-fire': overtaken },
      file: {
        round: 2,
        stage: 'acceptance',
        current: currentOf(moving.file),
        returnedOn: RECORDED_ON,
        repair: null,
      },
    },
    'by a move behind a decision that nobody was told of makes its document void': {
      before: behind.file,
      body: {
        type: 'repaired',
        item: openItem(behind, 'confirmRepair').id,
        repair: { kind: 'move', to: 'jointReview' },
      },
      items: {
        [openItem(behind, 'confirmRepair').stepId]: done,
        [openItem(behind, 'serve').stepId]: overtaken,
        endorse: overtaken,
      },
      dates: { decision: null },
      file: {
        ...begunAnew,
        stage: 'jointReview',
        current: currentOf(behind.file, 'acceptance'),
        letters: behind.file.letters.map((letter) => ({ ...letter, void: letter.kind === 'granted' })),
        repair: null,
      },
    },
    'by another date holds that date': {
      before: correcting.file,
      body: {
        type: 'repaired',
        item: openItem(correcting, 'confirmRepair').id,
        repair: { kind: 'correctDate', date: 'receipt', to: '2026-11-20' },
      },
      items: { [openItem(correcting, 'confirmRepair').stepId]: done },
      dates: { receipt: '2026-11-20' },
      file: { repair: null },
    },
    'by more days adds them to what was added before': {
      before: { ...extending.file, extensions: { review: 2 } },
      body: {
        type: 'repaired',
        item: openItem(extending, 'confirmRepair').id,
        repair: { kind: 'extend', clock: 'review', days: 5 },
      },
      items: { [openItem(extending, 'confirmRepair').stepId]: done },
      file: { extensions: { review: 7 }, repair: null },
    },
  },
};
