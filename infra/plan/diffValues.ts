import type { Label, Labels } from '../../domain/label';
import { type Plan, THE_SUBDISTRICT } from '../../domain/plan';
import {
  classKinds,
  extensionAuthorities,
  handlings,
  ownerships,
  serviceForms,
  serviceModes,
  silences,
  sources,
  stages,
  startEvents,
} from '../../domain/vocabulary';

const vocabularies: Readonly<Record<string, Labels<string>>> = {
  startsFrom: startEvents,
  silence: silences,
  by: extensionAuthorities,
  source: sources,
  stage: stages,
  mode: serviceModes,
  modes: serviceModes,
  ownerships,
  serviceForms,
  classKind: classKinds,
};

const unitKeys = ['lead', 'consulted', 'unit', 'leadingGroupOffice', 'responsibleUnit'];
const blank: Label = { zh: '（空）', en: '(blank)' };

/** A value in words: units and vocabulary by name, lists joined, a blank said. */
export function valueInWords(value: unknown, path: readonly string[], plan: Plan): Label {
  if (Array.isArray(value)) {
    const each = value.map((item) => valueInWords(item, path, plan));
    if (each.length === 0) return blank;
    return { zh: each.map(({ zh }) => zh).join('、'), en: each.map(({ en }) => en).join(', ') };
  }
  if (value === undefined || value === null || value === '') return blank;
  if (typeof value === 'boolean') return value ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' };
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return nameOf(text, path, plan) ?? { zh: text, en: text };
}

function nameOf(text: string, path: readonly string[], plan: Plan): Label | undefined {
  const [key = '', owner = ''] = [...path].reverse();
  if (key === 'value' && owner === 'handling') return (handlings as Labels<string>)[text];
  if (key === 'value' || unitKeys.includes(key)) {
    if (text === THE_SUBDISTRICT) return { zh: '属地街道', en: "the site's subdistrict" };
    return plan.units.find((unit) => unit.id === text)?.name;
  }
  return vocabularies[key]?.[text];
}
