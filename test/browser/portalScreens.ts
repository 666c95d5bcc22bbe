import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { xiachengFile } from '../domain/plan/plans';
import type { FurtherCases } from './furtherCases';
import type { LifeStock } from './life';
import type { Town } from './town';

export const languages = { zh: '中文', en: 'English' } as const;
export type Language = keyof typeof languages;

/** What the screens show. */
export interface PortalStock extends LifeStock, FurtherCases {
  /** A case that waits for its acceptance. */
  readonly openCase: string;
}

/** A screen of the portal as somebody comes to see it. */
export interface PortalScreen {
  /** Also the name of its picture. */
  readonly name: string;
  /** Whose: an account of development; nobody's, it is for everybody. */
  readonly as?: string;
  readonly path: (stock: PortalStock) => string;
  /** What is done there before it is looked at. */
  readonly then?: (page: Page) => Promise<unknown>;
}

/** Signs in by the portal's own link and the button of an account of development. */
export async function signInToPortal(page: Page, town: Town, account: string): Promise<void> {
  await page.goto(`${town.publicUrl}/auth/login?returnTo=/portal/`);
  await page.locator(`button[value="${account}"]`).click();
  await page.waitForURL(`${town.publicUrl}/portal/**`);
}

/** Waits until a screen shows what it has asked for. */
export async function settled(page: Page): Promise<void> {
  await page.locator('main h1, main h2').first().waitFor();
  await page.locator('main:not(:has([role="status"] .el-skeleton))').waitFor();
}

const official = 'shiqiao-intakeClerk-1';
const filingOfficer = 'health-filingOfficer-1';

