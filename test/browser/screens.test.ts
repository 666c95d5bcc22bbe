import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { axeFindings, boxes, keyboardFindings } from './accessibility';
import { drawn, openBrowser, type Visit, visit, type Width } from './browser';
import { ask } from './inPage';
import { type Screen, screens } from './screens';
import { type Stock, stockUp } from './stock';
import { openTown, type Town } from './town';

/** Where the pictures lie, for people to look at; git ignores them. */
const pictures = join(__dirname, '..', 'screenshots');

let browser: Browser;
let town: Town;
let stock: Stock;
beforeAll(async () => {
  [browser, town] = await Promise.all([openBrowser(), openTown()]);
  stock = await stockUp(town);
});
afterAll(async () => {
  await browser.close();
  await town.close();
});

describe.each<Width>(['desktop', 'phone'])('on a %s', (width) => {
  describe.each(screens)('$name', ({ name, come }: Screen) => {
    let there: Visit;
    beforeAll(async () => {
      there = await visit(browser, width);
      await come(there.page, town, stock);
      await drawn(there.page);
      await there.page.screenshot({ path: join(pictures, width, `${name}.png`), fullPage: true });
    });
    afterAll(() => there.end());

    it('draws all its Chinese, on a machine without a Chinese font too', async () => {
      expect(await boxes(there.page)).toEqual([]);
    });

    it('is no wider than the window', async () => {
      expect(await ask(there.page, 'overflow')).toBe(0);
    });

    it('keeps WCAG 2.2 AA as far as axe can tell', async () => {
      expect(await axeFindings(there.page)).toEqual([]);
    });

    if (width === 'desktop') {
      it('is operated by the keyboard alone, the focus always in sight', async () => {
        expect(await keyboardFindings(there.page)).toEqual([]);
      });
    }

    it('has no errors and asks nothing of other machines', () => {
      expect(there.complaints).toEqual([]);
    });
  });
});
