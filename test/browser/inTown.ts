import type { Browser } from 'playwright-core';
import { openBrowser } from './browser';
import { OPENING_MS, openTown, type Town } from './town';

/** What the tests of a file are done with. */
export interface Opened {
  readonly browser: Browser;
  readonly town: Town;
}

/** Opens a browser and a town for the tests of a file, prepares what they need there, and closes both after the last. */
export function inTown(prepare: (opened: Opened) => Promise<void> | void): void {
  let opened: Opened;
  beforeAll(async () => {
    const [browser, town] = await Promise.all([openBrowser(), openTown()]);
    opened = { browser, town };
    await prepare(opened);
  }, OPENING_MS);
  afterAll(async () => {
    await opened.browser.close();
    await opened.town.close();
  });
}
