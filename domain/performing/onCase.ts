import type { Act, ActBody } from '../act';
import type { CaseFile } from '../caseFile';
import { confer } from './conference';
import { discontinue, linkLicence, raiseLoss, reschedule } from './construction';
import { reportIncident } from './incidents';
import { acknowledge, confirmService, reportUndeliverable } from './letters';
import { type ActContext, type Performed, withWords } from './performed';
import { proposeRepair, reassign } from './repairs';
import { remand, withdraw } from './returns';
import { changeStaff, enterStaff, removeStaff } from './staff';
import { callVisit, requestExit } from './supervision';
import { waiveSupport } from './support';
import { callSuspension } from './suspension';

/** The acts that are open to the case itself. */
const caseActs = [
  'withdraw',
  'remand',
  'acknowledge',
  'confirmService',
  'reportUndeliverable',
  'reassign',
  'proposeRepair',
  'intervene',
  'callVisit',
  'requestExit',
  'reportIncident',
  'callSuspension',
  'enterStaff',
  'changeStaff',
  'removeStaff',
  'reschedule',
  'linkLicence',
  'discontinue',
  'raiseLoss',
  'confer',
  'waiveSupport',
] as const satisfies readonly Act[];
type CaseActBody = Extract<ActBody, { act: (typeof caseActs)[number] }>;

/** Whether an act can be on the case itself. */
export function isOnCase(body: ActBody): body is CaseActBody {
  return (caseActs as readonly Act[]).includes(body.act);
}

type OnCaseAlone = Exclude<CaseActBody, { act: 'withdraw' | 'remand' }>;

/** Whether an act is on the case itself and never on one of its work items. */
export function isOnCaseAlone(body: ActBody): body is OnCaseAlone {
  return isOnCase(body) && body.act !== 'withdraw' && body.act !== 'remand';
}

/** One case an act on the case itself. */
export function performOnCase(file: CaseFile, body: CaseActBody, context: ActContext): Performed {
  switch (body.act) {
    case 'withdraw':
      return withdraw(body, context);
    case 'remand':
      return remand(file, null, body);
    case 'acknowledge':
      return acknowledge(file, body, context);
    case 'confirmService':
      return confirmService(file, body, context);
    case 'reportUndeliverable':
      return reportUndeliverable(file, body);
    case 'reassign':
      return reassign(file, body);
    case 'proposeRepair':
      return proposeRepair(file, body, context);
    case 'intervene':
      return withWords({ type: 'intervened', kind: body.kind }, { reason: body.reason });
    case 'callVisit':
      return callVisit(file, body, context);
    case 'requestExit':
      return requestExit(file, body);
    case 'reportIncident':
      return reportIncident(file, body, context);
    case 'callSuspension':
      return callSuspension(file, body, context);
    case 'enterStaff':
      return enterStaff(file, body, context);
    case 'changeStaff':
      return changeStaff(file, body, context);
    case 'removeStaff':
      return removeStaff(file, body, context);
    case 'reschedule':
      return reschedule(file, body, context);
    case 'linkLicence':
      return linkLicence(file, body, context);
    case 'discontinue':
      return discontinue(file, body, context);
    case 'raiseLoss':
      return raiseLoss(file, body);
    case 'confer':
      return confer(file, body, context);
    case 'waiveSupport':
      return waiveSupport(file, body, context);
  }
}
