import { ADMINISTRATION, APPLICANT, SYSTEM } from '../../domain/itinerary';
import { type ModeRule, type Plan, THE_SUBDISTRICT, type UnitRef } from '../../domain/plan';
import { type Fault, fault, type PathKey } from './problem';
import { repeated } from './repeated';
import { unknownUnit } from './unknownUnit';

/** Words that stand for somebody else wherever a unit is named. */
const reserved = [THE_SUBDISTRICT, APPLICANT, SYSTEM, ADMINISTRATION];

/** Every unit that is named exists, once, and where a mode names several they differ. */
export function unitFaults(plan: Plan): Fault[] {
  const known = plan.units.map((unit) => unit.id);
  const named: readonly (readonly [readonly PathKey[], string])[] = [
    [['leadingGroupOffice'], plan.leadingGroupOffice],
    [['filingAuthority', 'unit'], plan.filingAuthority.unit],
    ...Object.entries(plan.registrars).map(
      ([ownership, registrar]) => [['registrars', ownership, 'unit'], registrar.unit] as const,
    ),
    ...plan.digestTo.map((unit, index) => [['digestTo', index], unit] as const),
    ...plan.demonstrationSites.map(
      (site, index) => [['demonstrationSites', index, 'responsibleUnit'], site.responsibleUnit] as const,
    ),
  ];
  return [
    ...repeated(['units'], plan.units, 'id'),
    ...plan.units.flatMap(reservedFaults),
    ...kindFaults(plan),
    ...named.flatMap(([path, unit]) => unknownUnit(path, unit, known)),
    ...Object.entries(plan.modes).flatMap(([id, mode]) =>
      modeFaults(['modes', id], mode, [...known, THE_SUBDISTRICT]),
    ),
  ];
}

function reservedFaults(unit: { readonly id: string }, index: number): Fault[] {
  if (!reserved.includes(unit.id)) return [];
  const detail = { zh: '此代码为系统保留', en: 'the system keeps this id for itself' };
  return [fault('notAllowed', ['units', index, 'id'], { detail, found: unit.id })];
}

/** A site lies in a subdistrict, and one government's head grants joint extensions. */
function kindFaults({ units }: Plan): Fault[] {
  const count = (kind: Plan['units'][number]['kind']) => units.filter((unit) => unit.kind === kind).length;
  const faults: Fault[] = [];
  if (count('subdistrict') === 0) {
    const detail = {
      zh: '须至少有一个街道（kind: subdistrict）',
      en: 'one unit at least must be a subdistrict',
    };
    faults.push(fault('missing', ['units'], { detail }));
  }
  if (count('government') !== 1) {
    const detail = {
      zh: '须恰有一个区政府（kind: government）',
      en: 'exactly one unit must be the government',
    };
    faults.push(fault(count('government') === 0 ? 'missing' : 'duplicate', ['units'], { detail }));
  }
  return faults;
}

function modeFaults(path: readonly PathKey[], mode: ModeRule, known: readonly string[]): Fault[] {
  const single: readonly (readonly [readonly PathKey[], UnitRef])[] = [
    [[...path, 'lead'], mode.lead],
    [[...path, 'accepts', 'value'], mode.accepts.value],
    [[...path, 'decides', 'value'], mode.decides.value],
    [[...path, 'supervisingAuthority', 'value'], mode.supervisingAuthority.value],
  ];
  const reviews = [...path, 'reviews', 'value'];
  return [
    ...single.flatMap(([at, unit]) => unknownUnit(at, unit, known)),
    ...listFaults([...path, 'consulted'], mode.consulted, mode.lead, known),
    ...listFaults(reviews, mode.reviews.value, mode.decides.value, known),
  ];
}

/** A list of units: each exists, none is there twice, and it leaves out the unit that acts on the others' word. */
function listFaults(
  path: readonly PathKey[],
  units: readonly UnitRef[],
  head: UnitRef,
  known: readonly string[],
): Fault[] {
  const asked = { zh: '与牵头或审批单位相同', en: 'the same unit leads or decides' };
  return units.flatMap((unit, index) => {
    const at = [...path, index];
    if (units.indexOf(unit) !== index) return [fault('duplicate', at, { found: unit })];
    if (unit === head) return [fault('contradiction', at, { found: unit, detail: asked })];
    return unknownUnit(at, unit, known);
  });
}
