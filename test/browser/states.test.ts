import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { xiachengFile } from '../domain/plan/plans';
import { image, infectedPdf } from '../papers/files';
import { openWindow, type Visit, visit } from './browser';
import { answerStraight, applicantOf, apply, conduct } from './cases';
import { breakOff, heldBack, refuse, unscanned } from './interference';
import { settled, signInToPortal } from './portalScreens';
import { inTown } from './inTown';
import type { Town } from './town';

const SITE = 12;
const CLERK = 'shiqiao-intakeClerk-1';
const REASON = '不属于本机关职权（示例）';

let browser: Browser;
let window: BrowserContext;
let town: Town;
let there: Visit;
let page: Page;
inTown((opened) => {
  ({ browser, town } = opened);
});
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
  await page.goto(`${town.publicUrl}/portal${path}`);
  await settled(page);
}

/** The dialog of an act, its first text written. */
async function writeReason(caseId: string): Promise<void> {
  await open(CLERK, `/cases/${caseId}`);
  await page.locator('[data-act="decline"]').click();
  await text().fill(REASON);
}
const dialog = () => page.getByRole('dialog');
const text = () => dialog().locator('textarea').first();
const send = () => dialog().locator('button[type="submit"]').click();

const typesOf = async (caseId: string) =>
  (await town.oneWindow.eventsOf(CLERK, caseId)).map(({ type }) => type);

describe('an answer that takes long', () => {
  it('is waited for with words after two seconds, and not before', async () => {
    await signInToPortal(page, town, CLERK);
    await page.clock.install();
    const letGo = await heldBack('**/api/v1/worklist**', page);
    await page.goto(`${town.publicUrl}/portal/worklist`);
    const words = page.locator('main [role="status"] p', { hasText: '正在读取…' });
    await words.waitFor({ state: 'attached' });
    expect(await words.getAttribute('class')).toBe('unseen');
    await page.clock.fastForward(2_100);
    await page.locator('main [role="status"] p:not(.unseen)', { hasText: '正在读取…' }).waitFor();
    letGo();
    await words.waitFor({ state: 'detached' });
  });
});

describe('what somebody has written in an act', () => {
  it('is kept where the session ends meanwhile, until they have signed in again in another tab', async () => {
    const caseId = await apply(town, SITE);
    await writeReason(caseId);
    await window.clearCookies();
    await send();
    const alert = dialog().getByRole('alert').filter({ hasText: '登录已过期' });
    await alert.waitFor();
    const [other] = await Promise.all([
      window.waitForEvent('page'),
      alert.getByRole('link', { name: '重新登录' }).click(),
    ]);
    await other.locator(`button[value="${CLERK}"]`).click();
    await other.waitForURL(`${town.publicUrl}/portal/cases/${caseId}`);
    await other.close();
    expect(await text().inputValue()).toBe(REASON);
    await page.evaluate("window.dispatchEvent(new Event('focus'))");
    await alert.waitFor({ state: 'detached' });
    await send();
    await dialog().waitFor({ state: 'detached' });
    expect((await typesOf(caseId)).filter((type) => type === 'notAccepted')).toHaveLength(1);
  });

  it('is kept where the connection breaks, before it was sent and after, and is recorded once', async () => {
    const caseId = await apply(town, SITE);
    await writeReason(caseId);
    await window.setOffline(true);
    await send();
    const lost = dialog().getByRole('alert').filter({ hasText: '连不上服务器' });
    await lost.filter({ hasText: '您填写的内容没有丢失' }).waitFor();
    expect(await typesOf(caseId)).not.toContain('notAccepted');
    await window.setOffline(false);
    await page.route('**/acts', breakOff, { times: 1 });
    await send();
    await lost.waitFor();
    expect(await text().inputValue()).toBe(REASON);
    await send();
    await dialog().waitFor({ state: 'detached' });
    expect((await typesOf(caseId)).filter((type) => type === 'notAccepted')).toHaveLength(1);
  });
});

describe('a refusal', () => {
  it('of what is not theirs tells a person what to do, not a program', async () => {
    await open('police-reviewer-1', `/cases/${await apply(town, SITE)}`);
    const panel = page.locator('main [role="alert"]');
    await panel.getByRole('heading', { name: '您无权查看' }).waitFor();
    const words = await panel.innerText();
    expect(words).toContain('请换用有相应岗位的账号登录');
  });

  it('of any kind has none of the words of the API', async () => {
    const caseId = await apply(town, SITE);
    await writeReason(caseId);
    for (const [status, code] of [
      [428, 'ifMatchMissing'],
      [422, 'keyReused'],
      [409, 'reviewsPending'],
      [503, 'databaseUnavailable'],
    ] as const) {
      await page.route('**/acts', (route) => refuse(route, status, code), { times: 1 });
      await send();
      const alert = dialog().getByRole('alert');
      await alert.waitFor();
      expect(await alert.innerText()).not.toMatch(/Idempotency|ETag|If-Match|allowed|errors|detail/);
    }
  });
});

describe('a repair', () => {
  it('is foreseen before it is proposed: what it would close, open and move', async () => {
    const caseId = await apply(town, SITE);
    const seen = await town.oneWindow.caseOf(applicantOf(town, SITE), caseId);
    await answerStraight(
      town,
      seen,
      seen.workItems.find(({ status }) => status === 'open')!,
      SITE,
    );
    await conduct(town, caseId);
    await open('administrator-1', `/cases/${caseId}`);
    const way = page.getByRole('link', { name: '在流程引擎中查看' });
    expect(await way.getAttribute('href')).toBe(`/stuck-cases/${caseId}`);
    await page.locator('[data-act="proposeRepair"]').click();
    await dialog().locator('label', { hasText: '移动' }).first().click();
    await dialog().locator('select').first().selectOption('acceptance');
    await dialog().getByRole('button', { name: '预览后果' }).click();
    await dialog().getByRole('heading', { name: '将关闭' }).waitFor();
    const foreseen = await dialog().locator('section.card').innerText();
    for (const words of ['会签', '受理', '将开始']) expect(foreseen).toContain(words);
    expect(await typesOf(caseId)).not.toContain('repairProposed');
  });
});

