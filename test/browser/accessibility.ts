import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { ask } from './inPage';

/** WCAG 2.2, levels A and AA. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];

/** What axe finds on a page, a line each: rule, element, why. A frame that allows no scripts is not looked into. */
export async function axeFindings(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  // What only incomplete or passing results and the orientation rule (not among these tags) need is left out.
  const options = JSON.stringify({
    runOnly: { type: 'tag', values: tags },
    resultTypes: ['violations'],
    iframes: false,
    preload: false,
  });
  const { violations } = await page.evaluate<AxeResults>(`axe.run(document, ${options})`);
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target }) => `${id}: ${target.join(' ')}: ${help}`),
  );
}

/** What the Tab key does not reach, or reaches without showing it, a line each. */
export async function keyboardFindings(page: Page): Promise<string[]> {
  const controls = await ask(page, 'controls');
  const left = new Map(controls.entries());
  const findings: string[] = [];
  // A frame holds the focus for as many keys as there are links in it.
  for (let key = 0; left.size > 0 && key < controls.length + 20; key += 1) {
    await page.keyboard.press('Tab');
    const focus = await ask(page, 'focus');
    const name = focus && left.get(focus.control);
    if (!focus || name === undefined || name === null) continue;
    left.delete(focus.control);
    if (name.startsWith('<iframe>')) continue;
    if (!focus.inView) findings.push(`out of sight when focused: ${name}`);
    if (!focus.ring) findings.push(`no ring when focused: ${name}`);
    else if (focus.contrast < 3) findings.push(`a ring of contrast ${focus.contrast.toFixed(1)}: ${name}`);
  }
  return [...findings, ...[...left.values()].map((name) => `not reached: ${name}`)];
}

/** Fonts that have Chinese, on whatever machine this runs. */
const chineseFonts = /Noto Sans (Mono )?(SC|CJK)|Source Han|PingFang|YaHei|Hei|Song|Droid Sans Fallback/;

/** Chinese words that are drawn as empty boxes, since no font has them. */
export async function boxes(page: Page): Promise<string[]> {
  const texts = await ask(page, 'chinese');
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root } = await session.send('DOM.getDocument');
  const selector = { nodeId: root.nodeId, selector: '[data-chinese]' };
  const { nodeIds } = await session.send('DOM.querySelectorAll', selector);
  const missing: string[] = [];
  for (const [index, nodeId] of nodeIds.entries()) {
    const words = texts[index] ?? '';
    const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
    const able = fonts.filter(({ familyName }) => chineseFonts.test(familyName));
    const drawn = able.reduce((sum, { glyphCount }) => sum + glyphCount, 0);
    if (drawn < words.length) missing.push(`${words} (${fonts.map((font) => font.familyName).join(', ')})`);
  }
  await session.detach();
  return missing;
}
