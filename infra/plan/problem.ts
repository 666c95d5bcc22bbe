import type { Label, Labels } from '../../domain/label';

/** The rules that a plan file can break. */
const planRules = {
  unreadable: { zh: '文件无法读取', en: 'The file cannot be read' },
  syntax: { zh: 'YAML 语法错误', en: 'YAML syntax error' },
  missing: { zh: '缺少必填项', en: 'A required entry is missing' },
  unknownKey: { zh: '没有这一项', en: 'There is no such entry' },
  wrongKind: { zh: '填写的类型不对', en: 'This is the wrong kind of value' },
  notAllowed: { zh: '不是允许的值', en: 'This value is not allowed' },
  format: { zh: '写法不对', en: 'This is not written as it must be' },
  range: { zh: '超出范围', en: 'This is out of range' },
  unknownReference: { zh: '引用的代码不存在', en: 'This refers to an id that does not exist' },
  duplicate: { zh: '重复', en: 'This is there twice' },
  unused: { zh: '没有被使用', en: 'Nothing uses this' },
  contradiction: { zh: '前后矛盾', en: 'This contradicts another entry' },
} as const satisfies Labels<string>;
export type PlanRule = keyof typeof planRules;

export type PathKey = string | number;

/** What is wrong in a plan, by its path in the data; `at` is `key` where the entry's name itself is wrong. */
export interface Fault {
  readonly path: readonly PathKey[];
  readonly at: 'value' | 'key';
  readonly rule: PlanRule;
  readonly detail: Label | null;
  readonly allowed: readonly string[];
  readonly found: string | null;
}

/** A fault of the value at a path. */
export function fault(
  rule: PlanRule,
  path: readonly PathKey[],
  more: {
    readonly detail?: Label | null;
    readonly allowed?: readonly string[];
    readonly found?: string | null;
  } = {},
): Fault {
  const { detail = null, allowed = [], found = null } = more;
  return { path, at: 'value', rule, detail, allowed, found };
}

/** A fault found in a file; line and column begin with 1. */
export interface PlanProblem extends Omit<Fault, 'path' | 'at'> {
  readonly line: number;
  readonly column: number;
  /** `clocks[0].unit` */
  readonly path: string;
  /** The allowed value that was probably meant. */
  readonly suggestion: string | null;
}

/** As one reads the file: from the top. */
export function inOrder(problems: readonly PlanProblem[]): PlanProblem[] {
  return [...problems].sort((a, b) => a.line - b.line || a.column - b.column);
}

/** A plan file that cannot be used, with everything that is wrong in it. */
export class PlanFileError extends Error {
  override readonly name = 'PlanFileError';
  constructor(
    readonly file: string,
    readonly problems: readonly PlanProblem[],
  ) {
    super(problems.map((problem) => describeProblem(file, problem)).join('\n'));
  }
}

/** A problem in words: where, which rule, what is allowed; Chinese first. */
function describeProblem(file: string, problem: PlanProblem): string {
  const where = `${file}:${problem.line}:${problem.column}`;
  const path = problem.path === '' ? '' : ` ${problem.path}`;
  const { zh, en } = problemInWords(problem);
  return `${where}${path} (${problem.rule})\n  ${zh}\n  ${en}`;
}

/** What is wrong, what is allowed and what was probably meant. */
export function problemInWords(problem: PlanProblem): Label {
  return { zh: inChinese(problem), en: inEnglish(problem) };
}

function inChinese({ rule, found, detail, allowed, suggestion }: PlanProblem): string {
  return [
    planRules[rule].zh,
    found === null ? '' : found === '' ? '（空）' : `“${found}”`,
    detail === null ? '' : `：${detail.zh}`,
    allowed.length === 0 ? '' : `。可用：${allowed.join('、')}`,
    suggestion === null ? '' : `。是否想写 ${suggestion}？`,
  ].join('');
}

function inEnglish({ rule, found, detail, allowed, suggestion }: PlanProblem): string {
  return [
    planRules[rule].en,
    found === null ? '' : found === '' ? ' (empty)' : ` ("${found}")`,
    detail === null ? '' : `: ${detail.en}`,
    allowed.length === 0 ? '' : `. Allowed: ${allowed.join(', ')}`,
    suggestion === null ? '' : `. Did you mean ${suggestion}?`,
  ].join('');
}
