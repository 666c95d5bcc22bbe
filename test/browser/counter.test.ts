import { randomUUID } from 'node:crypto';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { seedAccounts } from '../../infra/development/accounts';
import { applicationOf } from '../../infra/demo/sample';
import { openWindow, type Visit, visit } from './browser';
import { applicantOf } from './cases';
import { portalForm } from './portalForm';
import { settled, signInToPortal } from './portalScreens';
import { inTown } from './inTown';
import type { Town } from './town';

const SITE = 12;
const CLERK = 'shiqiao-intakeClerk-1';

let browser: Browser;
let window: BrowserContext;
let town: Town;
let there: Visit;
let page: Page;
inTown(async (opened) => {
  ({ browser, town } = opened);
  window = await openWindow(browser, 'desktop');
});
beforeEach(async () => {
  there = await visit(window);
  page = there.page;
});
afterEach(() => there.end());

const site = () => {
  const found = town.plan.demonstrationSites.find(({ no }) => no === SITE);
  if (!found) throw new RangeError(`Annex 2 has no site ${SITE}`);
  return applicationOf(town.plan, found, `${applicantOf(town, SITE)}@onewindow.example`);
};

describe('the counter', () => {
  it('enters an application for whoever came, loses nothing when the connection breaks, and prints a slip', async () => {
    const { facts, institution, contact } = site();
    const sub = applicantOf(town, SITE);
    const organisation = seedAccounts(town.plan).find((each) => each.sub === sub)?.organisation ?? '';
    await signInToPortal(page, town, CLERK);
    await page.goto(`${town.publicUrl}/portal/counter`);
    await settled(page);
    await page.getByLabel('举办者名称').fill(organisation);
    await page.getByRole('button', { name: '查询' }).click();
    await page.getByRole('button', { name: `为其录入 ${organisation}` }).click();
    await page.getByText(`正在为 ${organisation} 录入纸质申报`).waitFor();

    const form = portalForm(page, '/application');
    await form.fill('/institution', institution);
    await form.fill('/facts', { ...facts, materials: [] });
    await form.fill('/contact', { ...contact, organisation: undefined });
    await page.getByRole('group', { name: '已收到的纸件' }).locator('label').first().click();
    await window.setOffline(true);
    const send = page.getByRole('button', { name: `录入 ${organisation} 的申报` });
    await send.click();
    await page.getByRole('alert').getByText('连不上服务器').waitFor();
    await window.setOffline(false);
    await send.click();
    await page.getByRole('heading', { name: '收件单' }).waitFor();

    const caseId = page.url().split('/').at(-1) ?? '';
    const slip = page.locator('.slip');
    for (const words of [caseId, organisation, institution.name, '已交纸件', '石桥街道'])
      expect(await slip.innerText()).toContain(words);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('banner').count()).toBe(0);
    expect(await page.getByRole('button').count()).toBe(0);
    const seen = await town.oneWindow.caseOf(applicantOf(town, SITE), caseId);
    expect(seen.caseId).toBe(caseId);
    const [submitted] = await town.oneWindow.eventsOf(CLERK, caseId);
    expect(submitted).toMatchObject({ type: 'submitted', facts: { channel: 'counter' } });

    // Something is missing; whoever brings it does so at the counter again.
    await page.emulateMedia({ media: 'screen' });
    const { allowed } = await town.oneWindow.caseOf(CLERK, caseId);
    const asking = allowed.find(({ act }) => act === 'requestCorrection')!;
    const missing = [{ text: '联系电话（示例）' }];
    const sending = { account: CLERK, key: randomUUID() };
    await town.oneWindow.act(sending, asking, { act: 'requestCorrection', missing });
    await page.goto(`${town.publicUrl}/portal/cases/${caseId}`);
    await page.getByRole('button', { name: '窗口代办：撤回申请' }).waitFor();
    await page.getByRole('button', { name: '窗口代办：补正' }).click();
    const dialog = page.getByRole('dialog', { name: '窗口代办：补正' });
    await dialog.locator('textarea').first().fill('已当面补交（示例）');
    await dialog.getByRole('button', { name: '窗口代办：补正' }).click();
    await page.locator('.record').getByText('已补正（窗口代办）').waitFor();
    expect(await page.locator('.record').innerText()).toContain('已当面补交（示例）');
  });

  it('says what is missing, and asks why where the papers came in before today', async () => {
    await signInToPortal(page, town, CLERK);
    await page.goto(`${town.publicUrl}/portal/counter`);
    await settled(page);
    await page.locator('main ul.plain button').first().click();
    await page.locator('main input[type="date"]').fill('2026-01-05');
    await page.getByRole('button', { name: /^录入 / }).click();
    const summary = page.locator('section.summary');
    await summary.getByText('机构名称：请填写').waitFor();
    await page.getByRole('textbox', { name: /收件日早于今天的理由/ }).waitFor();
  });
});
