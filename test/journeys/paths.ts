import { type Mode, modes } from './modes';
import { openTown, type Town } from './town';

/** A path of the law, walked in every mode where it applies. */
export interface Path {
  readonly name: string;
  /** Every mode, unless said otherwise. */
  readonly in?: readonly Mode[];
  readonly walk: (town: Town, mode: Mode) => Promise<void>;
}

/**
 * Declares a test for each path in each of its modes, all in one town.
 * @param graceSeconds for how long letters are held back
 */
export function walkEach(paths: readonly Path[], graceSeconds = 0): void {
  jest.setTimeout(120_000);
  let town: Town;
  beforeAll(async () => {
    town = await openTown(graceSeconds);
  });
  afterAll(() => town.close());
  describe.each(paths)('$name', ({ in: its = modes, walk }) => {
    test.each(its)('in the mode “$mode”', async (mode) => {
      expect.hasAssertions();
      await walk(town, mode);
    });
  });
}
