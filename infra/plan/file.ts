import { readFileSync } from 'node:fs';
import { type Document, LineCounter, parseDocument } from 'yaml';
import type { Plan } from '../../domain/plan';
import { faultsOf } from './issueFaults';
import { locate } from './location';
import { type Fault, fault, inOrder, type PathKey, PlanFileError, type PlanProblem } from './problem';
import { referenceFaults } from './references';
import { planFile } from './schema';
import { nearest } from './suggestion';
import { syntaxProblems } from './syntax';

/** Reads and checks a plan file. @throws PlanFileError with everything that is wrong in it */
export function readPlanFile(path: string): Plan {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const problem = fault('unreadable', [], { detail: { zh: reason, en: reason } });
    throw new PlanFileError(path, [{ ...problem, line: 1, column: 1, path: '', suggestion: null }]);
  }
  return parsePlan(text, path);
}

/** Checks the text of a plan file; `file` is the name that errors give it. @throws PlanFileError */
export function parsePlan(text: string, file: string): Plan {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const broken = syntaxProblems(document, lines);
  if (broken.length > 0) throw new PlanFileError(file, broken);
  const data: unknown = document.toJS();
  const checked = planFile.safeParse(data);
  const faults = checked.success
    ? referenceFaults(checked.data)
    : checked.error.issues.flatMap((issue) => faultsOf(issue, planFile, data));
  if (checked.success && faults.length === 0) return checked.data;
  throw new PlanFileError(file, inOrder(faults.map((fault) => located(fault, document, lines))));
}

function located(fault: Fault, document: Document, lines: LineCounter): PlanProblem {
  const { rule, detail, allowed, found } = fault;
  const suggestion = found === null ? null : nearest(found, allowed);
  return {
    ...locate(document, lines, fault),
    path: written(fault.path),
    rule,
    detail,
    allowed,
    found,
    suggestion,
  };
}

/** `clocks[0].unit` */
function written(path: readonly PathKey[]): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`;
    return text === '' ? key : `${text}.${key}`;
  }, '');
}
