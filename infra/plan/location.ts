import { type Document, isAlias, isMap, isNode, isScalar, isSeq, type LineCounter, type Node } from 'yaml';
import type { Fault, PathKey } from './problem';

interface Location {
  readonly line: number;
  readonly column: number;
}

/** Where a fault lies in the file: at its value or key, or at what should have held it. */
export function locate(
  document: Document,
  lines: LineCounter,
  { path, at }: Pick<Fault, 'path' | 'at'>,
): Location {
  return positionOf(lines, offsetOf(document, path, at));
}

/** Line and column of an offset, both beginning with 1. */
export function positionOf(lines: LineCounter, offset: number): Location {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(line, 1), column: Math.max(col, 1) };
}

function offsetOf(document: Document, path: readonly PathKey[], at: Fault['at']): number {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const [index, key] of path.entries()) {
    const step = stepInto(document, node, key);
    if (!step) return offset;
    const isTheKey = at === 'key' && index === path.length - 1;
    offset = (isTheKey ? step.keyStart : startOf(step.value)) ?? step.keyStart ?? offset;
    node = step.value;
  }
  return offset;
}

function stepInto(
  document: Document,
  parent: unknown,
  key: PathKey,
): { readonly keyStart: number | undefined; readonly value: unknown } | null {
  const node = isAlias(parent) ? parent.resolve(document) : parent;
  if (isMap(node)) {
    const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key));
    return pair ? { keyStart: startOf(pair.key), value: pair.value } : null;
  }
  if (isSeq(node)) {
    const value = node.items[Number(key)];
    return value === undefined ? null : { keyStart: undefined, value };
  }
  return null;
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? (node as Node).range?.[0] : undefined;
}
