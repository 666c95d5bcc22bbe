import type { Request, Response } from 'express';
import { FileRefused } from '../../domain/fileFault';
import type { PaperKind } from '../../domain/paper';
import type { PaperDesk } from '../../infra/papers/desk';
import { fileFaultIn } from './fileFaults';
import { receiveForm, type ReceivedFile } from './form';
import { type FieldFault, Problem } from './problem';

/** A file of an upload that was found to be a paper. */
export interface UploadedFile extends ReceivedFile {
  readonly kind: PaperKind;
}

export interface Uploaded {
  /** The fields beside the files, not checked yet. */
  readonly fields: unknown;
  readonly files: readonly UploadedFile[];
}

/**
 * Receives an upload and looks at each of its files. They are there until the work has ended; whatever is to stay
 * must be kept by then.
 * @throws Problem that names each file at fault; then none is taken
 */
export function withUpload<T>(
  desk: PaperDesk,
  req: Request,
  res: Response,
  mostFiles: number,
  work: (uploaded: Uploaded) => Promise<T>,
): Promise<T> {
  return desk.withFolder(async (folder) => {
    const { fields, files } = await receiveForm(req, res, folder, mostFiles);
    return work({ fields, files: await inspected(desk, files) });
  });
}

async function inspected(desk: PaperDesk, files: readonly ReceivedFile[]): Promise<UploadedFile[]> {
  const taken: UploadedFile[] = [];
  const errors: FieldFault[] = [];
  for (const [index, file] of files.entries()) {
    try {
      taken.push({ ...file, kind: await kindOf(desk, file) });
    } catch (error) {
      if (!(error instanceof FileRefused)) throw error;
      errors.push(fileFaultIn(index, file.fileName, error.fault, error.allowed));
    }
  }
  if (errors.length > 0) throw new Problem('fileRefused', { errors });
  return taken;
}

async function kindOf(desk: PaperDesk, { bytes, path }: ReceivedFile): Promise<PaperKind> {
  if (bytes === 0) throw new FileRefused('empty', []);
  return desk.inspect(path);
}
