import { ownActs } from '../../api/contracts/act';
import { type Act, type ActBody } from '../../domain/act';
import { actRules, type ActRule } from '../../domain/actRules';
import type { Actor } from '../../domain/actor';
import type { CaseFile, WorkItem } from '../../domain/caseFile';
import { ADMINISTRATION, APPLICANT } from '../../domain/itinerary';
import { valuesOf } from '../../domain/label';
import { unitsIn } from '../../domain/permission';
import { roles, type Role, type Step } from '../../domain/vocabulary';
import { applicant, official } from '../world/people';
import { administrator, type House, openHouse, stranger } from './house';
import { examples } from './actExamples';
import { reach } from './sideWay';
import { actOn, actOnCase, advance, apply, fileOf, openItem } from './way';
import { type Body, told } from './wire';
import { licensingActs, licensingSteps } from '../world/licensing';

let house: House;
beforeAll(async () => (house = await openHouse()));
afterAll(() => house.close());

const own: readonly Act[] = ownActs;
const asked = licensingActs.filter((act) => !own.includes(act));
const overseers: readonly Role[] = ['coordinator', 'administrator'];

const onItem = (rule: ActRule): rule is Extract<ActRule, { steps: unknown }> => 'steps' in rule;
/** Who answers a step by an act, by the one table; `done`: who takes it back. */
function answering(act: Act, step: Step, on: 'open' | 'done'): Role[] {
  const rules = actRules[act].filter(onItem).filter((rule) => (rule.on ?? 'open') === on);
  return [...new Set(rules.flatMap((rule) => (rule.steps.includes(step) ? rule.roles : [])))];
}

/** Whom the table lets in, as people: in the unit of the item, or where the item is nobody's unit, as themselves. */
function insiders(item: WorkItem, allowed: readonly Role[]): Actor[] {
  if (item.unit === APPLICANT) return [applicant];
  return item.unit === ADMINISTRATION ? [administrator] : allowed.map((role) => official(item.unit, role));
}

/** Holds one act on one item against the table: everybody without the role, and everybody elsewhere with it. */
async function walk(file: CaseFile, item: WorkItem, body: ActBody, allowed: readonly Role[]) {
  const ofUnit = item.unit !== APPLICANT && item.unit !== ADMINISTRATION;
  const unit = ofUnit ? item.unit : file.itinerary.lead;
  for (const role of valuesOf(roles).filter((each) => !allowed.includes(each))) {
    const answered = await actOn(house, item, body, official(unit, role));
    expect([body.act, role, ...told(answered)]).toEqual([body.act, role, 403, 'roleMissing']);
  }
  if (item.unit === ADMINISTRATION) return;
  const [first] = allowed;
  const code = item.unit === APPLICANT ? 'notYourCase' : 'notYourUnit';
  for (const other of unitsIn(file).filter((each) => each !== item.unit)) {
    const answered = await actOn(house, item, body, official(other, first!));
    expect([body.act, other, ...told(answered)]).toEqual([body.act, other, 403, code]);
  }
  const strangers = overseers.includes(first!) ? [stranger] : [stranger, official('finance', first!)];
  for (const outside of strangers)
    expect(told(await actOn(house, item, body, outside))).toEqual([403, 'notReadable']);
}

const peopleSteps = licensingSteps.filter((step) => step !== 'push');

describe.each(peopleSteps)('an open “%s”', (step) => {
  it('is answered by those alone to whom the one table gives each act', async () => {
    const file = await reach(house, step);
    const item = openItem(file, step);
    const wanted = file.asked[item.stepId]?.role;
    const allowedOf = (act: Act) =>
      answering(act, step, 'open').filter((role) => wanted === undefined || role === wanted);
    const possible = asked.filter((act) => allowedOf(act).length > 0);
    expect(possible).not.toEqual([]);
    for (const act of possible) await walk(file, item, examples(file, item)[act], allowedOf(act));
    expect((await fileOf(house, file.caseId)).seq).toBe(file.seq);
    // What nobody has claimed nobody can release; what one proposed another confirms.
    for (const act of possible.filter((each) => each !== 'release' && each !== 'confirmRepair'))
      for (const who of insiders(item, allowedOf(act))) expect(await shownTo(who, item)).toContain(act);
  });
});

const shownTo = async (who: Actor, { id }: WorkItem) => {
  const { body } = await house.call(who, 'GET', `/api/v1/work-items/${id}`);
  return (body.allowed as readonly Body[]).map(({ act }) => act as string);
};

describe('“amend”', () => {
  it('is for those alone who could do what it takes back', async () => {
    const file = await advance(house, await apply(house), 'decide');
    const item = file.items[file.current.draft ?? '']!;
    await walk(file, item, { act: 'amend', reason: '笔误' }, answering('amend', 'draft', 'done'));
    expect(
      (await actOn(house, item, { act: 'amend', reason: '笔误' }, official(item.unit, 'caseOfficer'))).status,
    ).toBe(200);
  });
});

/** Who stands to the case otherwise, though the table names their role: another applicant, a clerk of no counter. */
const elsewhere: Readonly<Partial<Record<Role, string>>> = {
  applicant: 'notYourCase',
  intakeClerk: 'notAtCounter',
};
const onCase = asked.filter((act) => actRules[act].some((rule) => !onItem(rule)));

describe.each(onCase)('“%s” on the case itself', (act) => {
  it('is for those alone in the lead unit whose role the table names', async () => {
    const file = await reach(house, act === 'remand' ? 'review' : 'accept');
    const body = examples(file, openItem(file, act === 'remand' ? 'review' : 'accept'))[act];
    const allowed = actRules[act].filter((rule) => !onItem(rule)).flatMap((rule) => rule.roles);
    const unit = file.itinerary.lead;
    const asTold = async (role: Role) => told(await actOnCase(house, file, body, official(unit, role)));
    for (const role of valuesOf(roles).filter((each) => !allowed.includes(each)))
      expect([role, ...(await asTold(role))]).toEqual([role, 403, 'roleMissing']);
    for (const role of allowed)
      expect([role, ...(await asTold(role))]).toEqual(
        elsewhere[role] ? [role, 403, elsewhere[role]] : [role, 200, undefined],
      );
  });
});
