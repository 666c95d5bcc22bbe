import { version } from '../../package.json';
import type { ActBody } from '../../domain/act';
import type { ApplicationFacts } from '../../domain/application';
import type { CaseFile } from '../../domain/caseFile';
import { openItems } from '../../domain/process';
import { evaluationId, supervisionId } from '../../domain/supervision';
import type { Step } from '../../domain/vocabulary';
import { beginConstruction } from '../../infra/record/site';
import { requestSupport } from '../../infra/record/support';
import { DIGESTS, DUTY_MAILS, TASK_QUEUE, workflowIdOf } from '../../workflows/names';
import { UNIFIED_CODE } from '../world/answers';
import { applicant, official } from '../world/people';
import { until } from '../world/until';
import { createWorld, type World } from '../world/world';
import { keepHistories } from './histories';

jest.setTimeout(240_000);

/** An institution with its certificate. @returns the case by which it has it */
async function certified(world: World, changes: Partial<ApplicationFacts> = {}): Promise<string> {
  const { caseId } = await world.submit(changes);
  await world.advance(caseId, 'end');
  return caseId;
}

async function sleepUntil(world: World, caseId: string, day: string): Promise<CaseFile> {
  await world.settled(caseId);
  await world.sleepUntil(`${day}T02:00:00.000Z`);
  return world.settled(caseId);
}

/** Answers a step once it is open. */
async function answer(world: World, caseId: string, step: Step, body?: ActBody): Promise<void> {
  const item = await until(`${step} is open`, async () => {
    const file = await world.caseFile(caseId);
    return openItems(file).find((each) => each.step === step) ?? null;
  });
  await world.answer(caseId, item.stepId, body);
}

