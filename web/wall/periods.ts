/** The periods that may be looked at: this year and the last, and the months of a year up to this one. */
export function periodsUpTo(today: string): readonly string[] {
  const [year = 0, month = 1] = today.split('-').map(Number);
  const months = Array.from({ length: 12 }, (_, before) => {
    const of = year * 12 + month - 1 - before;
    return `${Math.floor(of / 12)}-${String((of % 12) + 1).padStart(2, '0')}`;
  });
  return [String(year), String(year - 1), ...months];
}
