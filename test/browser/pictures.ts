import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import sharp from 'sharp';
import { liveThrough } from './autumn';
import { drawn, openBrowser, openWindow, visit } from './browser';
import { settled, signInToPortal } from './portalScreens';
import { openTown, type Town } from './town';

const folder = join(__dirname, '..', '..', 'docs', 'pictures');
/** The day on which they are taken, whenever that is: so that they differ by what was changed alone. */
const TODAY = new Date('2026-11-20T02:00:00.000Z');

let browser: Browser;
let window: BrowserContext;
let town: Town;
let cases: readonly string[];
beforeAll(async () => {
  [browser, town] = await Promise.all([openBrowser(), openTown()]);
  window = await openWindow(browser, 'desktop');
  cases = await liveThrough(town, TODAY);
  mkdirSync(folder, { recursive: true });
}, 600_000);
afterAll(async () => {
  await browser.close();
  await town.close();
});

const pictures: readonly { name: string; as: string; to: () => string }[] = [
  { name: 'worklist', as: 'market-reviewer-1', to: () => '/worklist' },
  { name: 'case', as: 'market-reviewer-1', to: () => `/cases/${cases.at(8) ?? ''}` },
  { name: 'wall', as: 'health-coordinator-1', to: () => '/wall?period=2026' },
];

it.each(pictures)('$name', async ({ name, as, to }) => {
  const { page, complaints, end } = await visit(window);
  await signInToPortal(page, town, as);
  await page.clock.setFixedTime(TODAY);
  await page.goto(`${town.publicUrl}/portal${to()}`);
  await settled(page);
  await drawn(page);
  const path = join(folder, `${name}.png`);
  await page.screenshot({ path });
  writeFileSync(path, await sharp(path).png({ palette: true, colours: 256 }).toBuffer());
  await end();
  expect(complaints).toEqual([]);
});
