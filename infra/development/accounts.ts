import { join } from 'node:path';
import type { Label, Locale } from '../../domain/label';
import type { Plan, Unit, UnitId } from '../../domain/plan';
import { roles, type Role } from '../../domain/vocabulary';
import { agents } from './applicants';

/** Somebody the embedded identity provider can sign in; called by function, never by a person's name. */
export interface Account {
  /** `<unit>-<role>-<n>`, `<role>-<n>` outside the units: `fire-reviewer-1`, `applicant-1`. */
  readonly sub: string;
  readonly name: Label;
  readonly unit: UnitId | null;
  /** The main role first. */
  readonly roles: readonly Role[];
  readonly email: string;
  /** The organisation an applicant acts for. */
  readonly organisation?: string;
}

/** The plan that a fresh installation begins with, and whose units the accounts belong to. */
export const seedPlanFile = join(__dirname, '..', '..', 'domain', 'plans', 'xiacheng.yaml');

/** One person's roles in a unit, the main one first; people with the same main role are numbered. */
type Post = readonly [Role, ...Role[]];

/**
 * The people of every unit. The second case officer may sign as well, as in a small office: so that four eyes
 * can be tried, which must refuse one and the same person drafting and signing.
 */
const staff: readonly Post[] = [
  ['intakeClerk'],
  ['caseOfficer'],
  ['caseOfficer', 'decisionMaker'],
  ['decisionMaker'],
  ['reviewer'],
  ['reviewer'],
  ['head'],
];

/** Everybody who can sign in under this plan: each unit's staff, the administrators and the applicants. */
export function seedAccounts(plan: Plan): Account[] {
  const officials = plan.units.flatMap((unit) => numbered(postsOf(plan, unit), unit));
  return [...officials, ...numbered([['administrator'], ['administrator']], null), ...agents.map(applicant)];
}

/** Posts that the plan gives to some units only; two of each, so that claiming and delegating can be tried. */
const assigned: readonly (readonly [Role, (plan: Plan) => readonly UnitId[]])[] = [
  ['registrar', ({ registrars }) => Object.values(registrars).map(({ unit }) => unit)],
  ['filingOfficer', ({ filingAuthority }) => [filingAuthority.unit]],
  ['coordinator', ({ leadingGroupOffice }) => [leadingGroupOffice]],
];

function postsOf(plan: Plan, unit: Unit): readonly Post[] {
  if (unit.kind === 'government') return [['head']];
  const own = assigned.filter(([, unitsOf]) => unitsOf(plan).includes(unit.id));
  return [...staff, ...own.flatMap(([role]): Post[] => [[role], [role]])];
}

function numbered(posts: readonly Post[], unit: Unit | null): Account[] {
  const mainRoles = posts.map(([main]) => main);
  return posts.map((post, index) => {
    const [main] = post;
    const n = mainRoles.slice(0, index + 1).filter((role) => role === main).length;
    const sub = [...(unit ? [unit.id] : []), main, n].join('-');
    const alone = mainRoles.indexOf(main) === mainRoles.lastIndexOf(main);
    const name = nameOf(post, unit, alone ? '' : String(n));
    return { sub, name, unit: unit?.id ?? null, roles: post, email: emailOf(sub) };
  });
}

function nameOf([main, ...also]: Post, unit: Unit | null, n: string): Label {
  const others = (locale: Locale) => also.map((role) => roles[role][locale]).join('、');
  const zh = `${unit?.name.zh ?? ''}${roles[main].zh}${n}`;
  const en = [unit ? `${unit.name.en}, ${roles[main].en.toLowerCase()}` : roles[main].en, n].join(' ').trim();
  if (also.length === 0) return { zh, en };
  return { zh: `${zh}（兼${others('zh')}）`, en: `${en} (also ${others('en').toLowerCase()})` };
}

function applicant({ organisation, name }: (typeof agents)[number], index: number): Account {
  const sub = `applicant-${index + 1}`;
  return { sub, name, unit: null, roles: ['applicant'], email: emailOf(sub), organisation };
}

/** `.example` belongs to nobody (RFC 2606): such mail arrives nowhere but in the mail catcher. */
function emailOf(sub: string): string {
  return `${sub}@onewindow.example`;
}
