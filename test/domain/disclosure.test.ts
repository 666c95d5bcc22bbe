import type { Actor } from '../../domain/actor';
import type { CaseFile } from '../../domain/caseFile';
import { fold } from '../../domain/fold';
import { loadCalendar } from '../../infra/calendar/loadCalendar';
import { whyNotShown } from '../../domain/disclosure';
import type { CaseEvent } from '../../domain/event';
import { openingOf } from '../../domain/opening';
import { planCase } from '../../domain/planCase';
import type { Role } from '../../domain/vocabulary';
import { facts } from '../world/applications';
import { applicant, official, ORGANISATION } from '../world/people';
import { xiacheng } from './plan/plans';

const actor = { sub: 'applicant-1', unit: null };
const at = '2026-09-28T02:00:00.000Z';

/** A case whose acceptance is open at its lead. */
const accepting = caseFile();
const { lead } = accepting.itinerary;
const closed: CaseFile = { ...fold(accepting, [{ type: 'withdrawn', seq: 3, at, actor }], 'X-1') };

const one = (role: Role, unit: string | null = null): Actor => ({
  sub: role,
  unit,
  organisation: null,
  roles: [role],
});

describe('the clear values of a contact are shown', () => {
  it.each([
    ['the applicant organisation', applicant, closed],
    ['the clerk whose unit must accept now', official(lead, 'intakeClerk'), accepting],
    ['the head of that unit', official(lead, 'head'), accepting],
    ['a coordinator', one('coordinator', 'health'), closed],
    ['an administrator', one('administrator'), closed],
  ])('to %s', (_, who, file) => {
    expect(whyNotShown(file, who)).toBeNull();
  });
});

describe('they are not shown', () => {
  it.each([
    ['another applicant', { ...applicant, organisation: 'another' }, accepting, 'notYourCase'],
    ['a reviewer who is not asked yet', official('fire', 'reviewer'), accepting, 'nothingOpen'],
    ['a clerk of another unit', official('fire', 'intakeClerk'), accepting, 'nothingOpen'],
    ['the head of a unit that has nothing open', official('fire', 'head'), accepting, 'nothingOpen'],
    ['a colleague whose role answers nothing now', official(lead, 'registrar'), accepting, 'nothingOpen'],
    ['the clerk once the case is closed', official(lead, 'intakeClerk'), closed, 'nothingOpen'],
    ['the engine', one('system'), accepting, 'nothingOpen'],
    ['somebody without a role', { ...one('head'), roles: [] }, accepting, 'nothingOpen'],
  ] as const)('to %s', (_, who, file, refusal) => {
    expect(whyNotShown(file, who)).toBe(refusal);
  });
});

function caseFile(): CaseFile {
  const submitted: CaseEvent = {
    type: 'submitted',
    receivedOn: '2026-09-28',
    channel: 'portal',
    organisation: ORGANISATION,
    itinerary: planCase(xiacheng, facts),
    seq: 1,
    at,
    actor,
  };
  const file = fold(null, [submitted], 'X-1');
  const opening = openingOf(file, 'acceptance', ['accept'], {
    calendar: loadCalendar([]),
    today: '2026-09-28',
  });
  if (!opening) throw new Error('nothing opens');
  return fold(file, [{ ...opening, seq: 2, at, actor: { sub: 'system', unit: null } }], 'X-1');
}
