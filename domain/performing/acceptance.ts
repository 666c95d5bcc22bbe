import type { ActBody } from '../act';
import { channelOf, demand, numberOf, type Performing, withWords } from './performed';

type Body<A extends ActBody['act']> = Extract<ActBody, { act: A }>;

export const decline: Performing<Body<'decline'>> = (_file, item, { reason }, context) =>
  withWords({ type: 'notAccepted', item: item.id, letter: numberOf(context) }, { reason });

/** All that is missing, told once (行政许可法 第三十二条). */
export const requestCorrection: Performing<Body<'requestCorrection'>> = (
  file,
  item,
  { missing },
  context,
) => {
  demand(file.correction?.round !== file.round, 'correctionGiven', '/act');
  const papers = file.itinerary.materials.map(({ id }) => id);
  missing.forEach(({ material }, index) => {
    const known = material === undefined || papers.includes(material);
    demand(known, 'unknownMaterial', `/missing/${index}/material`, papers);
  });
  const list = missing.map((each, index) => ({ no: index + 1, ...each }));
  return withWords(
    {
      type: 'correctionRequested',
      item: item.id,
      nos: list.map(({ no }) => no),
      on: context.today,
      letter: numberOf(context),
    },
    { missing: list },
  );
};

/** Numbers of the list are closed one by one, or several at once. */
export const correct: Performing<Body<'correct'>> = (file, item, { answers }, context) => {
  const { nos = [], closed = [] } = file.correction ?? {};
  const open = nos.filter((no) => !closed.includes(no));
  answers.forEach(({ no }, index) => {
    const first = answers.findIndex((each) => each.no === no) === index;
    demand(open.includes(no) && first, 'unknownNumber', `/answers/${index}/no`, open.map(String));
  });
  const complete = open.every((no) => answers.some((answer) => answer.no === no));
  return withWords(
    {
      type: 'corrected',
      item: item.id,
      nos: answers.map(({ no }) => no),
      completedOn: complete ? context.today : null,
      ...channelOf(context),
    },
    { answers },
  );
};
