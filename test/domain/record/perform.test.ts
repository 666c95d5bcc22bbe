import { acts } from '../../../domain/act';
import { valuesOf } from '../../../domain/label';
import { numberFor, perform } from '../../../domain/perform';
import { answererOf, applicant } from '../../world/people';
import { NUMBER, performing } from './performing';
import { TODAY } from './story';

const rows = Object.entries(performing).flatMap(([act, sentences]) =>
  Object.entries(sentences).map(([what, row]) => ({ act, what, ...row })),
);

describe('each act gives its event', () => {
  it('knows every act', () => {
    expect(Object.keys(performing)).toEqual(valuesOf(acts));
  });

  it.each(rows)('$act $what', ({ story: { file }, item, body, event, particulars = {}, number = null }) => {
    const actor = item === null ? applicant : answererOf(file.items[item]!, body.act);
    const context = { today: TODAY, number: number && NUMBER };
    expect(perform(file, item, body, actor, context)).toStrictEqual({
      body: event,
      particulars,
    });
    expect(numberFor(body.act)).toBe(number);
  });

  it.each(rows.filter(({ number }) => number !== undefined))(
    '$act is never done without its number',
    ({ story: { file }, item, body }) => {
      const actor = answererOf(file.items[item!]!, body.act);
      expect(() => perform(file, item, body, actor, { today: TODAY, number: null })).toThrow(
        new TypeError('This act needs a serial number'),
      );
    },
  );
});
