import type { ActBody } from '../act';
import type { CaseFile } from '../caseFile';
import { isSame } from '../changes/staff';
import { Refusal } from '../refusal';
import { type StaffDocument, staffInForce, type StaffMember, type StaffRules, staffRulesIn } from '../staff';
import { type ActContext, demand, demandDay, only, type Performed } from './performed';

type Body<A extends ActBody['act']> = Extract<ActBody, { act: A }>;
type Entered = Body<'enterStaff'> | Body<'changeStaff'>;

/** The id of a member is the number of the event that entered it: who that is stands beside the record. */
export function enterStaff(file: CaseFile, body: Body<'enterStaff'>, context: ActContext): Performed {
  return only({ type: 'staffEntered', member: `m${file.seq + 1}`, ...entryOf(file, body, [], context) });
}

/** A member as it is from now on, with all its documents. */
export function changeStaff(file: CaseFile, body: Body<'changeStaff'>, context: ActContext): Performed {
  const { member, documents } = memberIn(file, body.member);
  return only({ type: 'staffChanged', member, ...entryOf(file, body, documents, context) });
}

export function removeStaff(file: CaseFile, body: Body<'removeStaff'>, context: ActContext): Performed {
  const { member, joinedOn } = memberIn(file, body.member);
  demandDay(body.leftOn, '/leftOn', joinedOn, context);
  return only({ type: 'staffRemoved', member, leftOn: body.leftOn });
}

function entryOf(file: CaseFile, body: Entered, before: StaffMember['documents'], { today }: ActContext) {
  const rules = rulesOf(file);
  const role = rules.roles.find(({ id }) => id === body.role);
  const roles = rules.roles.map(({ id }) => id);
  if (!role) throw new Refusal('unknownRole', { pointer: '/role', expected: roles });
  const classKind = body.classKind ?? null;
  demand(role.cares === (classKind !== null), 'classKindUnfit', '/classKind');
  demand(body.joinedOn <= today, 'dateInFuture', '/joinedOn', [`<= ${today}`]);
  const documents = body.documents.map(({ document, issuedOn, expiresOn = null }): StaffDocument => ({
    document,
    issuedOn,
    expiresOn,
  }));
  documents.forEach((each, index) => {
    if (before.some((held) => isSame(held, each))) return;
    const isTwice = documents.filter(({ document }) => document === each.document).length > 1;
    checkDocument(rules, each, `/documents/${index}`, { today, isTwice });
  });
  const left = before.filter(({ found, document }) => found && role.documents.includes(document));
  const dropped = left.filter((held) => documents.every(({ document }) => document !== held.document));
  demand(
    dropped.length === 0,
    'renewalDue',
    '/documents',
    dropped.map(({ document }) => document),
  );
  return { role: role.id, classKind, joinedOn: body.joinedOn, documents };
}

/** A document is of the plan, stands there once, and is valid today: what has expired is renewed, not entered. */
function checkDocument(
  { documents: kinds }: StaffRules,
  { document, issuedOn, expiresOn }: StaffDocument,
  at: string,
  { today, isTwice }: { readonly today: string; readonly isTwice: boolean },
): void {
  const kind = kinds.find(({ id }) => id === document);
  const ids = kinds.map(({ id }) => id);
  demand(kind !== undefined && !isTwice, 'unknownDocument', `${at}/document`, ids);
  demand(issuedOn <= today, 'dateInFuture', `${at}/issuedOn`, [`<= ${today}`]);
  demand(expiresOn !== null || kind?.expires === false, 'expiryNeeded', `${at}/expiresOn`);
  demand(expiresOn === null || expiresOn >= today, 'documentExpired', `${at}/expiresOn`, [`>= ${today}`]);
}

function memberIn(file: CaseFile, id: string): StaffMember {
  const members = staffInForce(file);
  const found = members.find(({ member }) => member === id);
  const expected = members.map(({ member }) => member);
  if (!found) throw new Refusal('unknownMember', { pointer: '/member', expected });
  return found;
}

function rulesOf(file: CaseFile): StaffRules {
  const rules = staffRulesIn(file);
  if (!rules) throw new Refusal('noStaffList');
  return rules;
}
