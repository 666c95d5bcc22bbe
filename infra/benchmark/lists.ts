import type { UnitId } from '../../domain/plan';
import type { Client } from '../client/client';
import { officialOf } from '../client/people';
import { textTable } from '../commands/textTable';
import { percentile } from './statistics';

/** A list as somebody asks for it. */
interface AskedList {
  readonly path: string;
  /** Null for what everybody may read. */
  readonly account: string | null;
}

/** Who reads: who applied, and the unit that leads the cases. */
export interface Readers {
  readonly applicant: string;
  readonly lead: UnitId;
}

const administrator = 'administrator-1';
const inspector = officialOf('fire', 'reviewer');

/** Every list that grows with the cases, by those who see the most of it and by those who see a part. */
function listsFor({ applicant, lead }: Readers): readonly AskedList[] {
  const officer = officialOf(lead, 'intakeClerk');
  return [
    { path: '/api/v1/worklist', account: officer },
    { path: '/api/v1/worklist?mine=true', account: officer },
    { path: '/api/v1/worklist?unit=all', account: administrator },
    { path: '/api/v1/worklist?unit=all&overdue=true', account: administrator },
    { path: '/api/v1/worklist?unit=all&step=visit', account: administrator },
    { path: '/api/v1/cases', account: administrator },
    { path: '/api/v1/cases?outcome=open', account: administrator },
    { path: '/api/v1/cases?kind=construction', account: administrator },
    { path: '/api/v1/cases', account: inspector },
    { path: '/api/v1/cases', account: applicant },
    { path: '/api/v1/visits?unit=all', account: administrator },
    { path: '/api/v1/visits', account: inspector },
    { path: '/api/v1/registrations', account: administrator },
    { path: '/api/v1/filings', account: administrator },
    { path: '/api/v1/conference', account: administrator },
    { path: '/api/v1/register', account: null },
    { path: '/api/v1/register?name=nowhere', account: null },
    { path: '/api/v1/register/decisions', account: null },
    { path: '/api/v1/register/non-conformities', account: null },
  ];
}

/** How long pages of each list took, the middle one, in milliseconds. */
export type PageTimes = readonly {
  readonly list: AskedList;
  /** On its first page: a list without entries says nothing. */
  readonly entries: number;
  readonly firstMs: number;
  readonly laterMs: number;
}[];

/** What `npm run bench -- --lists` found. */
export interface ListsReport {
  readonly few: { readonly cases: number; readonly times: PageTimes };
  readonly many: { readonly cases: number; readonly times: PageTimes };
}

const ASKED = 9;
const LATER = 30;

interface Page {
  readonly entries: readonly unknown[];
  readonly next: string | null;
}

/** Asks for the first page of each list, and for one that somebody reaches who turns many; each several times. */
export async function timePages(client: Client, readers: Readers): Promise<PageTimes> {
  const times: PageTimes[number][] = [];
  for (const list of listsFor(readers)) {
    const read = async (cursor: string | null): Promise<Page> => {
      const path =
        cursor === null ? list.path : `${list.path}${list.path.includes('?') ? '&' : '?'}cursor=${cursor}`;
      const { body } = await client.send<Page>({
        method: 'GET',
        path,
        ...(list.account && { account: list.account }),
      });
      return body;
    };
    const { entries, next } = await read(null);
    const later = await turned(read, next);
    times.push({
      list,
      entries: entries.length,
      firstMs: await middleOf(() => read(null)),
      laterMs: await middleOf(() => read(later)),
    });
  }
  return times;
}

/** The cursor of a page far on, or of the last one that there is. */
async function turned(
  read: (cursor: string | null) => Promise<Page>,
  first: string | null,
): Promise<string | null> {
  let cursor = first;
  for (let page = 2; page < LATER && cursor !== null; page += 1) {
    const { next } = await read(cursor);
    if (next === null) break;
    cursor = next;
  }
  return cursor;
}

async function middleOf(ask: () => Promise<unknown>): Promise<number> {
  const taken: number[] = [];
  for (let time = 0; time < ASKED; time += 1) {
    const start = performance.now();
    await ask();
    taken.push(performance.now() - start);
  }
  return percentile(taken, 0.5);
}

/** The report for a person: how much longer a page takes among many cases than among few. */
export function listsText({ few, many }: ListsReport): string {
  const rows = many.times.map(({ list, entries, firstMs, laterMs }, index) => {
    const before = few.times[index];
    if (!before) throw new RangeError(`${list.path} was not asked for among few cases`);
    return [
      list.path,
      list.account ?? '—',
      String(entries),
      `× ${(firstMs / before.firstMs).toFixed(2)}`,
      `× ${(laterMs / before.laterMs).toFixed(2)}`,
      `${before.firstMs.toFixed(1)} ms`,
      `${firstMs.toFixed(1)} ms`,
      `${laterMs.toFixed(1)} ms`,
    ];
  });
  const heads = [
    '',
    '项 entries',
    '首页 first page',
    `第 ${LATER} 页 page ${LATER}`,
    `${few.cases}`,
    `${many.cases}`,
    `第 ${LATER} 页`,
  ];
  return [
    `${many.cases} 件与 ${few.cases} 件时每页用时之比（中位数） ` +
      `How long a page takes among ${many.cases} cases, as a ratio to ${few.cases} (medians)`,
    ...textTable([heads, ...rows]),
  ].join('\n');
}
