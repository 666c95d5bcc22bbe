import { axeFindings, boxes, keyboardFindings } from './accessibility';
import { type Visit, widths } from './browser';
import { ask } from './inPage';

const usual = widths.desktop.viewport;

interface Rules {
  /** Whether it is gone through by the keyboard as well, which takes long. */
  readonly keyboard: boolean;
  /** Whether it is looked at as 200 % and as large print make it: half as wide. */
  readonly enlarged?: boolean;
  /** Whether it has dark colours, which follow the system. */
  readonly dark?: boolean;
  /** What the console may say all the same. */
  readonly mayComplain?: RegExp;
}

/** What every screen keeps, as tests of the one that is shown. */
export function keepsTheRules(there: () => Visit, { keyboard, enlarged, dark, mayComplain }: Rules): void {
  it('draws all its Chinese, on a machine without a Chinese font too', async () => {
    expect(await boxes(there().page)).toEqual([]);
  });

  it('is no wider than the window', async () => {
    expect(await ask(there().page, 'overflow')).toBe(0);
  });

  if (enlarged) {
    it('is no wider than the window at 200 %, in large print too', async () => {
      const { page } = there();
      await page.setViewportSize({ width: usual.width / 2, height: usual.height / 2 });
      const at = [await ask(page, 'overflow')];
      await page.evaluate("document.documentElement.classList.add('large')");
      at.push(await ask(page, 'overflow'));
      await page.evaluate("document.documentElement.classList.remove('large')");
      await page.setViewportSize(usual);
      expect(at).toEqual([0, 0]);
    });

    it('moves nothing for whoever wants no motion', async () => {
      expect(await ask(there().page, 'moving')).toEqual([]);
    });
  }

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
