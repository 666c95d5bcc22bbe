import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { axeFindings, boxes, keyboardFindings } from './accessibility';
import { drawn, openWindow, type Visit, visit, type Width } from './browser';
import { ask } from './inPage';
import type { Place } from './place';
import { screens } from './screens';

/** Where the pictures lie, for people to look at; git ignores them. */
const pictures = join(__dirname, '..', 'screenshots');

/** What holds for every page at this width, and a picture of each. */
export function checkScreens(place: Place, width: Width): void {
  let window: BrowserContext;
  beforeAll(async () => (window = await openWindow(place.browser, width)));
  afterAll(() => window.close());

  describe.each(screens)('$name', ({ name, come }) => {
    let there: Visit;
    beforeAll(async () => {
      there = await visit(window);
      await come(there.page, place.town, place.stock);
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
      expect(await axeFindings(there.page, width)).toEqual([]);
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
}
