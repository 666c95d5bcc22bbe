import { type Document, type LineCounter, visit, type YAMLError } from 'yaml';
import type { Label } from '../../domain/label';
import { positionOf } from './location';
import { fault, inOrder, type PlanProblem, type PlanRule } from './problem';

/** The slips that are common in YAML, by the parser's codes. */
const slips: Readonly<Partial<Record<YAMLError['code'], string>>> = {
  TAB_AS_INDENT: '缩进须用空格，不能用制表符',
  BAD_INDENT: '缩进不对',
  DUPLICATE_KEY: '同一层有相同的键',
  MISSING_CHAR: '缺少引号、括号、逗号或冒号后的空格',
  MULTIPLE_DOCS: '一个文件只能有一份方案',
};

/** What keeps a file from being read as YAML. One slip makes the parser stumble on, so only the first is told. */
export function syntaxProblems(document: Document.Parsed, lines: LineCounter): PlanProblem[] {
  const isDouble = (error: YAMLError) => error.code === 'DUPLICATE_KEY';
  const first = document.errors.find((error) => !isDouble(error));
  const errors = first ? [first] : document.errors;
  return inOrder([
    ...errors.map((error) =>
      problem(lines, isDouble(error) ? 'duplicate' : 'syntax', error.pos[0], null, {
        zh: slips[error.code] ?? error.message,
        en: error.message,
      }),
    ),
    ...(first ? [] : missingAnchors(document, lines)),
  ]);
}

function missingAnchors(document: Document.Parsed, lines: LineCounter): PlanProblem[] {
  const problems: PlanProblem[] = [];
  visit(document, {
    Alias(_, alias) {
      if (alias.resolve(document)) return;
      problems.push(problem(lines, 'unknownReference', alias.range?.[0] ?? 0, `*${alias.source}`, null));
    },
  });
  return problems;
}

function problem(
  lines: LineCounter,
  rule: PlanRule,
  offset: number,
  found: string | null,
  detail: Label | null,
): PlanProblem {
  return { ...fault(rule, [], { found, detail }), ...positionOf(lines, offset), path: '', suggestion: null };
}
