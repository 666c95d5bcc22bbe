import { join } from 'node:path';
import type { Browser, BrowserContext, Cookie, Page } from 'playwright-core';
import { drawn, openBrowser, openWindow, type Visit, visit, type Width } from './browser';
import { apply } from './cases';
import {
  type Language,
  type PortalScreen,
  type PortalStock,
  portalScreens,
  settled,
  signInToPortal,
} from './portalScreens';
import { liveOn } from './life';
import { keepsTheRules } from './screenRules';
import { openTown, type Town } from './town';

const pictures = join(__dirname, '..', 'screenshots', 'portal');

/** What the API refuses is shown on the screen; the console counts it as well. */
const refusals = /status of 4(03|04|22)/;

let browser: Browser;
let town: Town;
let stock: PortalStock;
beforeAll(async () => {
  [browser, town] = await Promise.all([openBrowser(), openTown()]);
  const life = await liveOn(town);
  stock = { ...life, openCase: await apply(town, 12) };
}, 240_000);
afterAll(async () => {
  await browser.close();
  await town.close();
});

/** Each language and each width once: what is too long is so in English, on a phone. */
const ways = [
  { width: 'desktop', language: 'zh' },
  { width: 'phone', language: 'en' },
] as const;

/** Who has signed in once stays so: that is tried elsewhere. */
const sessions = new Map<string, Cookie[]>();
async function comeAs(account: string, window: BrowserContext, page: Page): Promise<void> {
  const known = sessions.get(account);
  if (known) {
    await window.addCookies(known);
    return;
  }
  await signInToPortal(page, town, account);
  sessions.set(account, await window.cookies());
}

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
        if (as !== undefined) await comeAs(as, window, there.page);
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

      keepsTheRules(() => there, {
        keyboard: width === 'desktop' && then === undefined,
        dark: width === 'desktop',
        mayComplain: refusals,
      });
    });
  },
);
