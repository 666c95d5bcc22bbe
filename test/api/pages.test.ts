import { problemKinds } from '../../api/http/problemKinds';
import { valuesOf } from '../../domain/label';
import { roles } from '../../domain/vocabulary';
import { applicant, official } from '../world/people';
import { type Browser, openBrowser, signIn } from './browser';
import { administrator, type House, openHouse } from './house';
import { apply } from './way';

let house: House;
let caseId: string;
beforeAll(async () => {
  house = await openHouse();
  caseId = await apply(house);
});
afterAll(() => house.close());

const html = { headers: { accept: 'text/html' } };
const page = (path: string, browser: Browser = openBrowser(house)) => browser.ask('GET', path, html);

describe('every page', () => {
  const paths = ['/', '/docs', '/register', '/verify', '/verify/XCTY-C-2026-000001', '/problems', '/nothing'];

  it.each(paths)('loads nothing from outside: %s', async (path) => {
    const { text } = await page(path);
    const loaded = [
      ...text.matchAll(/<(?:script|link|img|iframe|form)\b[^>]*?\b(?:src|href|action)="([^"]*)"/g),
    ];
    expect(loaded.length).toBeGreaterThan(0);
    for (const [, address] of loaded) expect(address).toMatch(/^\/(?!\/)/);
    expect(text).not.toMatch(/<script(?![^>]*\bsrc=)|\son\w+="|style="/);
  });

  it.each(paths)('has what it loads: %s', async (path) => {
    const { text } = await page(path);
    const parts = [...text.matchAll(/<(?:script|link)\b[^>]*?\b(?:src|href)="([^"]*)"/g)];
    for (const [, address] of parts) expect((await house.call(null, 'GET', address!)).status).toBe(200);
  });

  it.each(paths)('is Chinese first, with its English marked as such: %s', async (path) => {
    const { headers, text } = await page(path);
    expect(headers.get('content-language')).toBe('zh-CN, en');
    expect(text).toMatch(/^<!doctype html>\s*<html lang="zh-CN">/);
    expect(text).toMatch(/lang="en"/);
  });
});

describe('the API’s own page', () => {
  it('shows the description with a viewer from this house', async () => {
    expect((await page('/docs')).text).toContain('/assets/swagger-ui/swagger-ui-bundle.js');
    const script = await house.call(null, 'GET', '/assets/apiViewer.js');
    expect(script.text).toContain("url: '/openapi.json'");
    expect(script.text).not.toMatch(/https?:/);
  });

  it('takes styles and fonts from nowhere else', async () => {
    for (const sheet of [
      '/assets/style.css',
      '/assets/fonts/wght.css',
      '/assets/swagger-ui/swagger-ui.css',
    ]) {
      const { text } = await house.call(null, 'GET', sheet);
      const addresses = [...text.matchAll(/url\(["']?([^"')]+)/g)].map(([, address]) => address!);
      expect(addresses.filter((address) => !/^(data:|\.{0,2}\/?[\w-])/.test(address))).toEqual([]);
      expect(addresses.filter((address) => /^(https?:)?\/\//.test(address))).toEqual([]);
      expect(text).not.toMatch(/@import\s+(url\()?["']?(https?:)?\/\//);
    }
  });
});

describe('the home page', () => {
  const signedIn = async (sub: string) => {
    const browser = openBrowser(house);
    await signIn(house, browser, sub);
    return page('/', browser);
  };

  it('invites a visitor to sign in, and shows nothing of any case', async () => {
    const { text } = await page('/');
    expect(text).toContain('href="/auth/login"');
    expect(text).not.toContain(caseId);
  });

  it('shows an applicant their cases, and an official what waits for them', async () => {
    expect((await signedIn(applicant.sub)).text).toContain(caseId);
    const clerk = (await signedIn(official('shiqiao', 'intakeClerk').sub)).text;
    for (const words of ['石桥街道', '窗口受理员', caseId, '2026-10-10']) expect(clerk).toContain(words);
    expect((await signedIn(official('tianshui', 'intakeClerk').sub)).text).not.toContain(caseId);
  });

  it('is there for everybody who can sign in, whatever their role', async () => {
    const people = [...valuesOf(roles).map((role) => official('shiqiao', role)), administrator, applicant];
    for (const { sub } of people) {
      const { status, text } = await signedIn(sub);
      expect([sub, status]).toEqual([sub, 200]);
      expect(text).toContain(`人员 ${sub}`);
      expect(text).toMatch(/<form action="\/auth\/logout" method="post">/);
    }
  });
});

describe('the pages of problems', () => {
  it('explain every code that an answer can name as its type', async () => {
    const list = (await page('/problems')).text;
    for (const [code, { title, mend, status }] of Object.entries(problemKinds)) {
      expect(list).toContain(`href="/problems/${code}"`);
      const { text } = await page(`/problems/${code}`);
      for (const words of [title.zh, mend.zh, String(status)]) expect(text).toContain(escaped(words));
    }
  });
});

function escaped(words: string): string {
  return words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/'/g, '&#39;');
}