/** Every screen of the portal. */
export const portalScreens: readonly PortalScreen[] = [
  { name: 'home', path: () => '/' },
  { name: 'need', path: () => '/need', then: foresee },
  { name: 'register', path: () => '/register' },
  { name: 'verify', path: ({ certificateNo }) => `/verify/${certificateNo}` },
  { name: 'verify-unknown', path: () => '/verify/XCTY-C-2020-000001' },
  { name: 'services', path: () => '/services' },
  {
    name: 'complain',
    path: ({ certificateNo }) => `/complain?certificate=${certificateNo}`,
    then: complainOfNothing,
  },
  {
    name: 'complained',
    path: ({ certificateNo }) => `/complain?certificate=${certificateNo}`,
    then: complain,
  },
  { name: 'complaint-status', path: () => '/complain/status', then: lookInVain },
  { name: 'nowhere', path: () => '/nowhere' },
  { name: 'signed-out', path: () => '/worklist' },
  { name: 'worklist', as: official, path: () => '/worklist' },
  { name: 'worklist-empty', as: 'police-reviewer-1', path: () => '/worklist' },
  { name: 'cases', as: official, path: () => '/cases' },
  { name: 'case', as: official, path: ({ openCase }) => `/cases/${openCase}` },
  {
    name: 'case-contact',
    as: official,
    path: ({ openCase }) => `/cases/${openCase}`,
    then: showContact,
  },
  {
    name: 'case-act',
    as: official,
    path: ({ openCase }) => `/cases/${openCase}`,
    then: (page) => openAct(page, 'requestCorrection'),
  },
  { name: 'case-forbidden', as: 'police-reviewer-1', path: ({ openCase }) => `/cases/${openCase}` },
  { name: 'counter-whom', as: official, path: () => '/counter' },
  { name: 'counter', as: official, path: () => '/counter', then: enterNothing },
  { name: 'counter-slip', as: official, path: ({ openCase }) => `/counter/${openCase}` },
  { name: 'counter-forbidden', as: 'police-reviewer-1', path: () => '/counter' },
  { name: 'take-over', as: filingOfficer, path: () => '/take-over' },
  { name: 'case-taken-over', as: filingOfficer, path: ({ takenOverCase }) => `/cases/${takenOverCase}` },
  { name: 'my-case-taken-over', as: 'applicant-1', path: ({ takenOverCase }) => `/cases/${takenOverCase}` },
  { name: 'verify-taken-over', path: () => `/verify/${encodeURIComponent('示托备〔2021〕1号')}` },
  { name: 'take-over-enter', as: filingOfficer, path: () => '/take-over', then: takeOverNothing },
  { name: 'take-over-forbidden', as: official, path: () => '/take-over' },
  { name: 'my', as: 'applicant-1', path: () => '/my' },
  { name: 'my-data', as: 'applicant-1', path: () => '/my-data', then: showOwnData },
  { name: 'my-case', as: 'applicant-1', path: ({ openCase }) => `/cases/${openCase}`, then: showWhy },
  { name: 'my-case-closed', as: 'applicant-3', path: ({ closedCase }) => `/cases/${closedCase}` },
  { name: 'application', as: 'applicant-1', path: () => '/my', then: beginApplication },
  { name: 'evaluations', as: 'health-coordinator-1', path: ({ year }) => `/evaluations?year=${year}` },
  { name: 'evaluation', as: 'health-caseOfficer-1', path: ({ rated }) => `/cases/${rated}` },
  { name: 'evaluation-scoring', as: 'applicant-1', path: ({ scoring }) => `/cases/${scoring}` },
  { name: 'supervision', as: 'fire-reviewer-1', path: ({ supervision }) => `/cases/${supervision}` },
  { name: 'supervision-mine', as: 'applicant-3', path: ({ supervision }) => `/cases/${supervision}` },
  {
    name: 'staff-enter',
    as: 'applicant-3',
    path: ({ supervision }) => `/cases/${supervision}`,
    then: enterStaff,
  },
  {
    name: 'staff-change',
    as: 'applicant-3',
    path: ({ supervision }) => `/cases/${supervision}`,
    then: (page) => openAct(page, 'changeStaff'),
  },
  { name: 'visits', as: 'fire-reviewer-1', path: () => '/visits?weeks=52' },
  {
    name: 'visit',
    as: 'fire-reviewer-1',
    path: ({ visit }) => `/visits/${visit}`,
    then: writeFinding,
  },
  {
    name: 'wall',
    as: 'health-coordinator-1',
    path: ({ closedCase }) => `/wall?period=${closedCase.slice(5, 9)}`,
  },
  { name: 'sites', as: 'health-coordinator-1', path: () => '/sites', then: beginSite },
  { name: 'site', as: 'health-coordinator-1', path: ({ siteCase }) => `/cases/${siteCase}` },
  { name: 'support', as: 'education-caseOfficer-1', path: ({ supportCase }) => `/cases/${supportCase}` },
  // Of its radio buttons Tab reaches the chosen one alone, as it should.
  {
    name: 'style',
    path: () => '/style',
    then: (page) => page.locator('main table .contrast').first().waitFor(),
  },
  { name: 'responsible', as: 'fire-head-1', path: () => '/responsible', then: beginNaming },
  { name: 'conference', as: 'health-coordinator-1', path: () => '/conference' },
  { name: 'overdue', as: 'health-coordinator-1', path: () => '/overdue' },
  { name: 'stuck-cases', as: 'administrator-1', path: () => '/stuck-cases' },
  { name: 'plans', as: 'administrator-1', path: () => '/plans', then: tryPlan },
  {
    name: 'repair',
    as: 'administrator-1',
    path: ({ openCase }) => `/cases/${openCase}`,
    then: (page) => openAct(page, 'proposeRepair'),
  },
];

/** Hands in a record of a visit with half a finding: what is missing stands at its field. */
async function writeFinding(page: Page): Promise<void> {
  await page.locator('main form button').first().click();
  await page.locator('main textarea').first().fill('疏散通道堆放杂物（示例）');
  await page.locator('main button[type="submit"]').click();
  await page.locator('main .wrong').first().waitFor();
}

