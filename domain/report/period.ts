import { addDays, endOfDay } from '../civilDate';

/** A month or a year in Shanghai. */
export interface Period {
  /** 2026-10 or 2026. */
  readonly id: string;
  readonly firstDay: string;
  readonly lastDay: string;
  /** ISO instants: from its first midnight up to that after its last day. */
  readonly from: string;
  readonly until: string;
}

/** @returns null where it is written like neither a month nor a year */
export function periodOf(id: string): Period | null {
  const [, year, month] = /^(\d{4})(?:-(0[1-9]|1[0-2]))?$/.exec(id) ?? [];
  if (year === undefined || Number(year) < 1) return null;
  const firstDay = `${year}-${month ?? '01'}-01`;
  const next =
    month === undefined || month === '12'
      ? `${String(Number(year) + 1).padStart(4, '0')}-01-01`
      : `${year}-${String(Number(month) + 1).padStart(2, '0')}-01`;
  const lastDay = addDays(next, -1);
  return { id, firstDay, lastDay, from: endOfDay(addDays(firstDay, -1)), until: endOfDay(lastDay) };
}
