import { z } from 'zod';
import type { Plan } from '../../domain/plan';
import { ownerships, serviceForms, serviceModes, limitUnits, startEvents } from '../../domain/vocabulary';
import { procedures } from '../../domain/sideStep';
import { silences, extensionAuthorities, handlings, rungRecipients } from '../../domain/vocabulary';
import { changes } from './changes';
import { basis, completionMonth, date, id, label, oneOf, text, unitId } from './fields';
import { construction } from './construction';
import { evaluation } from './evaluation';
import { material } from './materials';
import { standard } from './standards';
import { renewal } from './renewal';
import { supervision } from './supervision';
import { support } from './support';

const unit = z.strictObject({
  id: unitId,
  name: label,
  kind: z.enum(['department', 'subdistrict', 'government']),
  duties: z.string(),
  mark: text,
});

function assignment<T extends z.ZodType>(value: T) {
  return z.strictObject({ value, basis });
}

const mode = z.strictObject({
  lead: unitId,
  consulted: z.array(unitId),
  basis,
  accepts: assignment(unitId),
  reviews: assignment(z.array(unitId)),
  decides: assignment(unitId),
  supervisingAuthority: assignment(unitId),
  registers: assignment(z.boolean()),
  handling: assignment(oneOf(handlings)).exactOptional(),
  term: assignment(z.int().min(1).max(50)).exactOptional(),
});

const registrar = z.strictObject({ unit: unitId, basis, needsEndorsement: z.boolean() });

const clock = z.strictObject({
  id,
  name: label,
  limit: z.int().positive(),
  unit: oneOf(limitUnits),
  startsFrom: oneOf(startEvents),
  silence: oneOf(silences),
  pausedBy: z.array(z.enum(procedures)).exactOptional(),
  extension: z.strictObject({ limit: z.int().positive(), by: oneOf(extensionAuthorities) }).exactOptional(),
  basis,
});

const clockTable = z.strictObject({
  byStep: z.strictObject({
    accept: id,
    review: id,
    endorse: id,
    push: id,
    file: id,
    receipt: id,
    conformity: id,
    issue: id,
    correct: id,
    answer: id,
    inspect: id,
    test: id,
    appraise: id,
    requestHearing: id,
    hear: id,
    forwardExtension: id,
    grantExtension: id,
    advise: id,
    reapply: id,
    serve: id,
    confirmRepair: id,
    visit: id,
    handleComplaint: id,
    followUpIncident: id,
    orderRectification: id,
    rectify: id,
    reinspect: id,
    sanction: id,
    decideExit: id,
    suspend: id,
    decideSuspension: id,
    lift: id,
    contest: id,
    place: id,
    deregister: id,
    closeFiling: id,
    selfAssess: id,
    score: id,
    rate: id,
    confirmRating: id,
    build: id,
    examineSite: id,
    acceptSite: id,
    proposeName: id,
    signName: id,
    considerLoss: id,
    signLoss: id,
    followUp: id,
    submitSupport: id,
    examineSupport: id,
    opineSupport: id,
    draftSupport: id,
    signSupport: id,
    paySupport: id,
    recheckSupport: id,
    considerSupportEnd: id,
    signSupportEnd: id,
  }),
  decision: z.strictObject({ single: id, joint: id }),
  registration: z.record(oneOf(ownerships), id),
});

const site = z.strictObject({
  no: z.int().positive(),
  printed: z.strictObject({
    mode: text,
    name: text,
    address: z.string(),
    area: z.string(),
    scale: z.string(),
    completion: z.string(),
    responsibleUnit: z.string(),
    remark: z.string(),
  }),
  mode: oneOf(serviceModes),
  name: text,
  nameIsProvisional: z.boolean(),
  areaSquareMetres: z.number().positive().nullable(),
  areaPerClass: z.strictObject({ min: z.number().positive(), max: z.number().positive() }).nullable(),
  classes: z.int().positive().nullable(),
  places: z.int().positive().nullable(),
  completion: completionMonth,
  responsibleUnit: unitId,
});

const override = z.strictObject({ date, kind: z.enum(['holiday', 'workday']), name: label });

/** The shape of a plan file; it must give a `Plan`, and keys that `Plan` does not have are refused. */
export const planFile = z.strictObject({
  id,
  caseNumberPrefix: z.string().regex(/^[A-Z]{2,8}$/, 'prefix'),
  district: label,
  title: label,
  document: z.strictObject({ issuer: text, issuedOn: date, inForceFrom: date }),
  units: z.array(unit).min(1),
  leadingGroupOffice: unitId,
  filingAuthority: z.strictObject({ unit: unitId, basis }),
  serviceForms: z.array(oneOf(serviceForms)).min(1),
  modes: z.record(oneOf(serviceModes), mode),
  registrars: z.record(oneOf(ownerships), registrar),
  clocks: z.array(clock).min(1),
  clockTable,
  materials: z.array(material),
  standards: z.array(standard),
  changes,
  supervision,
  evaluation,
  construction,
  support,
  remedy: z.strictObject({ body: label, limit: label, basis }),
  ladder: z.strictObject({
    rungs: z.array(z.strictObject({ id, days: z.int().min(-60).max(60), to: oneOf(rungRecipients) })),
    basis,
  }),
  digestTo: z.array(unitId),
  correction: z.strictObject({ acceptance: z.enum(['restarts', 'resumes']), basis }),
  hearing: z.strictObject({ noticeDays: z.int().nonnegative(), basis }),
  calendar: z.array(override),
  demonstrationSites: z.array(site),
  population: z.strictObject({ underThree: z.int().min(1), basis }).exactOptional(),
  renewal: renewal.exactOptional(),
  publicFigures: z.strictObject({ atLeast: z.int().min(1), basis }).exactOptional(),
}) satisfies z.ZodType<Plan>;

/** Whether this release can work by a plan: those of older ones knew less. */
export function canWorkBy(plan: Plan): boolean {
  return planFile.safeParse(plan).success;
}
