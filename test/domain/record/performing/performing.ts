import type { Act, ActBody } from '../../../../domain/act';
import type { Actor } from '../../../../domain/actor';
import type { EventBody } from '../../../../domain/event';
import type { NumberKind } from '../../../../domain/perform';
import type { Step } from '../../../../domain/vocabulary';
import { openItem, type Story, wayTo } from '../story';

export const NUMBER = '下石桥托〔2026〕9号';

/** An act on a case, its event, and the words that stay beside the event. */
export interface Performing {
  readonly story: Story;
  /** The work item it answers; null for an act on the case. */
  readonly item: string | null;
  readonly body: ActBody;
  readonly event: EventBody;
  readonly particulars?: Readonly<Record<string, unknown>>;
  readonly number?: NumberKind;
  /** Who acts, where it is not the first who may. */
  readonly actor?: Actor;
}

/** Acts, each in sentences that begin with its name. */
export type Performed<A extends Act> = Readonly<Record<A, Readonly<Record<string, Performing>>>>;

type More = Partial<Pick<Performing, 'story' | 'particulars' | 'number' | 'actor'>>;

/** An answer to an open step of the straight way, unless `more` tells another story. */
export function answer(
  step: Step,
  body: ActBody,
  event: (item: string) => EventBody,
  more: More = {},
): Performing {
  const story = more.story ?? wayTo(step);
  const { id } = openItem(story, step);
  return { story, item: id, body, event: event(id), ...more };
}

/** An act on the case itself. */
export function onCase(story: Story, body: ActBody, event: EventBody, more: More = {}): Performing {
  return { story, item: null, body, event, ...more };
}
