import type { CaseFile } from '../caseFile';
import type { CaseEvent } from '../event';
import { isLeaving } from '../lifeDates';
import { openItems } from '../process';
import {
  type HeldDocument,
  staffInForce,
  type StaffDocument,
  type StaffDocuments,
  type StaffMember,
  staffOf,
} from '../staff';
import { ask, closeItems } from './items';
import { supervised, supervisedBy, supervisionOf } from './supervised';

type Of<T extends CaseEvent['type']> = CaseEvent & { type: T };

export function staffEntered(file: CaseFile, event: Of<'staffEntered'>): CaseFile {
  return supervised(file, { staff: [...staffOf(file), memberOf(event, [])] });
}

/** The member is what the event says; what was noted of a document stays with it until another takes its place. */
export function staffChanged(file: CaseFile, event: Of<'staffChanged'>): CaseFile {
  const staff = staffOf(file).map((each) =>
    each.member === event.member ? memberOf(event, each.documents) : each,
  );
  return withoutRenewed(supervised(file, { staff }), event);
}

export function staffRemoved(file: CaseFile, event: Of<'staffRemoved'>): CaseFile {
  const { member, leftOn } = event;
  const staff = staffOf(file).map((each) => (each.member === member ? { ...each, leftOn } : each));
  return withoutRenewed(supervised(file, { staff }), event);
}

export function staffDocumentsExpiring(file: CaseFile, event: Of<'staffDocumentsExpiring'>): CaseFile {
  return noted(file, event, { reminded: true });
}

/** What expired counts as found by the unit of duty, which deals with it like with any other finding. */
export function staffDocumentsExpired(file: CaseFile, event: Of<'staffDocumentsExpired'>): CaseFile {
  const { staff: rules } = supervisedBy(file);
  const found = noted(file, event, { found: true });
  if (!rules || isLeaving(file)) return found;
  const about = `${OF_STAFF}${event.expiresOn}`;
  const { findings } = supervisionOf(file);
  const { unit, severity } = rules;
  const held = supervised(found, { findings: { ...findings, [about]: severity } });
  return ask(held, event, 'orderRectification', { unit, about });
}

/** With a new year those who left leave the state. */
export function withoutThoseWhoLeft(file: CaseFile): CaseFile {
  return file.supervision?.staff ? supervised(file, { staff: staffInForce(file) }) : file;
}

/** What is dealt with concerns documents that expired on a day. */
const OF_STAFF = 'staffDocuments-';

/** What is renewed, or whose member has left, is dealt with: nobody has to order it any more. */
function withoutRenewed(file: CaseFile, event: CaseEvent): CaseFile {
  const days = staffInForce(file).flatMap(({ documents }) =>
    documents.flatMap(({ found, expiresOn }) => (found && expiresOn !== null ? [expiresOn] : [])),
  );
  const over = openItems(file).filter(({ step, stepId }) => {
    const about = file.asked[stepId]?.about ?? '';
    if (step !== 'orderRectification' || !about.startsWith(OF_STAFF)) return false;
    return !days.includes(about.slice(OF_STAFF.length));
  });
  return closeItems(file, over, event);
}

function memberOf(event: Of<'staffEntered' | 'staffChanged'>, before: readonly HeldDocument[]): StaffMember {
  const { member, role, classKind, joinedOn } = event;
  const documents = event.documents.map((document) => {
    const { reminded, found } = before.find((each) => isSame(each, document)) ?? fresh;
    return { ...document, reminded, found };
  });
  return { member, role, classKind, joinedOn, documents, leftOn: null };
}

const fresh = { reminded: false, found: false };

/** Whether a document is the one that stood there before, and no other in its place. */
export function isSame(a: StaffDocument, b: StaffDocument): boolean {
  return a.document === b.document && a.issuedOn === b.issuedOn && a.expiresOn === b.expiresOn;
}

function noted(file: CaseFile, { documents: named }: StaffDocuments, note: Partial<HeldDocument>): CaseFile {
  const staff = staffOf(file).map((each) => ({
    ...each,
    documents: each.documents.map((held) => {
      const isNamed = named.some(
        ({ member, document }) => member === each.member && document === held.document,
      );
      return isNamed ? { ...held, ...note } : held;
    }),
  }));
  return supervised(file, { staff });
}
