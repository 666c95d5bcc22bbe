import type { Application } from '../../domain/application';
import { supervisionId } from '../../domain/supervision';
import type { Change } from '../../domain/vocabulary';
import { begin, newKey, submitDraft } from '../api/way';
import { type Answered, type Body, told } from '../api/wire';
import { contact } from '../world/applications';
import { applicant } from '../world/people';
import { type Journey, journeyOf } from './journey';
import { openTown, type Town } from './town';

jest.setTimeout(240_000);

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

async function certified(): Promise<Journey> {
  const licensing = await town.apply({});
  await licensing.certified();
  return licensing;
}

/** A draft that holds the institution as it is. */
const beginChange = (institution: string, ...what: Change[]): Promise<Answered> =>
  town.house.call(applicant, 'POST', `/api/v1/cases/${institution}/changes`, {
    body: { what },
    headers: newKey(),
  });

/** Begins a change, alters the draft, and submits it. */
async function apply(
  institution: string,
  what: readonly Change[],
  altered: (now: Application) => Application,
): Promise<Answered> {
  const begun = await beginChange(institution, ...what);
  const draft = await begin(town.house, altered(begun.body.application));
  return submitDraft(town.house, draft);
}

const named =
  (name: string) =>
  (now: Application): Application => ({ ...now, institution: { ...now.institution, name } });

const stateOf = async (no: string | null) =>
  (await town.house.call(null, 'GET', `/verify/${no}`)).body.state as string;

describe('a change of an institution', () => {
  test('begins with the institution as it is, runs the stages of the plan, and ends with another certificate', async () => {
    const licensing = await certified();
    const institution = licensing.caseId;
    const first = await licensing.file();
    const begun = await beginChange(institution, 'name');
    expect(begun.body.application).toMatchObject({
      institution: { name: '示例托育园' },
      contact: { email: contact.email },
      facts: {
        change: { institution, what: ['name'] },
        existingRegistration: { unifiedCode: first.unifiedCode, changes: true },
        materials: [],
      },
    });

    const submitted = await apply(institution, ['name'], named('新名称托育园'));
    expect([submitted.status, submitted.body.kind]).toEqual([201, 'licensing']);
    const change = journeyOf(town, submitted.body.caseId as string);
    const changed = await change.certified();
    expect(changed.itinerary.stages.map(({ stage }) => stage)).not.toContain('jointReview');
    expect([changed.itinerary.registration, changed.unifiedCode]).toEqual(['change', first.unifiedCode]);

    const pushed = town.world.outside.pushes.filter(({ data }) => data.caseId === change.caseId);
    expect(pushed.map(({ data }) => [data.institution, data.change])).toEqual([
      ['新名称托育园', { institution, what: ['name'] }],
    ]);

    expect(await stateOf(first.certificateNo)).toBe('superseded');
    expect(await stateOf(changed.certificateNo)).toBe('valid');
    const { body } = await town.house.call(null, 'GET', '/api/v1/register?name=名称托育园');
    expect(body.entries).toEqual([
      expect.objectContaining({ institution: '新名称托育园', certificateNo: changed.certificateNo }),
    ]);
    const life = journeyOf(town, supervisionId(institution));
    expect(await life.eventually('institutionChanged')).toHaveLength(1);
    expect(await life.shown()).toMatchObject({
      institution: '新名称托育园',
      application: { institution: { name: '新名称托育园' } },
    });
    const lives = await town.world.ground.db
      .selectFrom('case_file')
      .select('case_id')
      .where('institution_id', '=', institution)
      .where('kind', '=', 'supervision')
      .execute();
    expect(lives).toHaveLength(1);
  });

  test('of the capacity is reviewed and not registered, and the next one starts from it', async () => {
    const { caseId: institution } = await certified();
    const fewer = (now: Application): Application => ({
      ...now,
      facts: { ...now.facts, places: 20, classes: [{ kind: 'senior', places: 20 }] },
    });
    const submitted = await apply(institution, ['capacity'], fewer);
    const change = journeyOf(town, submitted.body.caseId as string);
    const { itinerary } = await change.certified();
    const stages = itinerary.stages.map(({ stage }) => stage);
    expect([stages.includes('jointReview'), stages.includes('registration')]).toEqual([true, false]);
    const next = await beginChange(institution, 'head');
    expect(next.body.application).toMatchObject({ facts: { places: 20 } });
  });

  test('waits for the one that is under way, which may be withdrawn', async () => {
    const { caseId: institution } = await certified();
    const first = await apply(institution, ['name'], named('先改名'));
    const second = await beginChange(institution, 'head');
    expect(told(second)).toEqual([409, 'changePending']);
    expect(second.headers.get('location')).toBe(`/api/v1/cases/${first.body.caseId}`);
    const change = journeyOf(town, first.body.caseId as string);
    await change.onCase({ act: 'withdraw', reason: '不改了' }, applicant);
    expect((await beginChange(institution, 'head')).status).toBe(201);
  });

  test('is refused where it alters what it does not name, and nothing is kept of it', async () => {
    const { caseId: institution } = await certified();
    const refused = await apply(institution, ['head'], named('悄悄改名'));
    expect(told(refused)).toEqual([422, 'cannotBePlanned']);
    expect(refused.body.errors).toEqual([
      expect.objectContaining({ pointer: '/application/institution/name', code: 'undeclaredChange' }),
    ]);
    const kept = await town.house.call(applicant, 'GET', '/api/v1/cases?limit=100');
    const names = (kept.body.entries as readonly Body[]).map((entry) => entry.institution);
    expect(names).not.toContain('悄悄改名');
  });

  test('is for certified institutions, and ends where an exit begins', async () => {
    const open = await town.apply({});
    expect(told(await beginChange(open.caseId, 'name'))).toEqual([422, 'cannotBePlanned']);
    const { caseId: institution } = await certified();
    const life = journeyOf(town, supervisionId(institution));
    await life.onCase({ act: 'requestExit', reason: '停办' }, applicant);
    await life.act('sanction', { act: 'proposeExit', measure: 'closure', grounds: '机构自行申请' });
    expect(told(await beginChange(institution, 'name'))).toEqual([409, 'exitPending']);
  });
});
