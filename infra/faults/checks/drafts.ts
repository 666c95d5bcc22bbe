import type { Evidence, Fault } from '../evidence';

/** Every draft that a client was told it began is there, and none beyond what was told or left unanswered. */
export function checkDrafts({ told, drafts }: Pick<Evidence, 'told' | 'drafts'>): Fault[] {
  const begun = told.filter((act) => act.asked === 'begin');
  const known = new Set(begun.flatMap((act) => (act.ending === 'done' ? [act.workItem] : [])));
  const unanswered = begun.filter((act) => act.ending === 'unanswered').length;
  const lost = [...known].filter((id) => id === null || !drafts.includes(id));
  const beyond = drafts.filter((id) => !known.has(id)).slice(unanswered);
  return [
    ...lost.map((id): Fault => ({
      ...about,
      kind: 'lost',
      where: `draft ${id}`,
      text: 'was told begun, is not there',
    })),
    ...beyond.map((id): Fault => ({
      ...about,
      kind: 'doubled',
      where: `draft ${id}`,
      text: 'no client was told of it',
    })),
  ];
}

const about = { about: 'act' } as const;
