import { randomUUID } from 'node:crypto';
import type { ActBody } from '../../domain/act';
import { dateInShanghai } from '../../domain/civilDate';
import { indicatorsOf } from '../../domain/evaluation';
import { evaluationRulesIn } from '../../domain/itinerary';
import { owesEvaluation, owesYear } from '../../domain/lifeDates';
import { evaluationAfter } from '../../domain/planLife';
import { asItShouldBe, evaluationId, supervisionId } from '../../domain/supervision';
import type { Step } from '../../domain/vocabulary';
import { answererOf, straightAct } from '../../infra/client/straightAct';
import type { CaseView, WorkItemView } from '../../infra/client/wire';
import { certify, conduct } from './cases';
import { keepStaff } from './staff';
import type { Town } from './town';

/** What the screens show of institutions that have their certificates for more than a year. */
export interface LifeStock {
  /** How the first of them applied, and what it was given. */
  readonly closedCase: string;
  readonly certificateNo: string;
  /** Visited, ordered to rectify, evaluated; some visits wait. */
  readonly supervision: string;
  /** A visit of its subdistrict that waits to be recorded. */
  readonly visit: string;
  /** Contested, answered and confirmed. */
  readonly rated: string;
  /** Some units have scored, others are late. */
  readonly scoring: string;
  readonly year: number;
}

const DAYS_BEFORE = 400;
const OVERSEER = 'health-coordinator-1';

/** Lets two institutions live from their certificates up to today. */
export async function liveOn(town: Town): Promise<LifeStock> {
  const start = new Date(Date.now() - DAYS_BEFORE * 86_400_000);
  town.setClock(start);
  const { caseId: first, certificateNo } = await certify(town, 9);
  const second = (await certify(town, 3)).caseId;
  const supervision = supervisionId(first);
  const { itinerary } = await town.oneWindow.caseOf(OVERSEER, supervision);
  const evaluation = evaluationRulesIn(itinerary);
  if (!evaluation) throw new Error(`${supervision} is no supervision`);
  const opens = evaluationAfter(evaluation, dateInShanghai(start.toISOString()));
  const year = Number(opens.slice(0, 4));
  town.setClock(new Date(`${opens}T02:00:00.000Z`));
  const [rated, scoring] = [first, second].map((each) => evaluationId(each, { year, no: 1 })) as [
    string,
    string,
  ];
  for (const caseId of [supervision, supervisionId(second), rated, scoring]) await conductLife(town, caseId);
  await rectified(town, supervision);
  await evaluated(town, rated);
  await answer(town, scoring, 'selfAssess', {
    act: 'selfAssess',
    report: '全年未发生安全责任事故（示例）。',
  });
  for (let n = 0; n < 3; n += 1) await answer(town, scoring, 'score');

  await keepStaff(town, supervision, 'applicant-3');
  for (const caseId of [supervision, supervisionId(second), scoring]) await conductLife(town, caseId);
  await ordered(town, supervision, '二层疏散指示标志缺失（示例）。', 'grave');
  const now = await town.oneWindow.caseOf(OVERSEER, supervision);
  const visit = now.workItems.find(
    ({ step, status, unit }) => isOpenVisit(step, status) && unit.id === 'fire',
  );
  if (!visit) throw new Error(`${supervision} has no visit of the fire brigade`);
  return { closedCase: first, certificateNo, supervision, visit: visit.id, rated, scoring, year };
}

const isOpenVisit = (step: Step, status: string): boolean => step === 'visit' && status === 'open';

async function today({ clock }: Town): Promise<string> {
  return dateInShanghai((await clock.now()).toISOString());
}

/** A visit with findings, an order, and what came of it. */
async function rectified(town: Town, caseId: string): Promise<void> {
  await ordered(town, caseId, '午睡室人员配比不足（示例）。', 'serious');
  await answer(town, caseId, 'rectify', {
    act: 'reportRectification',
    report: '已增配保育人员一名（示例）。',
  });
  await answer(town, caseId, 'reinspect');
}

