import type { Browser, BrowserContext, Page } from 'playwright-core';
import { addDays, dateInShanghai } from '../../domain/civilDate';
import { supervisionId } from '../../domain/supervision';
import { openWindow, type Visit, visit } from './browser';
import { applicantOf, certify, conduct } from './cases';
import { portalForm } from './portalForm';
import { settled, signInToPortal } from './portalScreens';
import { inTown } from './inTown';
import type { Town } from './town';

const SITE = 9;
const today = dateInShanghai(new Date());

let browser: Browser;
let town: Town;
let life: string;
inTown(async (opened) => {
  ({ browser, town } = opened);
  life = supervisionId((await certify(town, SITE)).caseId);
  await conduct(town, life);
});

let window: BrowserContext;
let there: Visit;
let page: Page;
async function come(account: string): Promise<void> {
  window = await openWindow(browser, 'phone');
  there = await visit(window);
  page = there.page;
  await signInToPortal(page, town, account);
  await page.goto(`${town.publicUrl}/portal/cases/${life}`);
  await settled(page);
}
afterEach(async () => {
  await there.end();
  await window.close();
  expect(there.complaints).toEqual([]);
});

const list = () => page.locator('#staff');
const press = (name: string) => list().getByRole('button', { name, exact: true }).first().click();
const send = () => page.locator('[role="dialog"] button[type="submit"]').click();

test('an institution enters a member, renews a document, and takes the member off its list', async () => {
  await come(applicantOf(town, SITE));
  await list().getByText('还没有录入人员。').waitFor();
  await press('录入人员');
  await page.locator('[role="dialog"] form').waitFor();
  const { fill } = portalForm(page, '');
  const health = { document: 'health', issuedOn: today, expiresOn: addDays(today, 20) };
  const member = { person: '示例甲', phone: '13900001111', role: 'carer', classKind: 'toddler' };
  await fill('', { ...member, joinedOn: '2025-03-01', documents: [health] });
  await send();
  await list().getByText('即将到期').waitFor();
  expect(await list().innerText()).toMatch(/示例甲\s*保育人员/);

  await press('变更');
  await fill('/documents/0', { expiresOn: addDays(today, 300) });
  await send();
  await list().getByText('有效', { exact: true }).waitFor();

  await press('离岗');
  await send();
  await list().locator('.member.left').waitFor();
  expect(await list().getByRole('button', { name: '变更' }).count()).toBe(0);
});

test('an official sees who it is only after saying what for', async () => {
  await come('health-coordinator-1');
  await list().getByText('示*').waitFor();
  await list().getByRole('button', { name: /^显示/ }).click();
  await page.getByLabel('查看目的').fill('核对人员名册');
  await list().locator('form').getByRole('button', { name: '显示', exact: true }).click();
  await list().getByText('示例甲').waitFor();
  expect(await list().innerText()).toContain('13900001111');
});