const scenarios: Record<string, (world: World) => Promise<string>> = {
  certified: (world) => certified(world),
  async serviceWithoutRegistration(world) {
    const { caseId } = await world.submit({ serviceMode: 'family', places: 0, classes: [] });
    await world.advance(caseId, 'end');
    return caseId;
  },
  async deemedAccepted(world) {
    const { caseId } = await world.submit();
    const file = await world.settled(caseId);
    await world.sleepUntil(file.items[`${caseId}.1.accept`]?.deadline.dueAt ?? '');
    await world.env.sleep('1 minute');
    await world.advance(caseId, 'end');
    return caseId;
  },
  async pushThatFailed(world) {
    const { caseId } = await world.submit();
    await world.advance(caseId, 'register');
    world.outside.pushFaults.push(new Error('away'));
    await world.advance(caseId, 'end');
    return caseId;
  },
  async returnedDraftThenRefused(world) {
    const { caseId } = await world.submit();
    await world.advance(caseId, 'decide');
    await world.answer(caseId, 'decide', { act: 'returnDraft', reason: '补充' });
    await world.advance(caseId, 'draft');
    await world.answer(caseId, 'draft', { act: 'draft', result: 'refused', grounds: '不符', answers: [] });
    await world.advance(caseId, 'end');
    return caseId;
  },
  async withdrawn(world) {
    const { caseId } = await world.submit();
    await world.advance(caseId, 'review');
    await world.act(caseId, null, { act: 'withdraw' }, applicant);
    return caseId;
  },
  /** Late at a milestone, accepted, and given up before it was named. */
  async constructed(world) {
    const office = official('health', 'coordinator');
    const setting = { siteNo: 14, subdistrict: 'shiqiao', ownership: 'forProfit', reason: '顺延' } as const;
    const { caseId } = await world.ground.db
      .transaction()
      .execute((tx) =>
        beginConstruction(tx, world.ground, world.version, { ...setting, completion: '2028-06-30' }, office),
      );
    const { current, items } = await world.settled(caseId);
    await world.sleepUntil(items[current['build-premises'] ?? '']?.deadline.dueAt ?? '');
    await world.env.sleep('1 minute');
    for (const milestone of ['premises', 'works', 'equipmentAndStaff', 'ready']) {
      await world.answer(caseId, `build-${milestone}`);
    }
    await world.advance(caseId, 'proposeName');
    await world.act(caseId, null, { act: 'discontinue', reason: '转为其他项目' }, office);
    return caseId;
  },
  /** In a run of its own for each year; its evaluation is left alone, and it leaves at its own wish. */
  async supervised(world) {
    const life = supervisionId(await certified(world));
    const { supervision } = await world.settled(life);
    await sleepUntil(world, life, supervision?.nextVisits.daily ?? '');
    await answer(world, life, 'visit');
    await sleepUntil(world, life, `${(supervision?.year ?? 0) + 2}-01-02`);
    await world.act(life, null, { act: 'requestExit', reason: '场地到期' }, applicant);
    await answer(world, life, 'sanction', { act: 'proposeExit', measure: 'closure', grounds: '自行终止' });
    for (const step of ['decideExit', 'place', 'deregister', 'closeFiling'] as const)
      await answer(world, life, step);
    return life;
  },
  async evaluated(world) {
    const institution = await certified(world);
    const life = supervisionId(institution);
    const { supervision } = await world.settled(life);
    const day = supervision?.nextEvaluation ?? '';
    await sleepUntil(world, life, day);
    const evaluation = evaluationId(institution, { year: Number(day.slice(0, 4)), no: 1 });
    await world.advance(evaluation, 'end');
    return evaluation;
  },
  /** Of the name, which is registered and pushed anew; its supervision goes on by it. */
  async changed(world) {
    const institution = await certified(world);
    return certified(world, {
      change: { institution, what: ['name'] },
      existingRegistration: { unifiedCode: UNIFIED_CODE, changes: true },
    });
  },
  /** Drafted twice, granted and paid; it fails its re-check, and ends once the institution was heard. */
  async supported(world) {
    const mode = { serviceMode: 'kindergarten', ownership: 'nonProfit' } as const;
    const institution = await world.caseFile(await certified(world, mode));
    const request = { institution, measure: 'publicClassSubsidy', statement: '申请补贴' };
    const { caseId } = await world.ground.db
      .transaction()
      .execute((tx) => requestSupport(tx, world.ground, world.version, request, applicant));
    await world.advance(caseId, 'signSupport');
    await answer(world, caseId, 'signSupport', { act: 'returnSupport', reason: '核实人数' });
    await world.advance(caseId, 'paySupport');
    await answer(world, caseId, 'paySupport');
    const { support } = await world.settled(caseId);
    await sleepUntil(world, caseId, support?.nextRecheck ?? '');
    await answer(world, caseId, 'recheckSupport', {
      act: 'recheckSupport',
      result: 'failed',
      report: '停办',
    });
    await answer(world, caseId, 'considerSupportEnd', { act: 'proposeSupportEnd', grounds: '不再符合条件' });
    await answer(world, caseId, 'contest');
    await answer(world, caseId, 'signSupportEnd');
    return caseId;
  },
  digests: (world) => started(world, DIGESTS),
  dutyMails: (world) => started(world, DUTY_MAILS),
};

/** What a schedule starts every morning. @returns what it goes by, in place of a case */
async function started({ env }: World, workflow: string): Promise<string> {
  await env.client.workflow.start(workflow, { taskQueue: TASK_QUEUE, workflowId: workflowIdOf(workflow) });
  return workflow;
}

/** What `npm run histories` keeps of this release, so that the next ones can replay it. */
test.each(Object.keys(scenarios))('records %s', async (name) => {
  const world = await createWorld();
  try {
    const caseId = await scenarios[name]?.(world);
    if (caseId === undefined) throw new Error(`No scenario ${name}`);
    expect(await world.finished(caseId)).not.toBeNull();
    await keepHistories(world, `v${version}`, name, caseId);
  } finally {
    await world.close();
  }
});
