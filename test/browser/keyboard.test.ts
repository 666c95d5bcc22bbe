import type { Browser, BrowserContext, Page } from 'playwright-core';
import { answererOf } from '../../infra/client/straightAct';
import { applicationOf } from '../../infra/demo/sample';
import { openWindow, visit } from './browser';
import { conduct } from './cases';
import { byKeyboard } from './hands';
import { portalForm } from './portalForm';
import { settled } from './portalScreens';
import { inTown } from './inTown';
import type { Town } from './town';

const SITE = 9;
const APPLICANT = 'applicant-3';

let browser: Browser;
let window: BrowserContext;
let town: Town;
inTown(async (opened) => {
  ({ browser, town } = opened);
  window = await openWindow(browser, 'desktop');
});

/** Signs in, and goes where the link of a name leads; no pointer is touched. */
async function comeTo(page: Page, account: string, link: string) {
  const hands = byKeyboard(page);
  await page.goto(`${town.publicUrl}/portal/`);
  await settled(page);
  await hands.press(page.getByRole('banner').getByRole('link', { name: '登录' }));
  await page.waitForURL('**/interaction/**');
  await hands.press(page.locator(`button[value="${account}"]`));
  await page.waitForURL(`${town.publicUrl}/portal/**`);
  await settled(page);
  await hands.press(page.getByRole('banner').getByRole('link', { name: link }));
  await settled(page);
  return hands;
}

async function submitSite(): Promise<string> {
  const site = town.plan.demonstrationSites.find(({ no }) => no === SITE);
  if (!site) throw new RangeError(`Annex 2 has no site ${SITE}`);
  const { facts, institution, contact } = applicationOf(town.plan, site, `${APPLICANT}@onewindow.example`);
  const { page, complaints, end } = await visit(window);
  const hands = await comeTo(page, APPLICANT, '我的办件');
  await hands.press(page.getByRole('button', { name: '新的申报' }));
  await page.waitForURL('**/applications/**');
  await settled(page);
  const form = portalForm(page, '/application', hands);
  await form.fill('/institution', institution);
  await form.fill('/facts', { ...facts, materials: [] });
  await form.fill('/contact', contact);
  await hands.press(page.getByRole('button', { name: '提交申报' }));
  await page.waitForURL('**/cases/**');
  await settled(page);
  const caseId = page.url().split('/').at(-1) ?? '';
  expect(await page.locator('main').innerText()).toContain(caseId);
  await end();
  expect(complaints).toEqual([]);
  return caseId;
}

it('an applicant hands in site 9 of Annex 2 and a clerk accepts it, by the keyboard alone', async () => {
  const caseId = await submitSite();
  await conduct(town, caseId);
  const seen = await town.oneWindow.caseOf(APPLICANT, caseId);
  const item = seen.workItems.find(({ step }) => step === 'accept');
  if (!item) throw new Error(`${caseId} is not to be accepted`);
  const { page, complaints, end } = await visit(window);
  const hands = await comeTo(page, answererOf(seen, item, 'accept'), '待办');
  await hands.press(
    page.getByRole('main').getByRole('link', { name: seen.application.institution.name }).first(),
  );
  await settled(page);
  await hands.press(page.locator(`[data-item="${item.id}"] [data-act="accept"]`));
  const dialog = page.getByRole('dialog');
  await hands.press(dialog.locator('button[type="submit"]'));
  // The screen waits to be told what comes next: here nobody else opens it.
  const over = dialog.waitFor({ state: 'detached' }).then(() => true);
  for (let isOver = false; !isOver;) {
    const conducting = conduct(town, caseId);
    isOver = await Promise.race([over, conducting.then(() => false)]);
    // Nothing of it goes on beside what comes next.
    await conducting;
  }
  await end();
  expect(complaints).toEqual([]);
  const { workItems } = await town.oneWindow.caseOf(APPLICANT, caseId);
  expect(workItems.find(({ id }) => id === item.id)?.status).toBe('done');
}, 240_000);
