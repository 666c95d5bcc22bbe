import { type FileFault, fileFaults } from '../../domain/fileFault';
import type { FieldFault } from './problem';

/** What is wrong with one file of an upload, with its name and what is allowed. */
export function fileFaultIn(
  index: number,
  fileName: string,
  fault: FileFault,
  allowed: readonly string[],
): FieldFault {
  const { zh, en } = fileFaults[fault];
  return {
    pointer: `/file/${index}`,
    code: fault,
    message: { zh: `“${fileName}”：${zh}`, en: `"${fileName}": ${en}` },
    ...(allowed.length > 0 && { expected: allowed }),
  };
}
