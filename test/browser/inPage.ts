import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame, Page } from 'playwright-core';

interface Focus {
  /** As `controls` numbered it; NaN for something else. */
  readonly control: number;
  readonly inView: boolean;
  readonly ring: boolean;
  /** Of the ring against what is behind it. */
  readonly contrast: number;
}

interface Answers {
  readonly controls: readonly string[];
  readonly focus: Focus | null;
  readonly overflow: number;
  readonly moving: readonly string[];
  readonly chinese: readonly string[];
}

const source = readFileSync(join(__dirname, 'questions.js'), 'utf8');

/** Asks a page one of the questions in questions.js: evaluated from outside, so that no policy of the page is bent. */
export function ask<Q extends keyof Answers>(page: Page | Frame, question: Q): Promise<Answers[Q]> {
  return page.evaluate<Answers[Q]>(`(() => { ${source}\nreturn ${question}(); })()`);
}
