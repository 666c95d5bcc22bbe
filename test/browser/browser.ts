import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { testGround } from '../ground/testGround';

export const widths = {
  desktop: { viewport: { width: 1280, height: 800 } },
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
} as const;
export type Width = keyof typeof widths;

export function openBrowser(): Promise<Browser> {
  const { chromium: program } = testGround();
  return chromium.launch(program === null ? { channel: 'chrome' } : { executablePath: program });
}

/** A visitor's browser: one for many visits, so that fonts are fetched once. */
export function openWindow(browser: Browser, width: Width): Promise<BrowserContext> {
  // A screen is looked at as it stays, not on its way there.
  return browser.newContext({ ...widths[width], reducedMotion: 'reduce' });
}

/** A page and what it complained of. */
export interface Visit {
  readonly page: Page;
  /**
   * Errors on the console, among them each breach of the content security policy; errors of scripts; and requests
   * that would leave this machine.
   */
  readonly complaints: readonly string[];
  end(): Promise<void>;
}

/** Comes as somebody whom no page knows yet. */
export async function visit(window: BrowserContext): Promise<Visit> {
  await window.clearCookies();
  const page = await window.newPage();
  const complaints: string[] = [];
  const failed = new Set<string>();
  page.on('response', (response) => {
    // A page that says "not found" is a page as well, though the console calls it a failure.
    if (response.request().isNavigationRequest() && response.status() >= 400) failed.add(response.url());
  });
  page.on('console', (message) => {
    const { url } = message.location();
    // The portal asks who is there, and learns so that nobody is signed in.
    const expected = failed.has(url) || url.endsWith('/api/v1/me');
    const aboutPage = message.text().startsWith('Failed to load resource') && expected;
    if (message.type() === 'error' && !aboutPage) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol !== 'data:' && hostname !== '127.0.0.1') complaints.push(`asks for ${request.url()}`);
  });
  return { page, complaints, end: () => page.close() };
}

/** Waits until the page is drawn as it will stay: its fonts come in pieces, each when a text needs it. */
export async function drawn(page: Page): Promise<void> {
  await page.waitForLoadState('load');
  await page.evaluate('document.fonts.ready.then(() => undefined)');
}
