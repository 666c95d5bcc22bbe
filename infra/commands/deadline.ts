import { join } from 'node:path';
import { explainDeadline } from '../../domain/clock';
import { loadCalendar } from '../calendar/loadCalendar';
import { readPlanFile } from '../plan/file';
import { PlanFileError } from '../plan/problem';
import { deadlineOptions, type DeadlineOptions } from './deadlineOptions';
import { WrongOptions } from './deadlineRules';
import { deadlineText } from './deadlineText';
import { asProcess, type Output } from './output';

/** The district's own plan: its calendar overrides the announced holidays. */
const districtPlan = join(__dirname, '..', '..', 'domain', 'plans', 'xiacheng.yaml');

const help = `期限计算 When a limit runs out, day by day

  npm run deadline -- --from 2026-09-28 --limit 5 --unit workingDay

  --from DATE             起算事件发生之日，自次日起计算 Day of the start event; counting begins the day after
  --limit N               期限天数 Number of days
  --unit UNIT             workingDay（工作日 working days） / calendarDay（自然日 calendar days）
  --extend N              延长天数，可多次 Days added by an extension; may be repeated
  --pause FROM..TO        不计入期限：FROM 次日至 TO；可多次 Not counted: the day after FROM through TO; may be repeated
  --plan FILE             使用该方案文件的日历调整 Take the calendar's overrides from this plan file
  --json                  输出一个 JSON 对象 Print one JSON object
  --help                  显示本说明 Show this

退出码 Exit codes: 0 完成 done · 1 方案文件有误 the plan file is wrong · 2 用法有误 wrong usage`;

/** Runs `npm run deadline -- …`. @returns the exit code, as the help says */
export function main(args: readonly string[], output: Output): number {
  try {
    const options = deadlineOptions(args);
    output.out(options === null ? help : answer(options));
    return 0;
  } catch (error) {
    if (!(error instanceof WrongOptions || error instanceof PlanFileError)) throw error;
    output.err(error instanceof WrongOptions ? `${error.message}\n\n${help}` : error.message);
    return error instanceof WrongOptions ? 2 : 1;
  }
}

function answer({ from, limit, adjustments, planFile, json }: DeadlineOptions): string {
  const calendar = loadCalendar(readPlanFile(planFile ?? districtPlan).calendar);
  const explanation = explainDeadline(limit, from, calendar, adjustments);
  if (!json) return deadlineText(explanation);
  const { due, dueAt, provisional, days } = explanation;
  return JSON.stringify({ due, dueAt, provisional, days });
}

if (require.main === module) {
  asProcess(main);
}
