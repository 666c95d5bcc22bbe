import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { axeFindings } from './accessibility';
import { drawn, openWindow, type Visit, visit } from './browser';
import { applicantOf, apply, certify } from './cases';
import { inTown } from './inTown';
import type { Town } from './town';

let browser: Browser;
let window: BrowserContext;
let town: Town;
inTown(async (opened) => {
  ({ browser, town } = opened);
  window = await openWindow(browser, 'desktop');
});

let there: Visit;
let page: Page;
beforeEach(async () => {
  there = await visit(window);
  page = there.page;
});
afterEach(async () => {
  await there.end();
  expect(there.complaints).toEqual([]);
});

const portal = (path = '/') => `${town.publicUrl}/portal${path}`;

async function signIn(account: string): Promise<void> {
  await page.goto(portal());
  await page.getByRole('banner').getByRole('link', { name: '登录' }).click();
  await page.locator(`button[value="${account}"]`).click();
  await page.waitForURL(`${town.publicUrl}/portal/**`);
}

describe('the portal', () => {
  it('takes a person who signs in back to where they came from', async () => {
    await signIn('shiqiao-intakeClerk-1');
    await page.getByText('石桥街道窗口受理员').first().waitFor();
    await drawn(page);
    expect(await axeFindings(page)).toEqual([]);
  });

  it('ends a sign-in', async () => {
    await signIn('applicant-1');
    await page.getByRole('button', { name: '退出登录' }).click();
    await page.locator('button[value="yes"]').click();
    await page.waitForURL(`${town.publicUrl}/`);
    await page.goto(portal());
    await page.getByRole('banner').getByRole('link', { name: '登录' }).waitFor();
  });

  it('speaks English where that is asked for, and still does after a reload', async () => {
    await page.goto(portal());
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'One-stop approval of childcare institutions' }).waitFor();
    await page.reload();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.getByRole('button', { name: '中文' }).click();
  });

  it('is printed larger for whoever asks for it', async () => {
    await page.goto(portal());
    const size = () => page.evaluate<number>('parseFloat(getComputedStyle(document.body).fontSize)');
    const usual = await size();
    await page.getByRole('button', { name: '大字版' }).click();
    expect(await size()).toBeGreaterThanOrEqual(usual * 1.25);
    await page.getByRole('button', { name: '大字版' }).click();
  });

  it('says so where an address leads nowhere', async () => {
    await page.goto(portal('/no-such-screen'));
    await page.getByRole('heading', { name: '没有找到' }).waitFor();
  });

  it('begins a change of a certified institution with all that it is now', async () => {
    const { caseId, application } = await certify(town, 13);
    await signIn(applicantOf(town, 13));
    await page.goto(portal(`/cases/${caseId}`));
    await page.getByLabel('名称变更').check();
    await page.getByRole('button', { name: '开始填写' }).click();
    await page.getByRole('heading', { name: '申请变更' }).waitFor();
    expect(await page.getByText('名称变更').count()).toBe(1);
    expect(await page.getByLabel('机构名称').inputValue()).toBe(application.institution.name);
  });

  it('is kept by browsers where its name changes with its content, and only there', async () => {
    const index = await fetch(portal());
    expect(index.headers.get('cache-control')).toBe('no-cache');
    const script = /src="(\/portal\/assets\/[^"]+)"/.exec(await index.text())?.[1];
    const asset = await fetch(`${town.publicUrl}${script ?? ''}`);
    expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    const missing = await fetch(portal('/assets/gone.js'));
    expect(missing.status).toBe(404);
  });

  it('leads from a bar of the wall, and from its row, to the cases that it counts', async () => {
    const caseId = await apply(town, 12);
    await signIn('health-coordinator-1');
    await page.goto(portal('/wall'));
    const tiles = page.locator('dl.tiles > div');
    await tiles.filter({ hasText: '托位' }).filter({ hasText: '方案未填人口数' }).waitFor();
    await tiles.filter({ hasText: '在办机构' }).filter({ hasText: /\d+/ }).waitFor();
    const standing = page.locator('section', { has: page.getByRole('heading', { name: '各环节在办' }) });
    for (const way of [standing.locator('canvas'), standing.getByRole('link', { name: '受理' })]) {
      await way.click();
      await page.waitForURL('**/cases?stage=acceptance&outcome=open');
      await page.getByText(caseId).waitFor();
      await page.goBack();
    }
  });

  it('comes in less than 250 kB, without what only single screens need', async () => {
    const page = await (await fetch(portal())).text();
    const parts = [...page.matchAll(/(?:src|href)="(\/portal\/assets\/[^"]+\.(?:js|css))"/g)];
    const sizes = await Promise.all(
      parts.map(async ([, path]) => {
        const asset = await fetch(`${town.publicUrl}${path ?? ''}`);
        return gzipSync(Buffer.from(await asset.arrayBuffer())).length;
      }),
    );
    expect(sizes.length).toBeGreaterThanOrEqual(2);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(250_000);
  });
});
