import type { Browser, BrowserContext } from 'playwright-core';
import { openWindow, visit } from './browser';
import { certify } from './cases';
import { settled } from './portalScreens';
import { inTown } from './inTown';
import type { Town } from './town';

let browser: Browser;
let window: BrowserContext;
let town: Town;
let certificateNo: string;
inTown(async (opened) => {
  ({ browser, town } = opened);
  window = await openWindow(browser, 'phone');
  ({ certificateNo } = await certify(town, 9));
});

describe('somebody who complains', () => {
  it('goes on from the register without signing in, and reads how it stands by number and code', async () => {
    const there = await visit(window);
    const { page } = there;
    await page.goto(`${town.publicUrl}/portal/register`);
    await settled(page);
    await page.locator('main').getByRole('link', { name: '投诉' }).click();
    await page.getByRole('textbox', { name: '机构的证书编号' }).waitFor();
    expect(await page.getByRole('textbox', { name: '机构的证书编号' }).inputValue()).toBe(certificateNo);
    await page.getByRole('textbox', { name: '事情经过' }).fill('昨日下午两点无人看护（示例）');
    await window.setOffline(true);
    await page.getByRole('button', { name: '提交投诉' }).click();
    await page.locator('main').getByRole('alert').first().waitFor();
    await window.setOffline(false);
    await page.getByRole('button', { name: '提交投诉' }).click();
    await page.locator('#received').waitFor();
    const [no, code] = await page.locator('#received code').allInnerTexts();
    await page.getByRole('link', { name: '投诉查询' }).click();
    await page.getByRole('textbox', { name: '投诉编号' }).fill(no ?? '');
    await page.getByRole('textbox', { name: '查询码' }).fill(code ?? '');
    await page.getByRole('button', { name: '查询', exact: true }).click();
    await page.getByText('处理中').waitFor();
    expect(page.url()).not.toContain(code);
    await there.end();
  });
});
