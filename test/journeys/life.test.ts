import type { CaseFile } from '../../domain/caseFile';
import { evaluationRulesIn } from '../../domain/itinerary';
import { openItems } from '../../domain/process';
import { evaluationId, supervisionId } from '../../domain/supervision';
import type { Step } from '../../domain/vocabulary';
import { applicant, official } from '../world/people';
import { until } from '../world/until';
import { type Journey, journeyOf } from './journey';
import { openTown, type Town } from './town';

jest.setTimeout(240_000);

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

/** An institution with its certificate, and the journeys of its life. */
async function certified(): Promise<{ readonly institution: string; readonly life: Journey }> {
  const licensing = await town.apply({});
  await licensing.certified();
  const institution = licensing.caseId;
  return { institution, life: journeyOf(town, supervisionId(institution)) };
}

const openNow = (file: CaseFile): Step[] => openItems(file).map(({ step }) => step);

/** The evaluation that is due is begun on its day. */
async function evaluationOf(institution: string, life: Journey, no = 1): Promise<Journey> {
  const { supervision } = await life.file();
  const year = Number(supervision!.nextEvaluation.slice(0, 4));
  if (no === 1) await life.sleepUntil(supervision!.nextEvaluation);
  const due = { year: no === 1 ? year : year - 1, no };
  const evaluation = journeyOf(town, evaluationId(institution, due));
  await until('the evaluation has begun', async () => (await caseIds()).includes(evaluation.caseId) || null);
  return evaluation;
}

const pushOf = (caseId: string) =>
  town.world.ground.db.selectFrom('push').selectAll().where('case_id', '=', caseId).executeTakeFirst();

async function caseIds(): Promise<string[]> {
  const rows = await town.world.ground.db.selectFrom('case_file').select('case_id').execute();
  return rows.map(({ case_id }) => case_id);
}

/** Assessed, scored everywhere with the same points, proposed, told, and confirmed. */
async function rated(evaluation: Journey, points: number, rating: string): Promise<CaseFile> {
  await evaluation.answer('selfAssess');
  for (;;) {
    const file = await evaluation.file();
    const item = openItems(file).find(({ step }) => step === 'score');
    if (!item) break;
    const indicators = evaluationRulesIn(file.itinerary)!.indicators.filter(
      ({ scoredBy }) => scoredBy === item.unit,
    );
    await evaluation.act(item, {
      act: 'score',
      points: indicators.map(({ id }) => ({ indicator: id, points, evidence: '现场核实' })),
    });
  }
  await evaluation.answer('rate');
  await evaluation.lettersServed('ratingProposed');
  await evaluation.answer('contest');
  return evaluation.act('confirmRating', { act: 'confirmRating', rating });
}

