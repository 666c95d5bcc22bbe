import { join } from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import { axeFindings, boxes, keyboardFindings } from './accessibility';
import { drawn, openBrowser, openWindow, type Visit, visit, type Width } from './browser';
import { ask } from './inPage';
import { type Language, type PortalScreen, portalScreens, settled, signInToPortal } from './portalScreens';
import { type Stock, stockUp } from './stock';
import { openTown, type Town } from './town';

const pictures = join(__dirname, '..', 'screenshots', 'portal');

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

const ways = (['desktop', 'phone'] as const).flatMap((width) =>
  (['zh', 'en'] as const).map((language) => ({ width, language })),
);

describe.each<{ width: Width; language: Language }>(ways)(
  'on a $width, in $language',
  ({ width, language }) => {
    let window: BrowserContext;
    beforeAll(async () => {
      window = await openWindow(browser, width);
      await window.addInitScript(`localStorage.setItem('onewindow.language', '${language}')`);
    });
    afterAll(() => window.close());

    describe.each(portalScreens)('$name', ({ name, as, path, then }: PortalScreen) => {
      let there: Visit;
      beforeAll(async () => {
        there = await visit(window);
        if (as !== undefined) await signInToPortal(there.page, town, as);
        await there.page.goto(`${town.publicUrl}/portal${path(stock)}`);
        await settled(there.page);
        await then?.(there.page);
        await drawn(there.page);
        await there.page.screenshot({
          path: join(pictures, width, `${name}-${language}.png`),
          fullPage: then === undefined,
        });
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

      if (width === 'desktop' && language === 'zh' && then === undefined) {
        it('is operated by the keyboard alone, the focus always in sight', async () => {
          expect(await keyboardFindings(there.page)).toEqual([]);
        });
      }

      it('has no errors and asks nothing of other machines', () => {
        expect(there.complaints.filter((complaint) => !refusals.test(complaint))).toEqual([]);
      });
    });
  },
);

/** What the API refuses is shown on the screen; the console counts it as well. */
const refusals = /status of 4(03|04|22)/;
