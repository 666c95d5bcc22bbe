import type { ActBody } from '../act';
import type { CaseFile } from '../caseFile';
import { sideRulesIn } from '../changes/items';
import { mattersOf } from '../conference';
import { type ActContext, demand, demandPast, type Performed, type Performing, withWords } from './performed';

type Body<A extends ActBody['act']> = Extract<ActBody, { act: A }>;

/** What the joint conference decided on the matters of a case (联席会议), and who carries it out. */
export function confer(file: CaseFile, body: Body<'confer'>, { today }: ActContext): Performed {
  const { heldOn, decision, units } = body;
  const matters = mattersOf(file).map(({ kind }) => kind);
  demandPast(heldOn, '/heldOn', today);
  const known = Object.keys(sideRulesIn(file).marks);
  units.forEach((unit, index) => {
    demand(known.includes(unit) && units.indexOf(unit) === index, 'unknownUnit', `/units/${index}`, known);
  });
  return withWords({ type: 'conferred', heldOn, matters, units }, { decision });
}

export const followUp: Performing<Body<'followUp'>> = (_file, item, { report }) =>
  withWords({ type: 'followedUp', item: item.id }, { report });
