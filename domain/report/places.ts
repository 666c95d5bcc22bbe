import type { Plan } from '../plan';

/** The institutions that are open at a period's end, and the places on their certificates. */
export interface PlacesReport {
  readonly institutions: number;
  readonly places: number;
}

/** Places (托位) for each 1,000 children under 3, to a tenth; null while the plan file has no population. */
export function perThousand(
  { places }: PlacesReport,
  { population }: Pick<Plan, 'population'>,
): number | null {
  if (!population) return null;
  return Math.round((places / population.underThree) * 10_000) / 10;
}
