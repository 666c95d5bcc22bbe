import { axeFindings, boxes, keyboardFindings } from './accessibility';
import type { Visit } from './browser';
import { ask } from './inPage';

interface Rules {
  /** Whether it is gone through by the keyboard as well, which takes long. */
  readonly keyboard: boolean;
  /** Whether it has dark colours, which follow the system. */
  readonly dark?: boolean;
  /** What the console may say all the same. */
  readonly mayComplain?: RegExp;
}

/** What every screen keeps, as tests of the one that is shown. */
export function keepsTheRules(there: () => Visit, { keyboard, dark, mayComplain }: Rules): void {
  it('draws all its Chinese, on a machine without a Chinese font too', async () => {
    expect(await boxes(there().page)).toEqual([]);
  });

  it('is no wider than the window', async () => {
    expect(await ask(there().page, 'overflow')).toBe(0);
  });

  it('keeps WCAG 2.2 AA as far as axe can tell', async () => {
    expect(await axeFindings(there().page)).toEqual([]);
  });

  if (dark) {
    it('keeps it in the dark as well', async () => {
      await there().page.emulateMedia({ colorScheme: 'dark' });
      expect(await axeFindings(there().page)).toEqual([]);
      await there().page.emulateMedia({ colorScheme: 'light' });
    });
  }

  if (keyboard) {
    it('is operated by the keyboard alone, the focus always in sight', async () => {
      expect(await keyboardFindings(there().page)).toEqual([]);
    });
  }

  it('has no errors and asks nothing of other machines', () => {
    const complaints = there().complaints.filter((complaint) => !mayComplain?.test(complaint));
    expect(complaints).toEqual([]);
  });
}
