import type { Label } from '../../domain/label';
import type { Plan } from '../../domain/plan';
import type { FieldFault } from '../http/problem';
import { type Column, columns } from './columns';
import type { Row } from './csv';

/** What is wrong in a file, where: `column` is as the file writes it; null where it is the whole row. */
export interface RowFault {
  readonly line: number;
  readonly column: string | null;
  readonly message: Label;
  readonly allowed: readonly string[];
}

/** The columns of a file in its order, by their names in either language; or what is wrong with its first row. */
export function headed({ line, cells }: Row): {
  readonly found: readonly Column[];
  readonly faults: readonly RowFault[];
} {
  const all = cells.map((cell) => columns.find(({ key, zh }) => cell === key || cell === zh));
  const found = all.filter((each) => each !== undefined);
  const fault = (column: string, zh: string, en: string, allowed: readonly string[] = []): RowFault => ({
    line,
    column,
    message: { zh, en },
    allowed,
  });
  const left = columns.filter((each) => !found.includes(each)).map(({ zh }) => zh);
  return {
    found,
    faults: [
      ...cells
        .filter((_, place) => !all[place])
        .map((cell) => fault(cell, '没有这一列', 'there is no such column', left)),
      ...found
        .filter((each, place) => found.indexOf(each) !== place)
        .map(({ zh }) => fault(zh, '这一列写了两次', 'stands there twice')),
      ...columns
        .filter((each) => each.needed && !found.includes(each))
        .map(({ zh }) => fault(zh, '缺少这一列', 'is missing')),
    ],
  };
}

/** A row as an entry of the API, to be held against its contract: what is empty is not stated. */
export function entryOf(found: readonly Column[], { cells }: Row, plan: Plan): unknown {
  const entry = structuredClone(unstated);
  found.forEach((column, place) => {
    const cell = cells[place] ?? '';
    if (cell !== '') put(entry, column.at, column.read(cell, plan));
  });
  const { application, organisation } = entry;
  put(entry, '/application/contact/organisation', organisation);
  if (application.facts.existingRegistration !== null)
    put(entry, '/application/facts/existingRegistration/changes', false);
  return entry;
}

/** What is wrong with an entry, by the columns of its row and in their words; what no column holds is said of the row. */
export function faultsIn({ line }: Row, faults: readonly FieldFault[], plan: Plan): RowFault[] {
  return faults.map(({ pointer, message, expected = [] }) => {
    const column = columnAt(pointer);
    const words = column?.words(plan) ?? [];
    return { line, column: column?.zh ?? null, message, allowed: words.length > 0 ? words : expected };
  });
}

/** The column whose value holds what a pointer names, or is part of it. */
function columnAt(pointer: string): Column | undefined {
  const isIn = (inner: string, outer: string) => inner === outer || inner.startsWith(`${outer}/`);
  return columns.find(({ at }) => isIn(pointer, at)) ?? columns.find(({ at }) => isIn(at, pointer));
}

const unstated = {
  registration: null,
  certificateNo: null,
  filing: {},
  application: {
    institution: { nameIsProvisional: false },
    contact: { locale: 'zh' },
    facts: {
      existingRegistration: null,
      premises: {
        areaSquareMetres: null,
        highestFloor: null,
        usesBasement: null,
        windowShare: null,
        videoDays: null,
      },
      staff: { carers: {}, headHasDegree: null, headYears: null, noCrimeProof: null },
      materials: [],
    },
  },
} as Record<string, unknown> & {
  readonly application: { readonly facts: { readonly existingRegistration: unknown } };
};

/** Sets a value at a JSON pointer, making what leads there. */
function put(entry: Record<string, unknown>, pointer: string, value: unknown): void {
  const [last = '', ...way] = pointer.split('/').slice(1).reverse();
  let inner = entry;
  for (const step of way.reverse()) inner = (inner[step] ??= {}) as Record<string, unknown>;
  inner[last] = value;
}