/** Tries a plan in which an urgent limit is shorter and a day is off. */
async function tryPlan(page: Page): Promise<void> {
  const text = readFileSync(xiachengFile, 'utf8');
  const day = `calendar:\n  - { date: '2027-03-08', kind: holiday, name: { zh: 停工, en: Closed } }\n`;
  const changed = text.replace('limit: 45', 'limit: 40').replace(/^calendar: \[\]\n/m, day);
  await page.locator('#plan-file').fill(changed);
  await page.locator('#plan-from').fill('2030-01-01');
  await page.locator('main form button[type="submit"]').click();
  await page.locator('main section h3').first().waitFor();
}

async function foresee(page: Page): Promise<void> {
  for (const answer of ['private', 'forProfit', 'none', 'fullDay', 'yes'])
    await page.locator(`input[value="${answer}"]`).check({ force: true });
  await page.locator('main select').selectOption('shiqiao');
  await page.locator('input[type="number"]').fill('40');
  await page.locator('main button[type="submit"]').click();
  await page.locator('ol.way').waitFor();
}

/** Opens the calendar that explains the first date. */
async function showWhy(page: Page): Promise<void> {
  await page.locator('main .now summary').first().click();
  await page.locator('main .months').first().waitFor();
}

/** Is shown the contact of a case in clear. */
async function showContact(page: Page): Promise<void> {
  await page.locator('[data-show]').click();
  await page.locator('#facts form input').fill('核对申报材料');
  await page.locator('#facts form button[type="submit"]').click();
  await page.locator('#facts .shown').waitFor();
}

/** Asks what is held on the reader. */
async function showOwnData(page: Page): Promise<void> {
  await page.locator('main button.el-button--primary').click();
  await page.locator('main table').waitFor();
}

async function openAct(page: Page, act: string): Promise<void> {
  await page.locator(`[data-act="${act}"]`).first().click();
  await page.locator('[role="dialog"] button[type="submit"]').waitFor();
}

/** Hands in a member without saying anything: what is missing stands at its field. */
async function enterStaff(page: Page): Promise<void> {
  await openAct(page, 'enterStaff');
  await page.locator('[role="dialog"] button[type="submit"]').click();
  await page.locator('[role="dialog"] .wrong').first().waitFor();
}

/** Begins one and hands it in with nothing in it: everything that is missing is said. */
async function beginApplication(page: Page): Promise<void> {
  await page.locator('main button.el-button--primary').click();
  await page.waitForURL('**/applications/**');
  await page.locator('main button[type="submit"]').click();
  await page.locator('section.summary').waitFor();
}

/** Enters an application at the counter with nothing in it. */
async function enterNothing(page: Page): Promise<void> {
  await page.locator('main ul.plain button').first().click();
  await page.locator('main form button[type="submit"]').click();
  await page.locator('section.summary').waitFor();
}

/** Takes over an institution of which nothing is said. */
async function takeOverNothing(page: Page): Promise<void> {
  await page.locator('main section button').first().click();
  await enterNothing(page);
}

async function complainOfNothing(page: Page): Promise<void> {
  await page.locator('main button[type="submit"]').click();
  await page.locator('section.summary').waitFor();
}

async function complain(page: Page): Promise<void> {
  await page.locator('main textarea').fill('昨日下午两点无人看护（示例）');
  await page.locator('main button[type="submit"]').click();
  await page.locator('#received').waitFor();
}

async function lookInVain(page: Page): Promise<void> {
  for (const field of await page.locator('main form input').all()) await field.fill('XCTY-T-2020-000001');
  await page.locator('main button[type="submit"]').click();
  await page.locator('main [role="alert"]').waitFor();
}

/** The pair of the reader's own unit, which stands first, as its head changes it. */
async function beginNaming(page: Page): Promise<void> {
  await page.locator('main li.card button').first().click();
  await page.locator('main form select').first().waitFor();
}

/** Asks what Annex 2 does not say of the first site. */
async function beginSite(page: Page): Promise<void> {
  await page.locator('main button.el-button').first().click();
  await page.locator('main form button[type="submit"]').waitFor();
}