describe('an institution', () => {
  test('is inspected in the rhythm of the plan, and kept after its evaluation', async () => {
    const { institution, life } = await certified();
    const { supervision } = await life.file();
    await life.sleepUntil(supervision!.nextVisits.daily!);
    const file = await life.file();
    expect(openNow(file)).toEqual(['visit']);
    await life.answer('visit');
    const evaluation = await evaluationOf(institution, life);
    expect(await rated(evaluation, 85, 'good')).toMatchObject({ outcome: 'rated' });
    await evaluation.lettersServed('rated');
    expect(await town.world.finished(evaluation.caseId)).toBe('rated');
    const [ended] = await life.eventually('evaluationEnded');
    expect(ended).toMatchObject({ rating: 'good', leadsTo: 'keep', score: 85 });
    expect(openNow(await life.file()).filter((step) => step !== 'visit')).toEqual([]);
    expect(evaluation.mails('年度评估开始')).toHaveLength(1);
    const { year } = (await evaluation.file()).itinerary.life as { readonly year: number };
    const published = await town.house.call(null, 'GET', `/api/v1/register/ratings?year=${year}`);
    expect(published.body.entries).toEqual([
      expect.objectContaining({ year, no: 1, score: 85, rating: { zh: '良好', en: 'Good' } }),
    ]);
  });

  test('rectifies what its rating asks for, is evaluated again, and kept', async () => {
    const { institution, life } = await certified();
    await rated(await evaluationOf(institution, life), 65, 'sufficient');
    await life.eventually('evaluationEnded');
    await life.act('orderRectification', { act: 'orderRectification', days: 20, demands: '完善消防设施' });
    await life.lettersServed('rectification');
    await life.answer('rectify');
    await life.answer('reinspect');
    const again = await evaluationOf(institution, life, 2);
    expect(await rated(again, 92, 'excellent')).toMatchObject({ outcome: 'rated' });
    const ratings = (await life.file()).supervision!.evaluations.map(({ no, rating }) => [no, rating]);
    expect(ratings).toEqual([
      [1, 'sufficient'],
      [2, 'excellent'],
    ]);
  });

  test('leaves when its rating leads to an exit: heard, signed by two, children first, then revoked at once', async () => {
    const { institution, life } = await certified();
    const { certificateNo } = await town.world.caseFile(institution);
    const verify = async () =>
      (await town.house.call(null, 'GET', `/verify/${certificateNo}`)).body.state as string;
    await rated(await evaluationOf(institution, life), 30, 'insufficient');
    await life.eventually('evaluationEnded');
    const next = await evaluationOf(institution, life);
    await life.act('sanction', { act: 'proposeExit', measure: 'revoke', grounds: '评估不合格' });
    await life.lettersServed('exitProposed');
    expect(await life.refused('decideExit', { act: 'decideExit', measure: 'revoke' })).toEqual([
      409,
      'hearingOpen',
    ]);
    await life.answer('requestHearing');
    await life.act('decideExit', { act: 'decideExit', measure: 'revoke' });
    await life.act('place', { act: 'reportPlacement', childrenLeft: 4, staffLeft: 0, report: '部分安置' });
    await life.answer('place');
    town.world.outside.pushFaults.push(...Array.from({ length: 2 }, () => new Error('503 away')));
    await life.answer('deregister');
    const failing = await until('the failing push is visible', async () => {
      const row = await pushOf(life.caseId);
      return row?.last_error ? row : null;
    });
    expect(failing).toMatchObject({ status: 'waiting', last_error: '503 away' });
    await life.eventually('registrationPushed');
    expect(await pushOf(life.caseId)).toMatchObject({ status: 'delivered', attempts: 3 });
    const told = town.world.outside.pushes.filter(({ data }) => data.caseId === life.caseId);
    expect(told.map(({ data }) => data)).toEqual([
      expect.objectContaining({
        unifiedCode: (await town.world.caseFile(institution)).unifiedCode,
        exit: { institution, measure: 'revoke', deregisteredOn: await life.today() },
      }),
    ]);
    expect(await verify()).toBe('valid');
    expect(await town.world.finished(next.caseId)).toBe('discontinued');
    await life.answer('closeFiling');
    expect(await verify()).toBe('revoked');
    await life.lettersServed('exitDecided');
    expect(await town.world.finished(life.caseId)).toBe('exited');
    const register = await town.house.call(null, 'GET', '/api/v1/register');
    expect(register.body.entries).toContainEqual(
      expect.objectContaining({ certificateNo, exitedOn: await life.today() }),
    );
  });

  test('is shown what concerns it, and not when its inspectors come', async () => {
    const { life } = await certified();
    await life.sleepUntil((await life.file()).supervision!.nextVisits.daily!);
    const visit = openItems(await life.file())[0]!;
    const own = await life.shown();
    expect(own).toMatchObject({ kind: 'supervision', workItems: [], supervision: { nextVisits: null } });
    const theirs = await life.shown(official('fire', 'reviewer'));
    expect((theirs.workItems as { id: string }[]).map(({ id }) => id)).toEqual([visit.id]);
    expect(theirs.supervision).toMatchObject({ nextVisits: expect.any(Array) as unknown });
    const get = async (path: string) => town.house.call(applicant, 'GET', `/api/v1${path}`);
    expect((await get(`/work-items/${visit.id}`)).status).toBe(404);
    const told = (await get(`/cases/${life.caseId}/events`)).body.events as { type: string }[];
    expect(told.map(({ type }) => type).filter((type) => type !== 'yearTurned')).toEqual(['begun']);
    await life.answer('visit');
    expect(await life.shown()).toMatchObject({ workItems: [{ step: 'visit', status: 'done' }] });
  });
});
