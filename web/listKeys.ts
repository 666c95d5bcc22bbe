type Press = (row: HTMLElement, rows: readonly HTMLElement[]) => void;

const next = step(1);
const previous = step(-1);

/** What a key does in a row of the worklist. */
const presses: Readonly<Record<string, Press>> = {
  ArrowDown: next,
  j: next,
  ArrowUp: previous,
  k: previous,
  x: press('input[type="checkbox"]'),
  s: press('[data-act="claim"], [data-act="release"]'),
  d: press('[data-act="delegate"]'),
};

/**
 * Keys of a list whose rows are `li`. They count only while the focus is in it, so that whoever dictates or types elsewhere
 * sets nothing off (WCAG 2.1.4).
 */
export function listKeys(event: KeyboardEvent): void {
  if (event.ctrlKey || event.altKey || event.metaKey || !(event.currentTarget instanceof HTMLElement)) return;
  const act = presses[event.key];
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>(':scope > li')];
  const row = rows.find((each) => each.contains(event.target as Node));
  if (!act || !row) return;
  event.preventDefault();
  act(row, rows);
}

function step(by: number): Press {
  return (row, rows) => rows[rows.indexOf(row) + by]?.querySelector('a')?.focus();
}

function press(control: string): Press {
  return (row) => row.querySelector<HTMLElement>(control)?.click();
}
