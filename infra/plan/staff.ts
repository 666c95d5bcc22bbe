import { z } from 'zod';
import type { StaffRulesInPlan } from '../../domain/staff';
import { severities } from '../../domain/supervision';
import { basis, id, label, oneOf, unitId } from './fields';
import { type Fault, fault } from './problem';
import { repeated } from './repeated';
import { unknownUnit } from './unknownUnit';

/** The shape of a plan's rules for the staff list of an institution. */
export const staff = z.strictObject({
  unit: unitId,
  remindDays: z.int().min(1).max(366),
  severity: oneOf(severities),
  documents: z.array(z.strictObject({ id, name: label, expires: z.boolean(), basis })).min(1),
  roles: z
    .array(z.strictObject({ id, name: label, cares: z.boolean(), documents: z.array(id), basis }))
    .min(1),
  basis,
});

/** Somebody finds what expired, and a role asks for documents that there are. @param known the units */
export function staffFaults({ unit, roles, documents }: StaffRulesInPlan, known: readonly string[]): Fault[] {
  const path = ['supervision', 'staff'];
  const allowed = documents.map((document) => document.id);
  return [
    ...unknownUnit([...path, 'unit'], unit, known),
    ...repeated([...path, 'roles'], roles, 'id'),
    ...repeated([...path, 'documents'], documents, 'id'),
    ...roles.flatMap((role, index) =>
      role.documents
        .filter((document) => !allowed.includes(document))
        .map((found) =>
          fault('unknownReference', [...path, 'roles', index, 'documents'], { found, allowed }),
        ),
    ),
  ];
}
