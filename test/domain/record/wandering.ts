import fc from 'fast-check';
import { addDays } from '../../../domain/civilDate';
import { awaitsConductor, nextDueAt, openItems } from '../../../domain/process';
import { straightAnswer } from '../../world/answers';
import { answererOf } from '../../world/people';
import { after, type Move, movesIn } from './moves';
import { correctionAsked, extensionForwarded, hearingTold, inspecting, objected } from './sideStories';
import { clerk } from './stories';
import { conducted, entered, onDay, passed, type Story, submitted, todayIn, wayTo } from './story';

/** One in so many acts may end the case, or most stories would end before they have begun. */
const ENDING = 24;

/** How a story goes on by a choice: the straight way, any act of anybody, or time. */
const turns: readonly ((story: Story, choice: number) => Story | null)[] = [
  straight,
  straight,
  straight,
  anyAct,
  anyAct,
  anyAct,
  (story) => passed(story, nextDueAt(story.file) ?? story.now),
  (story, choice) => onDay(story, addDays(todayIn(story), 1 + (choice % 10))),
];

/** What is due opens first, as a rule; the conductor may also be late. */
function goOn(story: Story, choice: number): Story {
  const rest = Math.floor(choice / turns.length);
  if (awaitsConductor(story.file) && choice % turns.length < 5) return conducted(story);
  return turns[choice % turns.length]!(story, rest) ?? story;
}

function straight(story: Story, choice: number): Story | null {
  const moves = openItems(story.file).map((item): Move => {
    const body = straightAnswer(story.file, item, todayIn(story));
    return { act: body.act, item, body, actor: answererOf(item, body.act) };
  });
  return first(story, turned(moves, choice));
}

/** Each act is as likely as any other, in however many ways it can be done: side roads are walked like the main one. */
function anyAct(story: Story, choice: number): Story | null {
  const moves = movesIn(story);
  const acts = [...new Set(moves.map(({ act }) => act))];
  const ways = turned(acts, choice).map((act) => moves.filter((move) => move.act === act));
  const byAct = ways.flatMap((each) => turned(each, Math.floor(choice / acts.length)));
  return first(story, byAct, choice % ENDING === 0 ? 'mayEnd' : 'goesOn');
}

/** The first of some moves that the record does not refuse. */
function first(story: Story, moves: readonly Move[], ending: 'mayEnd' | 'goesOn' = 'mayEnd'): Story | null {
  for (const move of moves) {
    const next = after(story, move);
    if (next && (ending === 'mayEnd' || next.file.outcome === story.file.outcome)) return next;
  }
  return null;
}

function turned<T>(list: readonly T[], by: number): T[] {
  const at = list.length === 0 ? 0 : by % list.length;
  return [...list.slice(at), ...list.slice(0, at)];
}

/** The longest way and others, from their beginning or from where few stories would come by themselves. */
const starts = fc.constantFrom(
  submitted(),
  submitted({ ownership: 'forProfit' }),
  submitted({ serviceMode: 'kindergarten', ownership: 'publicInstitution' }),
  submitted({ serviceMode: 'family', places: 0, classes: [] }),
  correctionAsked(),
  correctionAsked(conducted(entered(clerk))),
  inspecting(),
  objected(),
  wayTo('draft'),
  hearingTold(),
  extensionForwarded(),
  wayTo('endorse'),
  wayTo('register', { ownership: 'forProfit' }),
  wayTo('receipt'),
);

/** The story, to be printed by its events where a property fails. */
function printable(story: Story): Story {
  const told = () => story.events.map(({ type, at }) => `${at.slice(5, 16)} ${type}`).join('\n');
  return { ...story, [fc.toStringMethod]: told } as Story;
}

/** A case on any way through the process, at any point of it. */
export const anyStory: fc.Arbitrary<Story> = fc
  .tuple(starts, fc.array(fc.nat(1_000_000), { maxLength: 40, size: 'max' }))
  .map(([start, choices]) => printable(choices.reduce(goOn, start)));
