import { randomUUID } from 'node:crypto';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { supervisionId } from '../../domain/supervision';
import { image } from '../papers/files';
import { openWindow, type Visit, visit } from './browser';
import { certify } from './cases';
import { settled, signInToPortal } from './portalScreens';
import { inTown } from './inTown';
import type { Town } from './town';

const INSPECTOR = 'fire-reviewer-1';
const FOUND = '疏散通道堆放杂物（示例）';

let browser: Browser;
let window: BrowserContext;
let town: Town;
let supervision: string;
let item: string;
inTown(async (opened) => {
  ({ browser, town } = opened);
  window = await openWindow(browser, 'phone');
  supervision = supervisionId((await certify(town, 9)).caseId);
  const { allowed } = await town.oneWindow.caseOf(INSPECTOR, supervision);
  const calling = allowed.find(({ act }) => act === 'callVisit');
  if (!calling) throw new Error(`${INSPECTOR} may not call for a visit`);
  const sending = { account: INSPECTOR, key: randomUUID() };
  await town.oneWindow.act(sending, calling, {
    act: 'callVisit',
    ground: 'complaint',
    reason: '群众反映（示例）',
  });
  const { workItems } = await town.oneWindow.caseOf(INSPECTOR, supervision);
  item = workItems.find(({ step, status }) => step === 'visit' && status === 'open')?.id ?? '';
});

const form = (page: Page) => page.locator('main form');

async function open(page: Page): Promise<void> {
  await page.goto(`${town.publicUrl}/portal/visits`);
  await settled(page);
  await page.getByRole('link', { name: '填写检查记录' }).click();
  await form(page).waitFor();
}

async function submit(page: Page): Promise<void> {
  await page.getByRole('button', { name: '提交检查记录' }).click();
}

/** What was seen of a line of the checklist. */
async function says(page: Page, line: string, result: string): Promise<void> {
  await page.getByRole('group', { name: line }).getByLabel(result, { exact: true }).check();
}

async function come(): Promise<Visit> {
  const there = await visit(window);
  await signInToPortal(there.page, town, INSPECTOR);
  return there;
}

describe('the record of a visit on a phone', () => {
  it('loses no text when the connection breaks and the page is closed, and is recorded once', async () => {
    const first = await come();
    await open(first.page);
    await says(first.page, '疏散通道', '不符合');
    await says(first.page, '用火', '未检查');
    await first.page.getByLabel('严重', { exact: true }).check();
    await first.page.getByRole('textbox', { name: '发现的问题' }).fill(FOUND);
    await first.page.getByRole('textbox', { name: '依据条款' }).fill('消防法 第二十八条');
    await window.setOffline(true);
    await first.page.getByRole('textbox', { name: '情况记录' }).fill('检查了疏散通道（示例）');
    await submit(first.page);
    await form(first.page).getByRole('alert').getByText('连不上服务器').waitFor();
    await first.end();

    await window.setOffline(false);
    const second = await come();
    await open(second.page);
    expect(await second.page.getByRole('textbox', { name: '发现的问题' }).inputValue()).toBe(FOUND);
    const shown = { name: '通道.png', mimeType: 'image/png', buffer: await image('png', 40, 30) };
    await second.page.locator('#photographs-0').setInputFiles(shown);
    // The line breaks between the record and its photograph: the page says what is not sent yet.
    await second.page.route('**/photographs', (route) => route.abort());
    await submit(second.page);
    await second.page.getByRole('group', { name: '消防设施' }).getByText('检查表须逐项填写').waitFor();
    await says(second.page, '消防设施', '符合');
    await submit(second.page);
    await second.page.getByText('还有 1 张照片没有发送').waitFor();
    await second.page.unroute('**/photographs');
    await second.page.getByRole('button', { name: '再次发送照片' }).click();
    await second.page.waitForURL('**/portal/visits');
    const events = await town.oneWindow.eventsOf(INSPECTOR, supervision);
    const [recorded, ...others] = events.filter(({ type }) => type === 'visited');
    expect(others).toEqual([]);
    expect(recorded).toMatchObject({
      workItem: item,
      facts: {
        severities: ['grave'],
        checked: [
          { line: 'escape', result: 'unfit' },
          { line: 'fireEquipment', result: 'fit' },
          { line: 'fireUse', result: 'notSeen' },
        ],
      },
      particulars: { findings: [{ line: 'escape', text: FOUND }] },
    });
    const papers = await town.database.db.selectFrom('paper').select(['work_item', 'finding_no']).execute();
    expect(papers.filter(({ work_item }) => work_item !== null)).toEqual([
      { work_item: item, finding_no: 1 },
    ]);
    expect(await second.page.evaluate('Object.keys(localStorage).join(" ")')).not.toContain(item);
    await second.end();
    // The browser tells of the request that was broken off.
    const complaints = second.complaints.filter((words) => !words.includes('ERR_FAILED'));
    expect(complaints).toEqual([expect.stringContaining('422')]);
  });

  it('is not offered again once it is made', async () => {
    const there = await come();
    await there.page.goto(`${town.publicUrl}/portal/visits/${item}`);
    await there.page.getByText('这次检查已经记录。').waitFor();
    await there.end();
  });
});
