import type { CalendarDay } from '../../domain/calendar';
import { changedDays, type ChangedDay, type ForeseenMove } from '../../domain/planDryRun';
import type { Plan } from '../../domain/plan';
import { loadCalendar } from '../../infra/calendar/loadCalendar';
import { planDifferences } from '../../infra/plan/diff';
import { parsePlan } from '../../infra/plan/file';
import { PlanFileError, type PlanProblem, problemInWords } from '../../infra/plan/problem';
import { PublicationRefused } from '../../infra/plan/publicationErrors';
import { districtsPlan, publishedVersions, versionBefore } from '../../infra/plan/repository';
import { unconfirmed } from '../../infra/plan/unconfirmed';
import { dryRun, pinnedCases } from '../../infra/record/dryRun';
import {
  moveReasons,
  type PlanComparison,
  type PlanDryRun,
  type PlanVersions,
} from '../contracts/planVersion';
import { type FieldFault, Problem } from '../http/problem';
import type { Services } from '../services';
import { concerned, movedView } from './repairs';

/** Every published version with its difference to the one before. */
export async function planVersions({ ground }: Services): Promise<PlanVersions> {
  const [found, pinned] = await Promise.all([
    districtsPlan(ground.db).then((id) => publishedVersions(ground.db, id)),
    pinnedCases(ground),
  ]);
  return {
    versions: found.map(({ id, number, effectiveFrom, publishedAt, publishedBy, plan }, index) => {
      const before = found[index + 1];
      const own = pinned.filter(({ planVersion }) => planVersion === id);
      return {
        id,
        number,
        effectiveFrom,
        publishedAt: publishedAt.toISOString(),
        publishedBy,
        before: before?.id ?? null,
        differences: before ? planDifferences(before.plan, plan) : [],
        openCases: own.reduce((sum, { cases }) => sum + cases, 0),
      };
    }),
  };
}

/** A plan that somebody thinks of publishing. */
interface Candidate {
  readonly file: string;
  readonly from: string;
}

/** How a candidate differs from the version that it would follow. @throws Problem where it could not be published */
export async function planComparison({ ground }: Services, candidate: Candidate): Promise<PlanComparison> {
  const plan = planIn(candidate.file);
  const before = await followed(ground.db, plan, candidate.from);
  return {
    before: before?.id ?? null,
    differences: before ? planDifferences(before.plan, plan) : [],
    days: changedDays(await ground.calendar(), loadCalendar(plan.calendar)).map(dayView),
    unconfirmed: unconfirmed(plan).length,
    pinned: await pinnedCases(ground),
  };
}

/** Which open cases a candidate would move, a batch of them. @throws Problem where it could not be published */
export async function planDryRun(
  services: Services,
  { file, from, after }: Candidate & { readonly after?: string | undefined },
): Promise<PlanDryRun> {
  const plan = planIn(file);
  await followed(services.ground.db, plan, from);
  const { cases, examined, next } = await dryRun(services.ground, plan, from, after);
  const pinned = await services.plans.versions(cases.map(({ planVersion }) => planVersion));
  return {
    cases: cases.map(({ caseId, kind, planVersion, closes, opens, moves }) => {
      const names = pinned(planVersion);
      return {
        caseId,
        kind,
        planVersion,
        closes: closes.map((item) => concerned(names, item)),
        opens: opens.map((item) => concerned(names, item)),
        moves: moves.map((move) => foreseenView(names, move)),
      };
    }),
    examined,
    next,
  };
}

function planIn(file: string): Plan {
  try {
    return parsePlan(file, '');
  } catch (error) {
    if (!(error instanceof PlanFileError)) throw error;
    throw new Problem('planFileWrong', { errors: error.problems.map(faultIn) });
  }
}

/** Where in the file, which rule, what is allowed there. */
function faultIn(problem: PlanProblem): FieldFault {
  const { line, column, path, rule, allowed } = problem;
  const { zh, en } = problemInWords(problem);
  const key = path === '' ? '' : ` ${path}`;
  return {
    pointer: '/file',
    code: rule,
    message: {
      zh: `第 ${line} 行第 ${column} 列${key}：${zh}`,
      en: `line ${line}, column ${column}${key}: ${en}`,
    },
    ...(allowed.length > 0 && { expected: allowed }),
  };
}

async function followed(db: Services['ground']['db'], plan: Plan, from: string) {
  try {
    return await versionBefore(db, plan.id, from);
  } catch (error) {
    if (!(error instanceof PublicationRefused)) throw error;
    const { newest, newestFrom } = error;
    const message = {
      zh: `不能早于 ${newest} 的施行日 ${newestFrom}`,
      en: `must not be before ${newestFrom}, from which ${newest} is in force`,
    };
    throw new Problem('planFileWrong', { errors: [{ pointer: '/from', code: 'tooEarly', message }] });
  }
}

function foreseenView(plan: Plan, { why, days, on, ...moved }: ForeseenMove) {
  return { ...movedView(plan, moved), why, reason: moveReasons[why], days: days.map(dayView), on };
}

function dayView({ date, was, now }: ChangedDay) {
  return { date, was: labelled(was), now: labelled(now) };
}

function labelled({ label }: CalendarDay) {
  return label;
}