async function ordered(
  town: Town,
  caseId: string,
  text: string,
  severity: 'serious' | 'grave',
): Promise<void> {
  const visitedOn = await today(town);
  const { checklist = [] } = openItem(await town.oneWindow.caseOf(OVERSEER, caseId), 'visit') ?? {};
  const [wrong, ...rest] = checklist;
  const line = wrong && { line: wrong.id };
  await answer(town, caseId, 'visit', {
    act: 'recordVisit',
    visitedOn,
    report: '检查了场地、人员和消防设施（示例）。',
    findings: [{ severity, text, clause: '托育机构设置标准（试行）', ...line }],
    checked: [...(line ? [{ ...line, result: 'unfit' as const }] : []), ...asItShouldBe(rest)],
  });
  await answer(town, caseId, 'orderRectification', {
    act: 'orderRectification',
    days: 30,
    demands: `请于期限内整改：${text}`,
  });
}

async function evaluated(town: Town, caseId: string): Promise<void> {
  await answer(town, caseId, 'selfAssess', {
    act: 'selfAssess',
    report: '全年无安全责任事故，教师持证上岗（示例）。',
  });
  while (openItem(await town.oneWindow.caseOf(OVERSEER, caseId), 'score'))
    await answer(town, caseId, 'score');
  await answer(town, caseId, 'rate', { act: 'proposeRating', grounds: '各项指标按评分汇总（示例）。' });
  await answer(town, caseId, 'contest', {
    act: 'contest',
    statement: '消防整改已完成，请复核该项（示例）。',
  });
  const { evaluation } = await town.oneWindow.caseOf(OVERSEER, caseId);
  await answer(town, caseId, 'confirmRating', {
    act: 'confirmRating',
    rating: evaluation?.proposal?.rating ?? null,
    answer: '经复核，评分依据充分，维持原等级（示例）。',
  });
}

function openItem(file: CaseView, step: Step): WorkItemView | undefined {
  // What expired of the staff's documents stays open, to be seen.
  const isOfStaff = ({ about }: WorkItemView) => about?.startsWith('staffDocuments-') ?? false;
  return file.workItems.find((item) => item.step === step && item.status === 'open' && !isOfStaff(item));
}

/** Points that differ from indicator to indicator, so that a picture shows something. */
function scores(file: CaseView, item: WorkItemView): ActBody {
  const rules = evaluationRulesIn(file.itinerary);
  const own = rules ? indicatorsOf(rules, item.unit.id) : [];
  return {
    act: 'score',
    points: own.map(({ id }) => ({
      indicator: id,
      points: 78 + (id.length % 5) * 4,
      evidence: '现场核查和台账（示例）',
    })),
  };
}

/** One open step is answered by whoever may, and its letters go out. */
async function answer(town: Town, caseId: string, step: Step, body?: ActBody): Promise<void> {
  const { oneWindow } = town;
  const seen = await oneWindow.caseOf(OVERSEER, caseId);
  const item = openItem(seen, step);
  if (!item) throw new Error(`${step} is not open in ${caseId}`);
  const words = {
    unifiedCode: null,
    grounds: '情况属实（示例）',
    findingAnswer: '已核实（示例）',
    today: await today(town),
  };
  const said = body ?? (step === 'score' ? scores(seen, item) : straightAct(seen, item, words));
  if (!said) throw new Error(`${step} is answered by nobody`);
  const account = answererOf(seen, item, said.act);
  const { allowed } = await oneWindow.caseOf(account, caseId);
  const possible = allowed.find(({ act, workItem }) => act === said.act && workItem === item.id);
  if (!possible) throw new Error(`${account} may not answer ${item.id}`);
  await oneWindow.act({ account, key: randomUUID() }, possible, said);
  await conductLife(town, caseId);
}

/** Does what the workflow of a supervision or an evaluation would, and serves the letters. */
async function conductLife(town: Town, caseId: string): Promise<void> {
  const { database, activities, asWorker, clock } = town;
  for (;;) {
    await activities.recordSilences({ caseId, afterSeq: 0 });
    const { state } = await database.db
      .selectFrom('case_file')
      .select('state')
      .where('case_id', '=', caseId)
      .executeTakeFirstOrThrow();
    if (owesYear(state, (await clock.now()).toISOString()))
      await activities.turnYear({ caseId, afterSeq: 0 });
    else if (owesEvaluation(state)) await activities.beginEvaluation({ caseId, afterSeq: 0 });
    else break;
  }
  await conduct(town, caseId);
  await asWorker(activities.deliverNotices, { caseId });
}
