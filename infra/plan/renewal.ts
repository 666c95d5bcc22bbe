import { z } from 'zod';
import type { Plan } from '../../domain/plan';
import { basis } from './fields';
import { type Fault, fault } from './problem';

/** The shape of a plan's rules for certificates that hold for a term: days before their last one. */
export const renewal = z.strictObject({
  fromDays: z.int().min(1).max(730),
  remindDays: z.int().min(1).max(730),
  basis,
});

/** Where a mode has a term, the plan says how it is renewed; nobody is reminded before it can be. */
export function renewalFaults({ modes, renewal: rules }: Plan): Fault[] {
  const [mode] = Object.entries(modes).flatMap(([id, { term }]) => (term ? [id] : []));
  if (mode !== undefined && !rules) {
    const detail = {
      zh: '设有有效期，但没有续期规则（renewal）',
      en: 'a term, and no rules for its renewal',
    };
    return [fault('contradiction', ['modes', mode, 'term'], { detail })];
  }
  if (!rules || rules.remindDays <= rules.fromDays) return [];
  const detail = {
    zh: `早于可以申请续期之日（届满前 ${rules.fromDays} 天）`,
    en: `before it can be renewed, ${rules.fromDays} days before`,
  };
  return [fault('contradiction', ['renewal', 'remindDays'], { detail, found: String(rules.remindDays) })];
}
