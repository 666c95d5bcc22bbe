import { acts } from '../../domain/act';
import { fileFaults } from '../../domain/fileFault';
import type { Label } from '../../domain/label';
import { paperStates } from '../../domain/paper';
import { refusals } from '../../domain/refusal';
import * as vocabulary from '../../domain/vocabulary';

const vocabularies: Readonly<Record<string, Readonly<Record<string, Label>>>> = {
  acts,
  fileFaults,
  paperStates,
  refusals,
  ...vocabulary,
};
const entries = Object.entries(vocabularies).flatMap(([name, labels]) =>
  Object.entries(labels).map(([value, label]) => ({ name, value, ...label })),
);

const chinese = /\p{Script=Han}/u;

describe('every value that a person may meet has its words', () => {
  it('looks at all vocabularies of the domain', () => {
    expect(Object.keys(vocabularies)).toEqual(
      expect.arrayContaining(['acts', 'refusals', 'stages', 'steps', 'serviceModes', 'roles', 'outcomes']),
    );
    expect(entries.length).toBeGreaterThan(80);
  });

  it.each(entries)('$name.$value is $zh in Chinese, $en in English', ({ zh, en }) => {
    expect(zh).toMatch(chinese);
    expect(en).toMatch(/^[\x20-\x7e–…’]+$/);
    expect([zh, en]).toEqual([zh.trim(), en.trim()]);
  });

  it.each(Object.entries(vocabularies))('no two values of %s share their words', (_, labels) => {
    const words = Object.values(labels);
    expect(new Set(words.map(({ zh }) => zh)).size).toBe(words.length);
    expect(new Set(words.map(({ en }) => en.toLowerCase())).size).toBe(words.length);
  });

  it('keeps approve and reject out of the vocabulary: each actor has a verb of its own', () => {
    expect(entries.filter(({ value }) => /^(approve|reject)/i.test(value))).toEqual([]);
  });
});
