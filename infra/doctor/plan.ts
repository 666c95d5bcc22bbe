import { sql } from 'kysely';
import { civilDate, dateInShanghai, dayNumber } from '../../domain/civilDate';
import type { PlanVersion } from '../../domain/plan';
import { calendarSource } from '../calendar/source';
import { systemClock } from '../clock';
import type { Db } from '../db/connect';
import { PlanVersionNotFound } from '../plan/publicationErrors';
import { districtsPlan, planInForce } from '../plan/repository';
import { unconfirmed } from '../plan/unconfirmed';
import type { Check } from './examination';
import { doubtful, type Finding, ill, well } from './finding';
import { fromRecord } from './reading';

/** The longest limits run over two months: the calendar should reach beyond them. */
const AHEAD_DAYS = 92;

/** The plan in force, what in it the bureau has yet to confirm, and how far the holidays are known. */
export const plan: Check = (subject) =>
  fromRecord(subject, async (db) => {
    const today = dateInShanghai(await systemClock.now());
    const version = await inForce(db, today);
    return [...(version ? told(version) : [none]), ...(await calendar(db, today))];
  });

async function inForce(db: Db, today: string): Promise<PlanVersion | null> {
  try {
    return await planInForce(db, await districtsPlan(db), today);
  } catch (error) {
    if (error instanceof PlanVersionNotFound) return null;
    throw error;
  }
}

const none = ill(
  { zh: '今天没有施行中的方案', en: 'No plan is in force today' },
  {
    zh: '公布方案：npm run plan -- publish FILE --from DATE',
    en: 'publish one: npm run plan -- publish FILE --from DATE',
  },
);

function told({ id, effectiveFrom, plan: { title, ...rest } }: PlanVersion): Finding[] {
  const open = unconfirmed({ title, ...rest }).length;
  const held = well(`方案 ${id}（${title.zh}）自 ${effectiveFrom} 起施行`, 'The plan is in force');
  if (open === 0) return [held];
  const what = {
    zh: `方案中有 ${open} 处未经主管部门确认`,
    en: `${open} entries of the plan are not confirmed by the bureau`,
  };
  const mend = {
    zh: '请主管部门确认后，在方案文件中写 confirmed: true 并公布',
    en: 'have them confirmed, write confirmed: true in the plan file and publish it',
  };
  return [held, doubtful(what, mend)];
}

async function calendar(db: Db, today: string): Promise<Finding[]> {
  const { coveredThrough } = await calendarSource(db)();
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from work_item where status = 'open' and provisional`.execute(db);
  const count = rows[0]?.count ?? 0;
  if (count === 0 && coveredThrough >= civilDate(dayNumber(today) + AHEAD_DAYS)) {
    return [well(`节假日安排已知至 ${coveredThrough}`, `Holidays are known through ${coveredThrough}`)];
  }
  const what = {
    zh: `节假日安排只知至 ${coveredThrough}，其后的期限为暂定（现有 ${count} 件事项）`,
    en: `Holidays are known only through ${coveredThrough}: limits beyond are provisional (${count} items now)`,
  };
  const mend = {
    zh: '国务院公布后，更新 chinese-days 或在方案的 calendar 中补录',
    en: "once the State Council has announced them, update chinese-days or enter them in the plan's calendar",
  };
  return [doubtful(what, mend)];
}
