import { z } from 'zod';
import { type Plan, THE_SUBDISTRICT } from '../../domain/plan';
import { exitMeasures } from '../../domain/supervision';
import { staff, staffFaults } from './staff';
import { basis, id, label, oneOf, unitId } from './fields';
import { type Fault, fault } from './problem';
import { repeated } from './repeated';
import { unknownUnit } from './unknownUnit';

/** The shape of a plan's rules for supervision and exit. */
export const supervision = z.strictObject({
  visits: z.array(
    z.strictObject({
      id,
      name: label,
      unit: unitId,
      everyMonths: z.int().min(1).max(120),
      checklist: z.array(z.strictObject({ id, text: label })),
      basis,
    }),
  ),
  measures: z.array(z.strictObject({ measure: oneOf(exitMeasures), hearing: z.boolean(), basis })).min(1),
  complaints: z.strictObject({ unit: unitId, basis }),
  suspension: z.strictObject({ hearing: z.boolean(), basis }),
  staff,
  responsible: z.strictObject({ conferenceAfterDays: z.int().min(1).max(365), basis }).exactOptional(),
  incidents: z.strictObject({
    followedUpBy: unitId,
    told: z.array(unitId),
    withinHours: z.int().min(1).max(720),
    basis,
  }),
  basis,
});

/** Every visit is some unit's duty, and each measure stands there once. */
export function supervisionFaults({ supervision: rules, units }: Plan): Fault[] {
  const known = [...units.map((unit) => unit.id), THE_SUBDISTRICT];
  return [
    ...repeated(['supervision', 'visits'], rules.visits, 'id'),
    ...repeatedLines(rules.visits),
    ...repeated(['supervision', 'measures'], rules.measures, 'measure'),
    ...rules.visits.flatMap(({ unit }, index) =>
      unknownUnit(['supervision', 'visits', index, 'unit'], unit, known),
    ),
    ...unknownUnit(['supervision', 'complaints', 'unit'], rules.complaints.unit, known),
    ...staffFaults(rules.staff, known),
    ...unknownUnit(['supervision', 'incidents', 'followedUpBy'], rules.incidents.followedUpBy, known),
    ...rules.incidents.told.flatMap((unit, index) =>
      unknownUnit(['supervision', 'incidents', 'told', index], unit, known),
    ),
  ];
}

/** A visit that is called for has all lines of its unit: an id stands for one line among all visits. */
function repeatedLines(visits: Plan['supervision']['visits']): Fault[] {
  const lines = visits.flatMap(({ checklist }, visit) =>
    checklist.map(({ id: line }, place) => ({
      line,
      path: ['supervision', 'visits', visit, 'checklist', place, 'id'] as const,
    })),
  );
  return lines.flatMap(({ line, path }, index) =>
    lines.findIndex((other) => other.line === line) === index
      ? []
      : [fault('duplicate', path, { found: line })],
  );
}
