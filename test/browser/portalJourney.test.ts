import type { Browser, BrowserContext, Page } from 'playwright-core';
import { answererOf, awaitsPerson, straightActs } from '../../infra/client/straightAct';
import { applicationOf, sampleOf } from '../../infra/demo/sample';
import { openWindow, type Visit, visit } from './browser';
import { conduct } from './cases';
import { portalForm } from './portalForm';
import { settled, signInToPortal } from './portalScreens';
import { inTown } from './inTown';
import type { Town } from './town';

const SITE = 9;
const APPLICANT = 'applicant-3';

let browser: Browser;
let window: BrowserContext;
let town: Town;
let there: Visit;
let page: Page;
inTown(async (opened) => {
  ({ browser, town } = opened);
  window = await openWindow(browser, 'desktop');
});

async function come(account: string, path: string): Promise<void> {
  there = await visit(window);
  page = there.page;
  await signInToPortal(page, town, account);
  await page.goto(`${town.publicUrl}/portal${path}`);
  await settled(page);
}

async function leave(): Promise<void> {
  await there.end();
  expect(there.complaints).toEqual([]);
}

/** Writes the application of the site as Annex 2 and the sample have it, and hands it in. */
async function submitSite(): Promise<string> {
  const site = town.plan.demonstrationSites.find(({ no }) => no === SITE);
  if (!site) throw new RangeError(`Annex 2 has no site ${SITE}`);
  const { facts, institution, contact } = applicationOf(town.plan, site, 'applicant-3@onewindow.example');
  await come(APPLICANT, '/my');
  await page.getByRole('button', { name: '新的申报' }).click();
  await page.waitForURL('**/applications/**');
  await settled(page);
  const form = portalForm(page, '/application');
  await form.fill('/institution', institution);
  await form.fill('/facts', { ...facts, materials: [] });
  await form.fill('/contact', contact);
  await page.getByRole('button', { name: '提交申报' }).click();
  await page.waitForURL('**/cases/**');
  await settled(page);
  const caseId = page.url().split('/').at(-1) ?? '';
  await leave();
  return caseId;
}

/** What each unit says in the form of its act, by the act's name; nothing for one that only confirms. */
const said: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  signOff: { opinion: 'agree' },
  draft: { result: 'granted', grounds: '符合条件（示例）' },
  decide: { result: 'granted' },
  endorse: { documentNo: '示例〔2026〕1号' },
  register: { unifiedCode: sampleOf(SITE).unifiedCode },
};

async function act(caseId: string, account: string, name: string, item: string): Promise<void> {
  await come(account, `/cases/${caseId}`);
  await page.locator(`[data-item="${item}"] [data-act="${name}"]`).click();
  const dialog = page.getByRole('dialog');
  const form = portalForm(page, '');
  await form.fill('', said[name] ?? {});
  for (const answer of await dialog.locator('.rows textarea').all()) await answer.fill('已核实（示例）');
  for (const tick of await dialog.locator('.ticks label').all()) {
    if (!(await tick.locator('input').isChecked())) await tick.click();
  }
  await dialog.locator('button[type="submit"]').click();
  // The screen waits to be told what comes next: here nobody else opens it.
  const over = dialog.waitFor({ state: 'detached' }).then(() => true);
  for (let isOver = false; !isOver;) {
    const conducting = conduct(town, caseId);
    isOver = await Promise.race([over, conducting.then(() => false)]);
    // Nothing of it goes on beside what comes next.
    await conducting;
  }
  await leave();
}

it('an applicant submits site 9 of Annex 2, each unit acts, and the certificate verifies: all through the portal', async () => {
  const caseId = await submitSite();
  for (;;) {
    await conduct(town, caseId);
    const seen = await town.oneWindow.caseOf(APPLICANT, caseId);
    if (seen.certificateNo !== null) break;
    const item = seen.workItems.find(awaitsPerson);
    if (!item) throw new Error(`${caseId} stands still`);
    const name = straightActs[item.step];
    await act(caseId, answererOf(seen, item, name), name, item.id);
  }
  await come(APPLICANT, `/cases/${caseId}`);
  await page.getByRole('link', { name: '核验' }).last().click();
  await page.getByRole('status').getByText('有效').waitFor();
  expect(await page.locator('main').innerText()).toContain('长庆街道初本幼托园');
  await leave();
}, 300_000);