describe('a plan that is tried', () => {
  it('leads the reader to what came of it', async () => {
    await open('administrator-1', '/plans');
    await page.locator('#plan-file').fill(readFileSync(xiachengFile, 'utf8'));
    await page.locator('#plan-from').fill('2030-01-01');
    await page.locator('main form button[type="submit"]').click();
    await page.locator('main section:focus h2').filter({ hasText: '2030年1月1日' }).waitFor();
  });
});

describe('a file that is handed in', () => {
  const line = () =>
    page
      .locator('.papers > li')
      .filter({ has: page.locator('.hand-in') })
      .first();
  const choose = (name: string, mimeType: string, buffer: Buffer) =>
    line().locator('.hand-in input').setInputFiles({ name, mimeType, buffer });
  const refused = (words: string) => line().getByRole('alert').filter({ hasText: words }).waitFor();

  it('says that it is on its way, waits for the scanner, and is found clean', async () => {
    await open(applicantOf(town, SITE), `/cases/${await apply(town, SITE)}`);
    await page.route('**/papers', unscanned);
    const letGo = await heldBack('**/papers', page);
    await choose('平面图.png', 'image/png', await image('png', 40, 30));
    await line().getByText('正在上传和查毒').waitFor();
    letGo();
    await line().getByText('已收到，等待查毒').waitFor();
    expect(await line().getByRole('link').count()).toBe(0);
    await page.unrouteAll();
    await page.reload();
    await line().getByRole('link', { name: '平面图.png' }).waitFor();
  });

  it('is refused where it is too large or of another kind; a virus is said to be one', async () => {
    await open(applicantOf(town, SITE), `/cases/${await apply(town, SITE)}`);
    await choose('说明.txt', 'text/plain', Buffer.from('说明（示例）'));
    await refused('文件不符合要求');
    await choose('大图.pdf', 'application/pdf', Buffer.alloc(21 * 1_048_576, '%PDF'));
    await refused('“大图.pdf”：文件过大');
    await choose('合同.pdf', 'application/pdf', await infectedPdf());
    await line().getByText('含有病毒').waitFor();
    expect(await line().getByRole('link').count()).toBe(0);
  });

  it('is replaced by a newer version, and the older one stays', async () => {
    await open(applicantOf(town, SITE), `/cases/${await apply(town, SITE)}`);
    const [older, newer] = [await image('png', 40, 30), await image('png', 50, 30)];
    await choose('旧图.png', 'image/png', older);
    await line().locator('summary').filter({ hasText: '替换' }).press('Enter');
    const instead = line().getByLabel('选择替换“旧图.png”的新文件');
    await instead.setInputFiles({ name: '新图.png', mimeType: 'image/png', buffer: newer });
    await line().getByRole('link', { name: '新图.png' }).waitFor();
    await line().locator('summary').filter({ hasText: '此前 1 版' }).press('Enter');
    await line().getByRole('link', { name: '旧图.png' }).waitFor();
  });
});

describe('what a list is filtered by', () => {
  it('stands in the address: it is there after a reload, and on the way back', async () => {
    const caseId = await apply(town, SITE);
    await open(CLERK, '/cases');
    const stage = page.getByLabel('所处阶段');
    await stage.selectOption('acceptance');
    await page.getByRole('button', { name: '筛选' }).click();
    await page.waitForURL('**/cases?stage=acceptance');
    await page.reload();
    await page.getByText(caseId).waitFor();
    expect(await stage.inputValue()).toBe('acceptance');
    await page.locator('.cases li').filter({ hasText: caseId }).getByRole('link').click();
    await page.waitForURL(`**/cases/${caseId}`);
    await page.goBack();
    await page.waitForURL('**/cases?stage=acceptance');
    await page.getByText(caseId).waitFor();
    expect(await stage.inputValue()).toBe('acceptance');
  });
});

describe('the header', () => {
  it.each(['health-coordinator-1', 'administrator-1', CLERK, 'fire-reviewer-1', 'applicant-1'])(
    'takes one row at 1280 pixels, in both languages: %s',
    async (account) => {
      await open(account, '/');
      for (const language of ['English', '中文']) {
        await page.getByRole('banner').getByRole('button', { name: language }).click();
        await page.locator(`html[lang="${language === 'English' ? 'en' : 'zh-CN'}"]`).waitFor();
        const box = await page.getByRole('banner').boundingBox();
        expect(box?.height).toBeLessThan(64);
      }
    },
  );

  it('has the other links of a role in a menu, which the first screen lists too', async () => {
    await open('health-coordinator-1', '/');
    const home = await page.locator('main a.door strong').allInnerTexts();
    await page.getByRole('button', { name: '更多' }).click();
    expect(await page.getByRole('navigation', { name: '主导航' }).getByRole('link').allInnerTexts()).toEqual(
      home,
    );
    await page.keyboard.press('Escape');
    await page.getByRole('banner').getByRole('link', { name: '机构名录' }).waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: '更多' }).click();
    await page.getByRole('banner').getByRole('link', { name: '机构名录' }).click();
    await page.waitForURL('**/register');
    await page.getByRole('banner').getByRole('link', { name: '机构名录' }).waitFor({ state: 'hidden' });
  });
});
