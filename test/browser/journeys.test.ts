import type { Browser, BrowserContext, Page } from 'playwright-core';
import { statementInPdf } from '../../infra/documents/statementCarrier';
import { verifyStatement } from '../../infra/documents/sealedDocument';
import { axeFindings } from './accessibility';
import { openWindow, type Visit, visit } from './browser';
import { signIn } from './screens';
import { type Stock, stockUp } from './stock';
import { inTown } from './inTown';
import type { Town } from './town';

let browser: Browser;
let window: BrowserContext;
let town: Town;
let stock: Stock;
inTown(async (opened) => {
  ({ browser, town } = opened);
  stock = await stockUp(town);
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

const main = () => page.locator('main').innerText();
const rows = () => page.locator('tbody tr').allInnerTexts();
/** The first table of the register: what follows are decisions and filings. */
const institutions = () => page.locator('table').first().locator('tbody tr').allInnerTexts();

describe('signing in', () => {
  it('takes a person by the button of their role to a home page that says who they are', async () => {
    await signIn(page, town, 'shiqiao-intakeClerk-1');
    const said = await main();
    for (const words of ['石桥街道窗口受理员', 'Shiqiao Subdistrict', '窗口受理员 Intake clerk']) {
      expect(said).toContain(words);
    }
  });

  it('shows an official what waits for them, with its due date', async () => {
    await signIn(page, town, 'shiqiao-intakeClerk-1');
    expect(await rows()).toEqual([expect.stringMatching(/\d{4}-\d{2}-\d{2}\s+受理\s+Accept\s+星原托育/)]);
    expect((await rows())[0]).toContain(stock.openCase);
  });

  it('shows an applicant where their cases stand', async () => {
    await signIn(page, town, 'applicant-3');
    expect(await rows()).toEqual([
      expect.stringMatching(/童伴社区亲子服务中心\s+监管/),
      expect.stringMatching(/童伴社区亲子服务中心\s+已发证/),
    ]);
  });

  it('can be done with the keyboard alone', async () => {
    await page.goto(town.publicUrl);
    await page.getByRole('link', { name: '登录' }).focus();
    await page.keyboard.press('Enter');
    await page.locator('button[value="applicant-2"]').focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(`${town.publicUrl}/`);
    expect(await main()).toContain('Sample Nursery Ltd, applicant 2');
  });

  it('ends with signing out, here and at the identity provider', async () => {
    await signIn(page, town, 'applicant-1');
    await page.getByRole('button', { name: '退出登录' }).click();
    await page.locator('button[value="yes"]').click();
    await page.waitForURL(`${town.publicUrl}/`);
    expect(await main()).not.toContain('当前登录');
    expect((await page.request.get(`${town.publicUrl}/api/v1/me`)).status()).toBe(401);
    await page.getByRole('link', { name: '登录' }).click();
    await page.getByRole('heading', { name: '选择账号登录' }).waitFor();
  });

  it('that failed leads back to the choice of accounts', async () => {
    await page.goto(`${town.publicUrl}/auth/callback?code=x&state=y`);
    await page.getByRole('link', { name: '重新登录' }).click();
    await page.getByRole('heading', { name: '选择账号登录' }).waitFor();
  });

  it('that lapsed at the identity provider leads back to OneWindow', async () => {
    const answer = await page.goto(`${town.identityUrl}/interaction/long-ago`);
    expect(answer?.status()).toBe(400);
    expect(await main()).not.toContain('node_modules');
    await page.getByRole('link', { name: '登录一窗' }).click();
    await page.getByRole('heading', { name: '选择账号登录' }).waitFor();
  });
});

describe('the public register', () => {
  it('finds institutions by name, subdistrict and mode, and keeps what was asked', async () => {
    await page.goto(`${town.publicUrl}/register`);
    expect(await institutions()).toHaveLength(2);
    await page.getByLabel('机构名称').fill('童伴');
    await page.getByLabel('街道').selectOption({ label: '东新街道 Dongxin Subdistrict' });
    await page.getByLabel('服务模式').selectOption('private');
    await page.getByRole('button', { name: '查询' }).click();
    expect(await institutions()).toEqual([expect.stringContaining('童伴社区亲子服务中心')]);
    expect(await page.getByLabel('机构名称').inputValue()).toBe('童伴');
    expect(await page.getByLabel('街道').inputValue()).toBe('dongxin');
  });

  it('says so where nothing matches', async () => {
    await page.goto(`${town.publicUrl}/register`);
    await page.getByLabel('机构名称').fill('没有这家');
    await page.keyboard.press('Enter');
    await page.getByText('没有符合条件的机构').waitFor();
  });

  it('leads to the check of each certificate', async () => {
    await page.goto(`${town.publicUrl}/register?name=童伴`);
    await page.getByRole('link', { name: stock.certificateNo }).click();
    expect(await page.getByRole('status').innerText()).toContain('有效');
  });
});

describe('checking a document by its number', () => {
  it.each([
    ['a certificate', 'certificateNo', '有效', '托育机构备案证书'],
    ['a receipt', 'receiptNo', '有效', '托育机构备案回执'],
    ['a certificate that was tampered with', 'forgedNo', '签名不符', '请勿采信'],
  ] as const)('tells %s from others', async (_what, which, verdict, words) => {
    await page.goto(`${town.publicUrl}/verify`);
    await page.getByLabel('文书编号').fill(` ${stock[which]} `);
    await page.getByRole('button', { name: '核验' }).click();
    expect(await page.getByRole('status').innerText()).toContain(verdict);
    expect(await main()).toContain(words);
  });

  it('says that an unknown number was never issued, and does not claim more', async () => {
    const answer = await page.goto(`${town.publicUrl}/verify/XCTY-C-2020-000001`);
    expect(answer?.status()).toBe(404);
    expect(await page.getByRole('status').innerText()).toMatch(/查无此号[^]*XCTY-C-2020-000001/);
    expect(await page.locator('dl').count()).toBe(0);
  });
});

describe('the mail catcher', () => {
  const openMail = async () => {
    await page.goto(town.mailUrl);
    await page.getByRole('link', { name: '托育机构备案证书' }).click();
  };

  it('shows a mail as its reader sees it, with links that work', async () => {
    await openMail();
    const letter = page.frameLocator('iframe');
    expect(await letter.locator('body').innerText()).toContain('证书已签发');
    const opened = page.waitForEvent('popup');
    await letter.getByRole('link', { name: stock.certificateNo }).first().click();
    const certificate = await opened;
    expect(await certificate.getByRole('status').innerText()).toContain('有效');
  });

  it('hands out the attachment, which proves itself', async () => {
    await openMail();
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: `下载 ${stock.certificateNo}.pdf` }).click();
    const chunks: Buffer[] = [];
    for await (const chunk of await (await download).createReadStream()) chunks.push(chunk as Buffer);
    const { jws = '' } = statementInPdf(Buffer.concat(chunks)) ?? {};
    const { no } = await verifyStatement(jws, await town.oneWindow.publicKeys());
    expect(no).toBe(stock.certificateNo);
  });

  it('has mails that keep WCAG 2.2 AA by themselves', async () => {
    const { mails } = (await (await fetch(`${town.mailUrl}/mails`)).json()) as { mails: { id: string }[] };
    for (const { id } of mails) {
      const { html } = (await (await fetch(`${town.mailUrl}/mails/${id}`)).json()) as { html: string };
      await page.setContent(html);
      expect(await axeFindings(page)).toEqual([]);
    }
    expect(mails.length).toBeGreaterThanOrEqual(6);
  });

  it('finds mails by recipient and subject', async () => {
    await page.goto(town.mailUrl);
    await page.getByLabel('收件人').fill('applicant-3');
    await page.getByLabel('主题').fill('登记完成');
    await page.getByRole('button', { name: '筛选' }).click();
    expect(await rows()).toEqual([expect.stringContaining('登记完成')]);
  });
});

it('what fails is told to a person on a page, and to a program as a problem', async () => {
  const address = `${town.publicUrl}/nowhere`;
  const answer = await page.goto(address);
  expect(answer?.status()).toBe(404);
  expect(await main()).toMatch(/没有这个地址[^]*请核对地址和编号/);
  const program = await fetch(address);
  expect(program.headers.get('content-type')).toContain('application/problem+json');
});
