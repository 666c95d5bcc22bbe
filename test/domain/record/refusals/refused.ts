import type { ActBody } from '../../../../domain/act';
import type { Actor } from '../../../../domain/actor';
import type { Refusal, RefusalCode } from '../../../../domain/refusal';
import type { Repair } from '../../../../domain/event';
import { administrator, answererOf } from '../../../world/people';
import { openItem, type Story } from '../story';

/** What a refusal says of the field at fault: where it is, and what is allowed there. */
export interface Field {
  readonly pointer: string;
  readonly expected?: readonly string[];
  readonly missing?: Refusal['details']['missing'];
}

/** An act that the record refuses. */
export interface Refused {
  readonly story: Story;
  /** The id of the work item; null for an act on the case. */
  readonly item: string | null;
  readonly body: ActBody;
  readonly actor: Actor;
  readonly field?: Field;
}

/** Acts that are refused for these reasons, by what is refused. */
export type Refusals<C extends RefusalCode> = Readonly<Record<C, Readonly<Record<string, Refused>>>>;

/** An act on the work item that stands for a step, open or not. */
export function answer(story: Story, stepId: string, body: ActBody, actor: Actor, field?: Field): Refused {
  const item = story.file.current[stepId] ?? stepId;
  return { story, item, body, actor, ...(field && { field }) };
}

/** An act on the one open item of a step, by whoever answers it first. */
export function open(story: Story, step: string, body: ActBody, field?: Field): Refused {
  const item = openItem(story, step);
  return { story, item: item.id, body, actor: answererOf(item, body.act), ...(field && { field }) };
}

/** An act on the case itself. */
export function onCase(story: Story, body: ActBody, actor: Actor, field?: Field): Refused {
  return { story, item: null, body, actor, ...(field && { field }) };
}

/** A repair that an administrator proposes. */
export function repair(story: Story, proposed: Repair, field: Field): Refused {
  const body = { act: 'proposeRepair', repair: proposed, reason: '录入有误' } as const;
  return onCase(story, body, administrator(), field);
}
