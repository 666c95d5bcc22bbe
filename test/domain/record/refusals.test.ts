import { valuesOf } from '../../../domain/label';
import { perform } from '../../../domain/perform';
import { Refusal, refusals } from '../../../domain/refusal';
import { applicant, official } from '../../world/people';
import { movesIn } from './moves';
import { refused, refusedLooks } from './refusals';
import { closed, signer } from './stories';
import { CASE, idOf, numberIn, todayIn, wayTo } from './story';
import { type LicensingOutcome, licensingOutcomes, lifeRefusals } from '../../world/licensing';

const rows = Object.entries(refused).flatMap(([code, each]) =>
  Object.entries(each).map(([what, row]) => ({ code, what, ...row })),
);
const context = { today: '2026-11-24', now: '2026-11-24T02:00:00.000Z', number: `${CASE}-N1` };

/** The refusal that an act meets. */
function refusalOf(act: () => unknown): Refusal {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('The act was not refused');
}

describe('each refusal', () => {
  it('is known', () => {
    expect([...Object.keys(refused), ...refusedLooks, ...lifeRefusals].sort()).toEqual(
      valuesOf(refusals).sort(),
    );
  });

  it.each(rows)('$code: $what', ({ code, story, item, body, actor, field = {} }) => {
    const now = { today: todayIn(story), now: story.now, number: numberIn(story) };
    const refusal = refusalOf(() => perform(story.file, item, body, actor, now));
    expect(refusal.code).toBe(code);
    expect(refusal.details).toEqual(field);
  });
});

describe('a refusal of what is not possible or not permitted says what is allowed instead', () => {
  it.each([
    ['to a department what it may do itself', 'fire', 'reviewer', ['claim', 'delegate', 'signOff', 'order']],
    ['to somebody without a part in it nothing', 'women', 'reviewer', []],
  ] as const)('%s', (_, unit, role, allowed) => {
    const { file } = wayTo('review');
    const act = () => perform(file, idOf('accept'), { act: 'accept' }, official(unit, role), context);
    const workItem = idOf('review-fire');
    expect(refusalOf(act).allowed).toEqual(allowed.map((each) => ({ act: each, workItem })));
  });

  it('to one who signs: the signature, the return of the draft, and the ways round', () => {
    const { file } = wayTo('decide');
    const act = () => perform(file, idOf('draft'), { act: 'decide', result: 'granted' }, signer, context);
    const allowed = ['claim', 'delegate', 'returnDraft', 'decide', 'requestExtension', 'consult', 'remand'];
    const workItem = idOf('decide');
    expect(refusalOf(act).allowed).toEqual(allowed.map((each) => ({ act: each, workItem })));
  });

  it('to the applicant: the withdrawal, on the case itself', () => {
    const { file } = wayTo('accept');
    const act = () => perform(file, idOf('accept'), { act: 'accept' }, applicant, context);
    expect(refusalOf(act).allowed).toEqual([{ act: 'withdraw', workItem: null }]);
  });
});

describe('a case that is closed', () => {
  /** By act and by step (or the case itself). */
  const letters = ['acknowledge case', 'confirmService case', 'reportUndeliverable case'];
  const serving = ['claim serve', 'delegate serve', 'serve serve', 'reassign case'];
  const left: Readonly<Record<LicensingOutcome, readonly string[]>> = {
    certified: [...letters, 'intervene case'],
    notAccepted: [...letters, 'intervene case', 'amend accept'],
    refused: [...letters, 'intervene case', ...serving, 'amend decide'],
    withdrawn: ['intervene case'],
  };

  it.each(licensingOutcomes)(
    '%s: its letters are served, and what ended it can be amended before',
    (outcome) => {
      const moves = movesIn(closed[outcome]()).map(({ act, item }) => `${act} ${item?.step ?? 'case'}`);
      expect([...new Set(moves)].sort()).toEqual([...left[outcome]].sort());
    },
  );
});
