import { readdirSync } from 'node:fs';
import { sql } from 'kysely';
import type { Actor } from '../../domain/actor';
import { scanOnce } from '../../infra/papers/scanning';
import { builtInScanner } from '../../infra/scanner/builtIn';
import type { Scanner } from '../../infra/scanner/scanner';
import { pdf, type SampleFile } from '../papers/files';
import { applicant } from '../world/people';
import { type House } from './house';
import { apply, begin, newKey } from './way';
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

/** A paper as the API shows it, or whatever else it answered. */
type Body = Answered['body'];

export const material = 'premisesRight';
export const lease = async (): Promise<SampleFile> => ({ name: '租赁合同.pdf', bytes: await pdf() });

/** The address of a new draft, and of a new case. */
export async function newDraft(house: House): Promise<string> {
  return `/applications/${(await begin(house)).body.id}`;
}
export async function newCase(house: House): Promise<string> {
  return `/cases/${await apply(house)}`;
}

/** A paper that is taken on a draft or a case. */
export async function paperOn(house: House, place: string, file: SampleFile, who = applicant): Promise<Body> {
  const { status, text, body } = await upload(house, who, `${place}/papers`, { material, files: [file] });
  if (status !== 201) throw new Error(`Not uploaded: ${text}`);
  return body.papers[0];
}

export function replacement(
  house: House,
  paper: Body,
  file: SampleFile,
  { headers = {}, who = applicant }: { headers?: Record<string, string>; who?: Actor } = {},
): Promise<Answered> {
  return upload(house, who, `/papers/${paper.id}/replacement`, {
    files: [file],
    headers: { 'if-match': `"${paper.version}"`, ...headers },
  });
}

/** What a checklist says of one material. */
export async function listed(house: House, place: string, id = material, who = applicant): Promise<Body> {
  const { body } = await house.call(who, 'GET', `/api/v1${place}/papers`);
  return (body.materials as Body[]).find((each) => each.material === id);
}

export async function countPapers({ database }: House): Promise<number> {
  const { rows } = await sql<{ n: string }>`select count(*) as n from paper`.execute(database.db);
  return Number(rows[0]?.n);
}

/** Nothing of a refused upload may be left: no row, no content, no file. @returns what the work gave */
export async function nothingLeftBy<T>(house: House, refused: () => Promise<T>): Promise<T> {
  const before = [await countPapers(house), await stored(house)];
  const answered = await refused();
  expect([await countPapers(house), await stored(house)]).toEqual(before);
  expect(leftovers(house)).toEqual([]);
  return answered;
}
