import { join } from 'node:path';
import type { Browser, BrowserContext, Cookie, Page } from 'playwright-core';
import { drawn, openWindow, type Visit, visit, type Width } from './browser';
import { apply } from './cases';
import { furtherCases } from './furtherCases';
import { liveOn } from './life';
import {
  type Language,
  type PortalScreen,
  portalScreens,
  type PortalStock,
  settled,
  signInToPortal,
} from './portalScreens';
import { keepsTheRules } from './screenRules';
import { inTown } from './inTown';
import type { Town } from './town';

const pictures = join(__dirname, '..', 'screenshots', 'portal');

/** What the API refuses is shown on the screen; the console counts it as well. */
const refusals = /status of 4(03|04|22)/;

const sessions = new Map<string, Cookie[]>();

let browser: Browser;
let town: Town;
let stock: PortalStock;
inTown(async (opened) => {
  ({ browser, town } = opened);
  const life = await liveOn(town);
  stock = { ...life, ...(await furtherCases(town)), openCase: await apply(town, 12) };
});

/** Each screen in both languages and at both widths, in two goes instead of four. */
const ways: readonly { width: Width; language: Language }[] = [
  { width: 'desktop', language: 'zh' },
  { width: 'phone', language: 'en' },
];

describe.each(ways)('on a $width, in $language', ({ width, language }) => {
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
      if (as !== undefined) await comeAs(there.page, as);
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
      enlarged: width === 'desktop',
      mayComplain: refusals,
    });
  });
});

it('tells of an institution that was taken over that no step was done here', async () => {
  const window = await openWindow(browser, 'desktop');
  const { page, end } = await visit(window);
  await comeAs(page, 'applicant-1');
  await page.goto(`${town.publicUrl}/portal/cases/${stock.takenOverCase}`);
  await settled(page);
  expect(await page.locator('#way').textContent()).toContain('没有在本系统办理过审批环节');
  await end();
  await window.close();
});

/** Signs in once an account, and comes back with the same session. */
async function comeAs(page: Page, account: string): Promise<void> {
  const session = sessions.get(account);
  if (session) return page.context().addCookies(session);
  await signInToPortal(page, town, account);
  sessions.set(account, await page.context().cookies());
}
