import { readdirSync } from 'node:fs';
import type { Actor } from '../../domain/actor';
import { scanOnce } from '../../infra/papers/scanning';
import { builtInScanner } from '../../infra/scanner/builtIn';
import type { Scanner } from '../../infra/scanner/scanner';
import type { SampleFile } from '../papers/files';
import { type House } from './house';
import { newKey } from './way';
import type { Answered } from './wire';

export interface Sending {
  readonly material?: string;
  readonly files: readonly SampleFile[];
  readonly headers?: Readonly<Record<string, string>>;
  /** What the browser says the files are; nobody may believe it. */
  readonly declared?: string;
}

export function formOf({ material, files, declared = 'application/pdf' }: Sending): FormData {
  const form = new FormData();
  if (material !== undefined) form.set('material', material);
  for (const { name, bytes } of files)
    form.append('file', new Blob([new Uint8Array(bytes)], { type: declared }), name);
  return form;
}

export function upload(house: House, who: Actor | null, path: string, sending: Sending): Promise<Answered> {
  const headers = { ...newKey(), ...sending.headers };
  return house.call(who, 'POST', `/api/v1${path}`, { body: formOf(sending), headers });
}

/** Lets a scanner see everything that waits for it. @returns what went wrong */
export async function scanAll(house: House, scanner: Scanner = builtInScanner): Promise<unknown[]> {
  const { database, services } = house;
  const errors: unknown[] = [];
  const parts = { db: database.db, storage: services.papers.storage, scanner };
  while ((await scanOnce(parts, (error) => errors.push(error))) > 0);
  return errors;
}

/** The hashes that the storage holds. */
export async function stored(house: House): Promise<string[]> {
  const hashes: string[] = [];
  for await (const { sha256 } of house.services.papers.storage.list()) hashes.push(sha256);
  return hashes.sort();
}

/** What lies where uploads are received and written: nothing, once they are answered. */
export function leftovers(house: House): string[] {
  const paths = readdirSync(house.folder, { recursive: true, encoding: 'utf8' });
  return paths.filter((path) => /^(incoming|papers\/unfinished)\/./.test(path));
}
