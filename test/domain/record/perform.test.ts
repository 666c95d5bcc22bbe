import type { Actor } from '../../../domain/actor';
import { numberFor, perform } from '../../../domain/perform';
import { answererOf, applicant } from '../../world/people';
import { performing } from './performing';
import { NUMBER, type Performing } from './performing/performing';
import { todayIn } from './story';
import { licensingActs } from '../../world/licensing';

const rows = Object.entries(performing).flatMap(([act, sentences]) =>
  Object.entries(sentences).map(([what, row]) => ({ act, what, ...row })),
);

function actorOf({ story: { file }, item, body, actor }: Performing): Actor {
  return actor ?? (item === null ? applicant : answererOf(file.items[item]!, body.act));
}

describe('each act gives its event', () => {
  it('knows every act', () => {
    expect(Object.keys(performing).sort()).toEqual([...licensingActs].sort());
  });

  it.each(rows)('$act $what', (row) => {
    const { story, item, body, event, particulars = {}, number = null } = row;
    const context = { today: todayIn(story), now: story.now, number: number && NUMBER };
    expect(perform(story.file, item, body, actorOf(row), context)).toStrictEqual({
      body: event,
      particulars,
    });
    expect(numberFor(body.act, item === null ? null : story.file.items[item]!)).toBe(number);
  });

  it.each(rows.filter(({ number }) => number !== undefined))('$act $what never without its number', (row) => {
    const { story, item, body } = row;
    const context = { today: todayIn(story), now: story.now, number: null };
    expect(() => perform(story.file, item, body, actorOf(row), context)).toThrow(
      new TypeError('This act needs a serial number'),
    );
  });
});
