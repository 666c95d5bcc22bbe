import type { CaseFile, WorkItem } from '../../domain/caseFile';
import { sideRulesIn } from '../../domain/changes/items';
import { writerOf } from '../../domain/changes/letters';
import type { Tx } from '../db/connect';
import { nextNumber } from './serialNumber';

/** 文号, by unit and year, without gaps or repeats: `下石桥托〔2026〕1号`. */
export async function nextLetterNumber(
  tx: Tx,
  file: CaseFile,
  item: WorkItem,
  year: number,
): Promise<string> {
  const unit = writerOf(file, item.id);
  const mark = sideRulesIn(file).marks[unit];
  if (mark === undefined) throw new RangeError(`The plan of case ${file.caseId} gives ${unit} no mark`);
  return `${mark}〔${year}〕${await nextNumber(tx, mark, year)}号`;
}
