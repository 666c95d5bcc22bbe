import type { Locator, Page } from 'playwright-core';

/** How a person works on a page. */
export interface Hands {
  write(field: Locator, text: string): Promise<void>;
  select(field: Locator, value: string): Promise<void>;
  /** A radio button or a box to tick, by the label that it stands in. */
  pick(label: Locator): Promise<void>;
  press(control: Locator): Promise<void>;
}

/** By the pointer. Element Plus hides its boxes, so a person points at the words. */
export const byPointer: Hands = {
  write: (field, text) => field.fill(text),
  select: async (field, value) => {
    await field.selectOption(value);
  },
  pick: (label) => label.click(),
  press: (control) => control.click(),
};

/** More keys than any screen needs to get from one of its ends to the other. */
const FAR = 400;

/** By the keyboard alone: Tab to what is wanted, arrows among choices, Space and Enter. */
export function byKeyboard(page: Page): Hands & { come(control: Locator): Promise<void> } {
  const { keyboard } = page;

  async function come(control: Locator): Promise<void> {
    await control.waitFor({ state: 'attached' });
    for (let keys = 0; keys < FAR; keys += 1) {
      const where = await whereFrom(control);
      if (where === 'here') return;
      await keyboard.press(where === 'before' ? 'Shift+Tab' : 'Tab');
    }
    throw await unreached(control);
  }

  return {
    come,
    async write(field, text) {
      await come(field);
      await keyboard.press('Control+A');
      await keyboard.type(text);
    },
    async select(field, value) {
      await come(field);
      await keyboard.press('Home');
      for (let keys = 0; keys < FAR && (await field.inputValue()) !== value; keys += 1)
        await keyboard.press('ArrowDown');
    },
    async pick(label) {
      const input = label.locator('input');
      if ((await input.getAttribute('type')) === 'radio') await arrowTo(input);
      else await come(input);
      if (!(await input.isChecked())) await keyboard.press('Space');
    },
    async press(control) {
      await come(control);
      await keyboard.press('Enter');
    },
  };

  /** Tab comes to one of a group of radio buttons, the arrows to the others. */
  async function arrowTo(input: Locator): Promise<void> {
    const group = input.locator('xpath=ancestor::*[@role="radiogroup"][1]');
    for (let keys = 0; keys < FAR; keys += 1) {
      const where = await whereFrom(input);
      if (where === 'here') return;
      const inside = await group.evaluate((element: InPage) =>
        element.contains(element.ownerDocument.activeElement),
      );
      await keyboard.press(inside ? 'ArrowDown' : where === 'before' ? 'Shift+Tab' : 'Tab');
    }
    throw await unreached(input);
  }
}

/** As much of an element as is asked for here: tests are compiled without the types of a page. */
interface InPage {
  readonly outerHTML: string;
  readonly ownerDocument: { readonly activeElement: InPage | null; readonly body: InPage };
  compareDocumentPosition(other: InPage): number;
  contains(other: InPage | null): boolean;
}

/** Whether a control has the focus, or lies before or after what has it; 2 is how the DOM says before. */
function whereFrom(control: Locator): Promise<'here' | 'before' | 'after'> {
  return control.evaluate((element: InPage) => {
    const focused = element.ownerDocument.activeElement ?? element.ownerDocument.body;
    if (focused === element) return 'here';
    return focused.compareDocumentPosition(element) & 2 ? 'before' : 'after';
  });
}

async function unreached(control: Locator): Promise<Error> {
  const html = await control.evaluate((element: InPage) => element.outerHTML);
  return new Error(`The keyboard does not come to ${html.slice(0, 200)}`);
}
