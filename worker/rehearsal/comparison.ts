import type { Timeline } from './timeline';

/** What differs between the timelines of one case under two plans; `−` is only in the first, `+` only in the second. */
export interface Changed {
  readonly id: string;
  readonly title: Timeline['title'];
  readonly lines: readonly string[];
}

/** The cases that go otherwise under another plan. */
export function compareTimelines(before: readonly Timeline[], after: readonly Timeline[]): Changed[] {
  return after.flatMap((timeline) => {
    const old = before.find(({ id }) => id === timeline.id);
    const lines = differing(whole(old), whole(timeline));
    return lines.length === 0 ? [] : [{ id: timeline.id, title: timeline.title, lines }];
  });
}

function whole(timeline: Timeline | undefined): string[] {
  return timeline ? [...timeline.lines, `${timeline.ending.zh} ${timeline.ending.en}`] : [];
}

/** The lines that a longest common subsequence leaves over, in order. */
function differing(a: readonly string[], b: readonly string[]): string[] {
  const width = b.length + 1;
  const longest = new Array<number>((a.length + 1) * width).fill(0);
  const at = (i: number, j: number): number => longest[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      longest[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const lines: string[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) [i, j] = [i + 1, j + 1];
    else if (i < a.length && (j === b.length || at(i + 1, j) >= at(i, j + 1)))
      lines.push(`− ${a[i++] ?? ''}`);
    else lines.push(`+ ${b[j++] ?? ''}`);
  }
  return lines;
}
