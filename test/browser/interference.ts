import type { Page, Route } from 'playwright-core';

/** Keeps an answer back until it is let go. */
export async function heldBack(path: string, of: Page): Promise<() => void> {
  let letGo = (): void => undefined;
  const free = new Promise<void>((resolve) => (letGo = resolve));
  await of.route(path, async (route) => {
    await free;
    await route.fallback();
  });
  return letGo;
}

/** The server takes a request, and its answer is lost. */
export async function breakOff(route: Route): Promise<void> {
  await route.fetch();
  await route.abort();
}

/** Refuses a request as the API words it, for programs. */
export function refuse(route: Route, status: number, code: string): Promise<void> {
  const problem = {
    code,
    title: status === 503 || status === 409 ? '办不了' : '缺少 If-Match 或 Idempotency-Key',
    detail: '请重新读取最新状态，确认后以新的 ETag 再次提交；allowed 列出您可以进行的操作。',
    status,
    requestId: 'x',
  };
  return route.fulfill({ status, contentType: 'application/problem+json', body: JSON.stringify(problem) });
}

/** The checklist as it is before the scanner has looked. */
export async function unscanned(route: Route): Promise<void> {
  if (route.request().method() !== 'GET') return route.fallback();
  const response = await route.fetch();
  const { materials, ...others } = (await response.json()) as { materials: { papers: object[] }[] };
  const stateLabel = { zh: '已收到，等待查毒', en: 'Received, waits for the scanner' };
  const waiting = { state: 'received', stateLabel, content: null };
  const json = {
    ...others,
    materials: materials.map((each) => ({
      ...each,
      papers: each.papers.map((paper) => ({ ...paper, ...waiting })),
    })),
  };
  return route.fulfill({ response, json });
}
