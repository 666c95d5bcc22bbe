import { z } from 'zod';
import type { ConstructionRules } from '../../domain/construction';
import type { Plan } from '../../domain/plan';
import { basis, id, label } from './fields';
import { type Fault, fault } from './problem';
import { repeated } from './repeated';

/** The shape of a plan's rules for the construction of its demonstration sites. */
export const construction = z.strictObject({
  milestones: z
    .array(z.strictObject({ id, name: label, share: z.number().positive().max(100), basis }))
    .min(1),
  basis,
});

/** Each milestone comes after the one before it, and the last is the completion. */
export function constructionFaults({ construction: rules }: Pick<Plan, 'construction'>): Fault[] {
  return [...repeated(['construction', 'milestones'], rules.milestones, 'id'), ...shareFaults(rules)];
}

function shareFaults({ milestones }: ConstructionRules): Fault[] {
  return milestones.flatMap(({ share }, index) => {
    const path = ['construction', 'milestones', index, 'share'];
    if (share <= (milestones[index - 1]?.share ?? 0)) {
      const detail = { zh: '须由小到大排列', en: 'milestones go from the first to the last' };
      return [fault('contradiction', path, { detail, found: String(share) })];
    }
    if (index < milestones.length - 1 || share === 100) return [];
    const detail = { zh: '最后一个节点须为 100', en: 'the last milestone is the completion' };
    return [fault('contradiction', path, { detail, found: String(share), allowed: ['100'] })];
  });
}
