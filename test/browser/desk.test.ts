import type { Browser, Locator } from 'playwright-core';
import { axeFindings } from './accessibility';
import { drawn, openWindow, visit } from './browser';
import { apply } from './cases';
import { signInToPortal } from './portalScreens';
import { inTown } from './inTown';
import type { Town } from './town';

let browser: Browser;
let town: Town;
inTown((opened) => {
  ({ browser, town } = opened);
});

it('shows an administrator how each part of the system is', async () => {
  const window = await openWindow(browser, 'desktop');
  const { page, end } = await visit(window);
  await signInToPortal(page, town, 'administrator-1');
  await page.goto(`${town.publicUrl}/portal/stuck-cases`);
  const parts = page.locator('#health li');
  await parts.filter({ hasText: '数据库' }).filter({ hasText: '正常' }).waitFor();
  // The town has no engine.
  await parts.filter({ hasText: '流程引擎' }).filter({ hasText: '不可用，办理不受影响' }).waitFor();
  await end();
  await window.close();
});

it('claims several work items at once, shows how each went, and names what failed', async () => {
  const [first, second] = [await apply(town, 12), await apply(town, 12)];
  const window = await openWindow(browser, 'desktop');
  const { page, end } = await visit(window);
  await signInToPortal(page, town, 'shiqiao-intakeClerk-1');
  await page.goto(`${town.publicUrl}/portal/worklist`);
  await page.getByText(second).waitFor();
  await page.getByLabel('全选本页所列').check();
  await page.getByText('已选 2 项').waitFor();
  await drawn(page);
  expect(await axeFindings(page)).toEqual([]);
  // The second one is refused: somebody else has changed it meanwhile.
  await page.route(`**/work-items/${second}.*/acts`, (route) =>
    route.fulfill({
      status: 412,
      contentType: 'application/problem+json',
      body: JSON.stringify({
        code: 'versionMismatch',
        title: '您看到的不是最新状态',
        status: 412,
        requestId: 'x',
      }),
    }),
  );
  await page.locator('[data-bulk="claim"]').click();
  await page.getByText('办妥 1 项，未办成 1 项').waitFor();
  const results = page.locator('.bulk li');
  await results.filter({ hasText: first }).filter({ hasText: '签收' }).waitFor();
  await results.filter({ hasText: second }).filter({ hasText: '您看到的不是最新状态' }).waitFor();
  // What failed stays chosen, so that it can be tried again.
  await page.getByText('已选 1 项').waitFor();
  await page.unroute(`**/work-items/${second}.*/acts`);
  await page.locator('[data-bulk="claim"]').click();
  await page.getByText('办妥 1 项，未办成 0 项').waitFor();
  await page.getByText('我已签收').nth(1).waitFor();
  await end();
  await window.close();
});

it('goes through the worklist, chooses and claims by keys of its own, in the list and nowhere else', async () => {
  const [first, second] = [await apply(town, 12), await apply(town, 12)];
  const window = await openWindow(browser, 'desktop');
  const { page, end } = await visit(window);
  await signInToPortal(page, town, 'shiqiao-intakeClerk-1');
  await page.goto(`${town.publicUrl}/portal/worklist`);
  const row = (caseId: string) => page.locator('.items li').filter({ hasText: caseId });
  await row(second).waitFor();
  await page.keyboard.press('x');
  await page.getByText('已选 0 项').waitFor();
  const [upper, lower] = (await page.locator('.items li').allInnerTexts())
    .flatMap((text) => [first, second].filter((caseId) => text.includes(caseId)))
    .map(row) as [Locator, Locator];
  await upper.getByRole('link').focus();
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await page.getByText('已选 1 项').waitFor();
  expect(await lower.getByRole('checkbox').isChecked()).toBe(true);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('s');
  await page.getByRole('dialog').getByRole('button', { name: '签收' }).press('Enter');
  await upper.getByText('我已签收').waitFor();
  expect(await lower.getByText('我已签收').count()).toBe(0);
  await end();
  await window.close();
});
