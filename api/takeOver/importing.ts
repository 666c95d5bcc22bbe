import type { Actor } from '../../domain/actor';
import type { CaseFile } from '../../domain/caseFile';
import type { Plan } from '../../domain/plan';
import type { Tx } from '../../infra/db/connect';
import { KnownAlready } from '../../infra/record/takeOver';
import { TakeOverEntry } from '../contracts/takeOver';
import { contentOf } from '../http/request';
import { Problem } from '../http/problem';
import { problemKinds } from '../http/problemKinds';
import { todayOf } from '../planning';
import type { Column } from './columns';
import type { Row } from './csv';
import { entryOf, faultsIn, headed, type RowFault } from './rows';
import { noteTakenOver, problemOf, type TakingOver, tookOver } from './takingOver';

/** What became of the rows of a file. */
export interface Imported {
  readonly taken: readonly { readonly line: number; readonly caseId: string; readonly name: string }[];
  /** What was taken over before, by the same receipt: harmless when a file is read again. */
  readonly skipped: readonly { readonly line: number; readonly caseId: string }[];
  readonly faults: readonly RowFault[];
  /** Whether anything was written. */
  readonly written: boolean;
}

/** `dryRun` writes nothing; `whole` writes all rows or none; `each` writes what is right and leaves the rest. */
export type ImportMode = 'dryRun' | 'whole' | 'each';

/** Thrown to take back what a transaction has written. */
class TakenBack extends Error {}

/** Takes over the institutions of a file's rows, the first of which names its columns. */
export async function importRows(
  on: TakingOver,
  [head, ...rows]: readonly Row[],
  actor: Actor,
  mode: ImportMode,
): Promise<Imported> {
  const { plan } = await on.plans.inForce(await todayOf(on));
  if (!head) return { taken: [], skipped: [], faults: [empty], written: false };
  const { found, faults } = headed(head);
  if (faults.length > 0) return { taken: [], skipped: [], faults, written: false };
  const all = rows.map((row) => ({ row, columns: found, plan }));
  if (mode !== 'each') return inOne(on, all, actor, mode === 'dryRun');
  const done: Imported[] = [];
  for (const each of all) done.push(await inOne(on, [each], actor, false));
  return {
    taken: done.flatMap(({ taken }) => taken),
    skipped: done.flatMap(({ skipped }) => skipped),
    faults: done.flatMap((one) => one.faults),
    written: true,
  };
}

const empty: RowFault = {
  line: 1,
  column: null,
  message: { zh: '文件为空：第一行写列名', en: 'The file is empty: its first row names the columns' },
  allowed: [],
};

interface Given {
  readonly row: Row;
  readonly columns: readonly Column[];
  readonly plan: Plan;
}

/** Rows in one transaction: all of them, or none where one is at fault. */
async function inOne(
  on: TakingOver,
  all: readonly Given[],
  actor: Actor,
  dryRun: boolean,
): Promise<Imported> {
  const taken: { line: number; file: CaseFile; name: string }[] = [];
  const skipped: { line: number; caseId: string }[] = [];
  const faults: RowFault[] = [];
  const written = await on.ground.db
    .transaction()
    .execute(async (tx) => {
      for (const given of all) {
        const { line } = given.row;
        const result = await take(on, tx, given, actor);
        if ('file' in result) taken.push({ line, ...result });
        else if ('faults' in result) faults.push(...result.faults);
        else skipped.push({ line, ...result });
      }
      if (dryRun || faults.length > 0) throw new TakenBack();
      const files = taken.map(({ file }) => file);
      await noteTakenOver(tx, on.ground, files, { actor, requestId: null });
      return true;
    })
    .catch((error: unknown) => {
      if (error instanceof TakenBack) return false;
      throw error;
    });
  const shown = taken.map(({ line, file, name }) => ({ line, caseId: file.caseId, name }));
  return { taken: shown, skipped, faults, written };
}

type Result =
  | { readonly file: CaseFile; readonly name: string }
  | { readonly caseId: string }
  | { readonly faults: readonly RowFault[] };

async function take(on: TakingOver, tx: Tx, given: Given, actor: Actor): Promise<Result> {
  const { row, columns, plan } = given;
  try {
    const entry = contentOf(TakeOverEntry, entryOf(columns, row, plan)) as TakeOverEntry;
    const file = await tookOver(on, tx, entry, actor);
    return { file, name: entry.application.institution.name };
  } catch (error) {
    if (error instanceof KnownAlready)
      return error.same === null ? { faults: told(given, problemOf(error)) } : { caseId: error.same };
    if (error instanceof Problem) return { faults: told(given, error) };
    throw error;
  }
}

function told({ row, plan }: Given, { code, details: { errors = [] } }: Problem): readonly RowFault[] {
  if (errors.length > 0) return faultsIn(row, errors, plan);
  return [{ line: row.line, column: null, message: problemKinds[code].title, allowed: [] }];
}
