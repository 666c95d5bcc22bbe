import { join } from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import { drawn, openWindow, type Visit, visit, type Width } from './browser';
import { type Screen, screens } from './screens';
import { keepsTheRules } from './screenRules';
import { type Stock, stockUp } from './stock';
import { inTown } from './inTown';
import type { Town } from './town';

/** Where the pictures lie, for people to look at; git ignores them. */
const pictures = join(__dirname, '..', 'screenshots');

let browser: Browser;
let town: Town;
let stock: Stock;
inTown(async (opened) => {
  ({ browser, town } = opened);
  stock = await stockUp(town);
});

describe.each<Width>(['desktop', 'phone'])('on a %s', (width) => {
  let window: BrowserContext;
  beforeAll(async () => (window = await openWindow(browser, width)));

  describe.each(screens)('$name', ({ name, come }: Screen) => {
    let there: Visit;
    beforeAll(async () => {
      there = await visit(window);
      await come(there.page, town, stock);
      await drawn(there.page);
      await there.page.screenshot({ path: join(pictures, width, `${name}.png`), fullPage: true });
    });
    afterAll(() => there.end());

    keepsTheRules(() => there, { keyboard: width === 'desktop' });
  });
});
