import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openBrowser, openWindow, type Visit, visit } from './browser';
import { type Stock, stockUp } from './stock';
import { openTown, type Town } from './town';

/** One town, stocked, and one browser, for every test of a file. */
export interface Place {
  browser: Browser;
  town: Town;
  stock: Stock;
}

/** Opens a place before a file's tests and closes it after them; empty until then. */
export function openPlace(): Place {
  const place = {} as Place;
  beforeAll(async () => {
    [place.browser, place.town] = await Promise.all([openBrowser(), openTown()]);
    place.stock = await stockUp(place.town);
  });
  afterAll(async () => {
    await place.browser.close();
    await place.town.close();
  });
  return place;
}

/** A desktop's page for each test of a group: of somebody whom no page knows yet, and without complaints at the end. */
export function visitor(place: Place) {
  let window: BrowserContext;
  let there: Visit;
  beforeAll(async () => (window = await openWindow(place.browser, 'desktop')));
  afterAll(() => window.close());
  beforeEach(async () => (there = await visit(window)));
  afterEach(async () => {
    await there.end();
    expect(there.complaints).toEqual([]);
  });
  return {
    get page(): Page {
      return there.page;
    },
    main: () => there.page.locator('main').innerText(),
    rows: () => there.page.locator('tbody tr').allInnerTexts(),
  };
}
