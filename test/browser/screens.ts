import type { Page } from 'playwright-core';
import type { Stock } from './stock';
import { type Town, unknownAccount } from './town';

/** A page as somebody comes to see it. */
export interface Screen {
  /** Also the name of its picture. */
  readonly name: string;
  come(page: Page, town: Town, stock: Stock): Promise<unknown>;
}

/** Signs in by the buttons of the embedded identity provider, as an account of development. */
export async function signIn(page: Page, town: Town, account: string): Promise<void> {
  await page.goto(town.publicUrl);
  await page.getByRole('link', { name: '登录 Sign in' }).click();
  await page.locator(`button[value="${account}"]`).click();
  await page.waitForURL(`${town.publicUrl}/`);
}

const at =
  (address: (town: Town, stock: Stock) => string): Screen['come'] =>
  (page, town, stock) =>
    page.goto(address(town, stock));

const as =
  (account: string): Screen['come'] =>
  (page, town) =>
    signIn(page, town, account);

/** Every page that a person can come to. */
export const screens: readonly Screen[] = [
  { name: 'home', come: at(({ publicUrl }) => publicUrl) },
  { name: 'home-applicant', come: as('applicant-1') },
  { name: 'home-official', come: as('shiqiao-intakeClerk-1') },
  { name: 'home-nothing-to-do', come: as('police-reviewer-1') },
  { name: 'home-stranger', come: as(unknownAccount) },
  { name: 'register', come: at(({ publicUrl }) => `${publicUrl}/register`) },
  { name: 'register-no-match', come: at(({ publicUrl }) => `${publicUrl}/register?name=没有这家`) },
  { name: 'verify', come: at(({ publicUrl }) => `${publicUrl}/verify`) },
  {
    name: 'verify-valid',
    async come(page, { publicUrl }, { certificateNo }) {
      await page.goto(`${publicUrl}/verify/${certificateNo}`);
      await page.locator('summary').click();
    },
  },
  {
    name: 'verify-receipt',
    come: at(({ publicUrl }, { receiptNo }) => `${publicUrl}/verify/${receiptNo}`),
  },
  { name: 'verify-unknown', come: at(({ publicUrl }) => `${publicUrl}/verify/XCTY-C-2020-000001`) },
  { name: 'verify-forged', come: at(({ publicUrl }, { forgedNo }) => `${publicUrl}/verify/${forgedNo}`) },
  {
    name: 'docs',
    async come(page, { publicUrl }) {
      await page.goto(`${publicUrl}/docs`);
      await page.locator('.opblock').first().waitFor();
    },
  },
  {
    name: 'docs-operation',
    async come(page, { publicUrl }) {
      await page.goto(`${publicUrl}/docs`);
      await page.getByRole('button', { name: 'Verify a filing receipt' }).click();
      await page.locator('.opblock-body').waitFor();
    },
  },
  { name: 'problems', come: at(({ publicUrl }) => `${publicUrl}/problems`) },
  { name: 'problem', come: at(({ publicUrl }) => `${publicUrl}/problems/fourEyes`) },
  { name: 'no-such-address', come: at(({ publicUrl }) => `${publicUrl}/nowhere`) },
  { name: 'sign-in-failed', come: at(({ publicUrl }) => `${publicUrl}/auth/callback?code=x&state=y`) },
  { name: 'identity', come: at(({ identityUrl }) => identityUrl) },
  { name: 'identity-sign-in', come: at(({ publicUrl }) => `${publicUrl}/auth/login`) },
  { name: 'identity-sign-in-lost', come: at(({ identityUrl }) => `${identityUrl}/interaction/long-ago`) },
  { name: 'identity-wrong-client', come: at(({ identityUrl }) => `${identityUrl}/auth?client_id=nobody`) },
  {
    name: 'identity-sign-out',
    async come(page, town) {
      await signIn(page, town, 'applicant-1');
      await page.getByRole('button', { name: '退出登录' }).click();
      await page.getByRole('button', { name: '保持登录' }).waitFor();
    },
  },
  { name: 'mails', come: at(({ mailUrl }) => mailUrl) },
  { name: 'mails-no-match', come: at(({ mailUrl }) => `${mailUrl}/?to=nobody`) },
  {
    name: 'mail',
    async come(page, { mailUrl }) {
      await page.goto(mailUrl);
      await page.getByRole('link', { name: '托育机构备案证书' }).click();
      await page.frameLocator('iframe').locator('p').first().waitFor();
    },
  },
  { name: 'mail-not-there', come: at(({ mailUrl }) => `${mailUrl}/mails/nothing`) },
  {
    name: 'pushes',
    async come(page, { pushUrl }) {
      await page.goto(pushUrl);
      await page.locator('summary').first().click();
    },
  },
];
