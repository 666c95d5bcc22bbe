import type { Page } from 'playwright-core';
import { fieldId } from '../../web/form/fieldId';
import { byPointer, type Hands } from './hands';

/** Fills the portal's forms as a person would, each value in the field that its pointer names. */
export function portalForm(page: Page, root: string, hands: Hands = byPointer) {
  const control = (pointer: string) => page.locator(`[id="${fieldId(root + pointer)}"]`);
  const group = (pointer: string) => page.locator(`fieldset:has(> [id="${fieldId(root + pointer)}-label"])`);

  async function fill(pointer: string, value: unknown): Promise<void> {
    if (value === null || value === undefined) return;
    if (Array.isArray(value)) await fillList(pointer, value);
    else if (typeof value === 'object') {
      for (const [name, part] of Object.entries(value)) await fill(`${pointer}/${name}`, part);
    } else await put(pointer, value as string | number | boolean);
  }

  async function fillList(pointer: string, values: readonly unknown[]): Promise<void> {
    for (const [index, value] of values.entries()) {
      if (typeof value === 'object') {
        await hands.press(group(pointer).getByRole('button', { name: '添加' }));
        await fill(`${pointer}/${index}`, value);
      } else {
        await pick(pointer, value as string);
      }
    }
  }

  /** One value: written or chosen where there is one control for it, else ticked among several. */
  async function put(pointer: string, value: string | number | boolean): Promise<void> {
    const single = control(pointer);
    if ((await single.count()) === 0) {
      const answer = typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);
      await pick(pointer, answer);
    } else if ((await single.evaluate((element) => element.localName)) === 'select') {
      await hands.select(single, String(value));
    } else {
      await hands.write(single, String(value));
    }
  }

  function pick(pointer: string, answer: string): Promise<void> {
    return hands.pick(group(pointer).locator('label', { has: page.locator(`input[value="${answer}"]`) }));
  }

  return { fill };
}
