import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openWindow, type Visit, visit } from './browser';
import { applicantOf, apply } from './cases';
import { settled, signInToPortal } from './portalScreens';
import { inTown } from './inTown';
import type { Town } from './town';

const SITE = 12;
const CLERK = 'shiqiao-intakeClerk-1';
const PURPOSE = '电话核对场地地址';

let browser: Browser;
let town: Town;
let caseId: string;
inTown(async (opened) => {
  ({ browser, town } = opened);
  caseId = await apply(town, SITE);
});

let window: BrowserContext;
let there: Visit;
let page: Page;
async function come(account: string, path: string): Promise<void> {
  window = await openWindow(browser, 'desktop');
  there = await visit(window);
  page = there.page;
  await signInToPortal(page, town, account);
  await page.goto(`${town.publicUrl}/portal${path}`);
  await settled(page);
}
afterEach(async () => {
  await there.end();
  await window.close();
  expect(there.complaints).toEqual([]);
});

const contact = () => page.locator('#facts').filter({ hasText: '联系电话' });
const show = () => page.getByRole('button', { name: /^显示/ });

async function shown(purpose: string): Promise<void> {
  await show().click();
  await page.getByLabel('查看目的').fill(purpose);
  await page.locator('#facts form').getByRole('button', { name: '显示', exact: true }).click();
  await page.getByText('已记入审计日志。').waitFor();
}

describe('the contact of a case', () => {
  it('is masked until its clerk has said what for, and again when they say so', async () => {
    await come(CLERK, `/cases/${caseId}`);
    const text = () => contact().innerText();
    expect(await text()).toMatch(/\d{3}\*{4}\d{4}/);
    await show().click();
    await page.locator('#facts form').getByRole('button', { name: '显示', exact: true }).click();
    await page.locator('#facts .wrong').getByText('请填写查看目的').waitFor();
    await page.getByRole('button', { name: '取消' }).click();
    await shown(PURPOSE);
    expect(await text()).toMatch(/联系电话\s+1\d{10}/);
    await page.getByRole('button', { name: '立即遮蔽' }).click();
    expect(await text()).not.toMatch(/1\d{10}/);
    const entries = await town.database.db
      .selectFrom('audit_entry')
      .select('details')
      .where('type', '=', 'personalDataShown')
      .where('subject_id', '=', caseId)
      .execute();
    expect(entries).toEqual([{ details: { purpose: PURPOSE } }]);
  });

  it('is masked by itself after a minute', async () => {
    await come(CLERK, '/worklist');
    await page.clock.install();
    await page.goto(`${town.publicUrl}/portal/cases/${caseId}`);
    await settled(page);
    await shown(PURPOSE);
    await page.clock.runFor(61_000);
    await show().waitFor();
    expect(await contact().innerText()).not.toMatch(/1\d{10}/);
  });

  it('is offered to nobody who may not see it', async () => {
    await come('fire-reviewer-1', `/cases/${caseId}`);
    await contact().waitFor();
    expect(await show().count()).toBe(0);
  });

  it('tells its applicant which unit looked, and what for', async () => {
    await come(applicantOf(town, SITE), '/my-data');
    await page.getByRole('button', { name: '查看我的个人信息' }).click();
    const row = page.getByRole('row').filter({ hasText: PURPOSE }).first();
    await row.getByText('石桥街道').waitFor();
  });
});
