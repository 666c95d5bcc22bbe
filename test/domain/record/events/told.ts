import type { AskedStep, CaseFile, Letter, WorkItem } from '../../../../domain/caseFile';
import type { EventBody, EventType } from '../../../../domain/event';
import { APPLICANT } from '../../../../domain/itinerary';
import type { Step } from '../../../../domain/vocabulary';
import { openItem, type Story, wayTo } from '../story';

/** All that an event changes in a file: number, time and the items' versions come by themselves. */
interface Changes {
  /** By step id. */
  readonly items?: Readonly<Record<string, Partial<WorkItem>>>;
  readonly dates?: Partial<CaseFile['dates']>;
  readonly file?: Partial<CaseFile>;
}

export interface Told extends Changes {
  readonly before: CaseFile;
  readonly body: EventBody;
}

/** Events of some types, each in sentences that begin with its name. */
export type Sentences<T extends EventType> = Readonly<Record<T, Readonly<Record<string, Told>>>>;

export const DAY = '2026-11-25';
export const LETTER = '下石桥托〔2026〕7号';
/** The day on which every event of these tables is recorded. */
export const RECORDED_ON = '2026-11-24';
export const done = { status: 'done' } as const;
export const overtaken = { status: 'closed' } as const;

/** An event that answers an open step, and what it changes besides. */
export function answer(step: Step, body: (item: string) => EventBody, changes: Changes = {}): Told {
  return about(wayTo(step), step, body, { ...changes, items: { [step]: done, ...changes.items } });
}

/** An event about the open work item of a step, by its kind or its id, and what it changes. */
export function about(
  story: Story,
  step: string,
  body: (item: string) => EventBody,
  changes: Changes = {},
): Told {
  return { before: story.file, body: body(openItem(story, step).id), ...changes };
}

/** What a file holds once the next event has asked for a step. */
export function asks(
  before: CaseFile,
  step: AskedStep['step'],
  to: Pick<AskedStep, 'unit' | 'about' | 'role'>,
): Pick<CaseFile, 'asked'> {
  const id = `${step}-${before.seq + 1}`;
  return { asked: { ...before.asked, [id]: { id, step, ...to } } };
}

export function asksApplicant(before: CaseFile, step: AskedStep['step'], item: string) {
  return asks(before, step, { unit: APPLICANT, about: item });
}

/** What a file holds once the next event has written a letter. */
export function writes(
  before: CaseFile,
  kind: Letter['kind'],
  item: string,
  unit = 'shiqiao',
): Pick<CaseFile, 'letters'> {
  const letter = { no: LETTER, kind, seq: before.seq + 1, on: RECORDED_ON, item, unit };
  return { letters: [...before.letters, { ...letter, served: null, void: false }] };
}
