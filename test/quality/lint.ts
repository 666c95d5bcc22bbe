import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(__dirname, '../..');

export interface Snippet {
  readonly path: string;
  readonly code: string;
}

/** The rules that our ESLint configuration finds broken in each snippet, were it a file at its path. */
export function lint(snippets: readonly Snippet[]): string[][] {
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(__dirname, 'lintSnippets.mjs')], {
    cwd: root,
    input: JSON.stringify(snippets),
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`ESLint failed: ${stderr}`);
  return JSON.parse(stdout) as string[][];
}
