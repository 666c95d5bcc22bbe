import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';
import multer, { MulterError, type StorageEngine } from 'multer';
import type { FileFault } from '../../domain/fileFault';
import { inMegabytes, paperLimits } from '../../infra/papers/limits';
import { Digest } from '../../infra/storage/digest';
import type { Content } from '../../infra/storage/storage';
import { fileFaultIn } from './fileFaults';
import { type FieldFault, Problem } from './problem';
import { through } from './through';

/** A file as it was received, on this machine's disk. */
export interface ReceivedFile extends Content {
  readonly fileName: string;
  readonly path: string;
}

export interface Form {
  /** The fields beside the files, not checked yet. */
  readonly fields: unknown;
  readonly files: readonly ReceivedFile[];
}

type StoredFile = Express.Multer.File & Content;

const { fileBytes, nameLength } = paperLimits;
const FIELD = 'file';
const FIELDS = 4;
/** What a body has beside its files. */
const FRAME_BYTES = 64 * 1_024;

/** One line without a path in it, nor signs that make it read as another. */
// eslint-disable-next-line no-control-regex -- control characters are what must stay out
const FILE_NAME = /^(?=.*\S)[^\u0000-\u001f\u007f/\\\u200e\u200f\u202a-\u202e\u2066-\u2069]+$/;

/**
 * Receives a body of files and fields into a folder, hashing each file while it is written.
 * @throws Problem where there is too much of anything, or it is no such body
 */
export async function receiveForm(
  req: Request,
  res: Response,
  folder: string,
  mostFiles: number,
): Promise<Form> {
  if (!req.is('multipart/form-data')) throw new Problem('formExpected', { headers: { accept: MULTIPART } });
  if (Number(req.get('content-length') ?? 0) > mostFiles * fileBytes + FRAME_BYTES) {
    throw new Problem('uploadTooLarge', { headers: { connection: 'close' } });
  }
  const names: string[] = [];
  const receive = multer({
    storage: intoFolder(folder),
    defParamCharset: 'utf8',
    fileFilter: (_req, { originalname }, take) => {
      names.push(originalname);
      if (isFileName(originalname)) take(null, true);
      else take(refusedFile(names, originalname, 'badName', [`1–${nameLength}`]));
    },
    limits: {
      fileSize: fileBytes,
      files: mostFiles,
      fields: FIELDS,
      fieldSize: 200,
      fieldNameSize: 50,
      parts: mostFiles + FIELDS,
      headerPairs: 20,
    },
  }).array(FIELD);
  await through(receive, req, res).catch((error: unknown) => {
    throw problemOf(error, req, names, mostFiles);
  });
  const files = (req.files ?? []) as unknown as readonly StoredFile[];
  if (files.length === 0) throw malformed({ pointer: `/${FIELD}`, ...words.missing });
  return { fields: { ...(req.body as object) }, files: files.map(receivedFile) };
}

const MULTIPART = 'multipart/form-data';

function isFileName(name: string): boolean {
  return name.length <= nameLength && FILE_NAME.test(name);
}

/** Writes each file under a name of ours. What is left of a failed upload goes with its folder. */
function intoFolder(folder: string): StorageEngine {
  return {
    _handleFile(_req, { stream }, done) {
      const path = join(folder, randomUUID());
      const digest = new Digest();
      pipeline(stream, digest, createWriteStream(path, { flags: 'wx', mode: 0o600 })).then(
        () => {
          const stored = { path, ...digest.content() };
          done(null, stored as Partial<Express.Multer.File>);
        },
        (error: unknown) => done(error),
      );
    },
    _removeFile: (_req, _file, done) => done(null),
  };
}

function receivedFile({ originalname, path, sha256, bytes }: StoredFile): ReceivedFile {
  return { fileName: originalname.normalize('NFC'), path, sha256, bytes };
}

const words = {
  missing: { code: 'required', message: { zh: '没有文件', en: 'there is no file' } },
  tooMany: { code: 'tooLarge', message: { zh: '文件过多', en: 'there are too many files' } },
  otherField: {
    code: 'unknownField',
    message: { zh: '文件应放在 file 字段', en: 'files go into the field "file"' },
  },
  fields: {
    code: 'invalidFormat',
    message: { zh: '字段过多、过长或名称不正确', en: 'has too many fields, or too long, or misnamed' },
  },
  broken: {
    code: 'invalidFormat',
    message: { zh: '不是完整的 multipart/form-data', en: 'is no whole multipart/form-data' },
  },
} as const;

function problemOf(error: unknown, req: Request, names: readonly string[], mostFiles: number): unknown {
  if (error instanceof MulterError) return ofLimit(error, names, mostFiles);
  if (error instanceof Problem || isOfTheDisk(error)) return error;
  // What is left is the body's own fault, or a caller who has gone and hears nothing of it.
  return malformed({ pointer: '', ...words.broken });
}

function ofLimit({ code, field }: MulterError, names: readonly string[], mostFiles: number): Problem {
  if (code === 'LIMIT_FILE_SIZE') {
    return refusedFile(names, names.at(-1) ?? '', 'tooLarge', [`≤ ${inMegabytes(fileBytes)}`]);
  }
  if (code === 'LIMIT_FILE_COUNT' || code === 'LIMIT_PART_COUNT') {
    return malformed({ pointer: `/${FIELD}`, ...words.tooMany, expected: [`≤ ${mostFiles}`] });
  }
  if (code === 'LIMIT_UNEXPECTED_FILE') {
    return malformed({ pointer: `/${field ?? ''}`, ...words.otherField, expected: [FIELD] });
  }
  return malformed({ pointer: '', ...words.fields });
}

function refusedFile(
  names: readonly string[],
  name: string,
  fault: FileFault,
  allowed: readonly string[],
): Problem {
  const code = fault === 'tooLarge' ? 'uploadTooLarge' : 'fileRefused';
  return new Problem(code, { errors: [fileFaultIn(names.lastIndexOf(name), name, fault, allowed)] });
}

function malformed(fault: FieldFault): Problem {
  return new Problem('malformedRequest', { errors: [fault] });
}

function isOfTheDisk(error: unknown): boolean {
  return typeof (error as NodeJS.ErrnoException | undefined)?.syscall === 'string';
}
