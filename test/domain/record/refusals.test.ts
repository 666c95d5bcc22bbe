import { actRules, type Act } from '../../../domain/act';
import { valuesOf } from '../../../domain/label';
import { perform } from '../../../domain/perform';
import { Refusal, refusals } from '../../../domain/refusal';
import { outcomes } from '../../../domain/vocabulary';
import { answererOf, applicant, official } from '../../world/people';
import { bodies } from './bodies';
import { refused } from './refusals';
import { closed, signer } from './stories';
import { idOf, TODAY, wayTo } from './story';

const rows = Object.entries(refused).flatMap(([code, each]) =>
  Object.entries(each).map(([what, row]) => ({ code, what, ...row })),
);
const context = { today: TODAY, number: 'XCTY-N-2026-000001' };

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
    expect(Object.keys(refused)).toEqual(valuesOf(refusals));
  });

  it.each(rows)('$code: $what', ({ code, story, item, body, actor, field = {} }) => {
    const refusal = refusalOf(() => perform(story.file, item, body, actor, context));
    expect(refusal.code).toBe(code);
    expect(refusal.details).toEqual(field);
  });
});

describe('a refusal of what is not possible or not permitted says what is allowed instead', () => {
  it.each([
    [
      'to a department its own sign-off',
      'fire',
      'reviewer',
      [{ act: 'signOff', workItem: idOf('review-fire') }],
    ],
    ['to somebody without a part in it nothing', 'women', 'reviewer', []],
  ] as const)('%s', (_, unit, role, allowed) => {
    const { file } = wayTo('review');
    const act = () => perform(file, idOf('accept'), { act: 'accept' }, official(unit, role), context);
    expect(refusalOf(act).allowed).toEqual(allowed);
  });

  it('to one who signs: the signature, and the return of the draft', () => {
    const { file } = wayTo('decide');
    const act = () => perform(file, idOf('draft'), { act: 'decide', result: 'granted' }, signer, context);
    expect(refusalOf(act).allowed).toEqual([
      { act: 'returnDraft', workItem: idOf('decide') },
      { act: 'decide', workItem: idOf('decide') },
    ]);
  });

  it('to the applicant: the withdrawal, on the case itself', () => {
    const { file } = wayTo('accept');
    const act = () => perform(file, idOf('accept'), { act: 'accept' }, applicant, context);
    expect(refusalOf(act).allowed).toEqual([{ act: 'withdraw', workItem: null }]);
  });
});

describe('a case that is closed', () => {
  const acts = Object.keys(actRules) as Act[];

  it.each(valuesOf(outcomes))('%s: refuses every act, on the case and on each of its items', (outcome) => {
    const { file } = closed[outcome]();
    const targets = [null, ...Object.values(file.items)];
    for (const act of acts) {
      for (const item of targets) {
        const actor = item === null ? applicant : answererOf(item, act);
        for (const body of bodies[act](file, TODAY)) {
          const refusal = refusalOf(() => perform(file, item?.id ?? null, body, actor, context));
          expect([refusal.code, refusal.allowed]).toEqual(['caseClosed', []]);
        }
      }
    }
  });
});
