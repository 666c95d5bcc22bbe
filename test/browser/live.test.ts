import type { Browser, BrowserContext, Page } from 'playwright-core';
import { drawn, openWindow, type Visit, visit } from './browser';
import { answerStraight, applicantOf, apply, conduct } from './cases';
import { signInToPortal } from './portalScreens';
import { inTown } from './inTown';
import type { Town } from './town';

/** A site of Annex 2 whose subdistrict is 石桥. */
const SITE = 12;
const CLERK = 'shiqiao-intakeClerk-1';

let browser: Browser;
let town: Town;
inTown((opened) => {
  ({ browser, town } = opened);
});

let window: BrowserContext;
let there: Visit;
let page: Page;
beforeEach(async () => {
  window = await openWindow(browser, 'desktop');
  there = await visit(window);
  page = there.page;
});
afterEach(async () => {
  await there.end();
  await window.close();
});

async function open(account: string, path: string): Promise<void> {
  await signInToPortal(page, town, account);
  const listening = page.waitForRequest('**/api/v1/live**');
  await page.goto(`${town.publicUrl}/portal${path}`);
  await listening;
  await drawn(page);
}

/** The open step of a case, answered as on the straight way by somebody else. */
async function goOn(caseId: string): Promise<void> {
  const seen = await town.oneWindow.caseOf(applicantOf(town, SITE), caseId);
  const item = seen.workItems.find(({ status }) => status === 'open')!;
  await answerStraight(town, seen, item, SITE);
  await conduct(town, caseId);
}

const toast = () => page.locator('.told p');

describe('live updates', () => {
  it('bring a new work item onto the worklist, and tell its unit', async () => {
    await open(CLERK, '/worklist');
    const caseId = await apply(town, SITE);
    await page.getByText(caseId).waitFor();
    await page.getByRole('status').filter({ hasText: '新待办' }).filter({ hasText: '受理' }).waitFor();
  });

  it('say nothing aloud once alerts are turned off, and still bring what is new', async () => {
    await open(CLERK, '/worklist');
    await page.getByRole('button', { name: '设置' }).click();
    await page.getByRole('button', { name: '提醒' }).click();
    const caseId = await apply(town, SITE);
    await page.getByText(caseId).waitFor();
    expect(await toast().count()).toBe(0);
  });

  it('show an applicant that their case went on, in the language that they read', async () => {
    const caseId = await apply(town, SITE);
    await open(applicantOf(town, SITE), `/cases/${caseId}`);
    await page.getByRole('button', { name: 'English' }).click();
    await goOn(caseId);
    await toast().filter({ hasText: 'Accepted' }).waitFor();
    await page.locator('section.now .el-tag').filter({ hasText: 'Joint review' }).waitFor();
  });

  it('come to a case without taking what somebody writes there, who is told that it changed', async () => {
    const caseId = await apply(town, SITE);
    await open(CLERK, `/cases/${caseId}`);
    await page.locator('[data-act="decline"]').click();
    const dialog = page.getByRole('dialog');
    const text = dialog.locator('textarea').first();
    await text.fill('材料与事实不符（示例）');
    await goOn(caseId);
    await page.locator('h1 .el-tag').filter({ hasText: '联审' }).waitFor();
    expect(await text.inputValue()).toBe('材料与事实不符（示例）');
    await dialog.locator('button[type="submit"]').click();
    await dialog.getByRole('alert').waitFor();
    expect(await text.inputValue()).toBe('材料与事实不符（示例）');
  });

  it('go on after the tab was out of sight, with what happened meanwhile', async () => {
    await open(CLERK, '/worklist');
    await setHidden(true);
    const caseId = await apply(town, SITE);
    await setHidden(false);
    await page.getByText(caseId).waitFor();
  });
});

/** As a browser does where another tab is looked at. */
async function setHidden(hidden: boolean): Promise<void> {
  await page.evaluate(`
    Object.defineProperty(document, 'hidden', { value: ${hidden}, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  `);
}

it('an official is told who else has a case open', async () => {
  const caseId = await apply(town, SITE);
  await open(CLERK, `/cases/${caseId}`);
  await page.locator('#acts').waitFor();
  const other = await openWindow(browser, 'desktop');
  const second = await visit(other);
  await signInToPortal(second.page, town, 'shiqiao-caseOfficer-1');
  await second.page.goto(`${town.publicUrl}/portal/cases/${caseId}`);
  await second.page.locator('.present').filter({ hasText: '受理员' }).waitFor();
  await second.end();
  await other.close();
});
