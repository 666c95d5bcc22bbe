import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compare } from '../../infra/faults/comparison';
import type { Evidence } from '../../infra/faults/evidence';
import type { FaultsReport } from '../../infra/faults/report';
import { victims } from '../../infra/faults/schedule';
import { type HarnessEnd, startHarness } from '../commands/harnessProcess';

/** Kills every part within nine seconds. */
const SEED = '55';
/** A mail whose worker dies is sent again a minute later. */
jest.setTimeout(400_000);

const parent = mkdtempSync(join(tmpdir(), 'onewindow-fault-run-'));
const kept = join(parent, 'kept');
let end: HarnessEnd;
let report: FaultsReport;
let evidence: Evidence;

beforeAll(async () => {
  const asked = ['--minutes', '0.3', '--seed', SEED, '--clients', '4', '--keep', kept, '--json'];
  end = await startHarness('faults', asked).ended;
  report = JSON.parse(end.out) as FaultsReport;
  evidence = JSON.parse(readFileSync(join(kept, 'evidence.json'), 'utf8')) as Evidence;
});
afterAll(() => rmSync(parent, { recursive: true, force: true }));

test('every part is killed while cases go through, and nothing is lost or doubled', () => {
  expect(report.faults).toEqual([]);
  expect(report).toMatchObject({ lost: 0, doubled: 0, broken: 0 });
  for (const victim of victims) expect(report.fates[victim].kills).toBeGreaterThan(0);
  expect(report.cases.begun).toBeGreaterThan(3);
  expect(report.acts.done).toBeGreaterThan(20);
  expect(report.mails.arrived).toBeGreaterThan(5);
  expect(Object.keys(report.retries)).not.toEqual([]);
  expect(end.code).toBe(0);
});

test('neither a process nor a file is left behind', () => {
  expect(end.processes).toEqual([]);
  expect(end.files).toEqual([]);
});

test('what was asked to be kept is kept: the findings, each log of a part and of a client', () => {
  expect(JSON.parse(readFileSync(join(kept, 'report.json'), 'utf8'))).toEqual(report);
  const logs = ['logs/api.log', 'logs/worker.log', 'logs/postgres.log', 'clients/client-1.jsonl'];
  for (const log of logs) expect(existsSync(join(kept, log))).toBe(true);
});

describe('the same run would not have passed', () => {
  const findings = (changes: Partial<Evidence>): string[] =>
    compare({ ...evidence, ...changes }).map(({ kind, about }) => `${kind} ${about}`);

  test('where an event were gone', () => {
    const cases = evidence.cases.map((recorded, index) =>
      index === 0 ? { ...recorded, events: recorded.events.slice(0, -1) } : recorded,
    );
    expect(findings({ cases })).toContain('broken record');
  });

  test('where a client had been told of one more act', () => {
    const last = evidence.told.findLast(({ ending, caseId }) => ending === 'done' && caseId !== null)!;
    const told = [...evidence.told, { ...last, key: 'another', seq: (last.seq ?? 0) + 50 }];
    expect(findings({ told })).toContain('lost act');
  });

  test('where an act were on record that no client was told of', () => {
    const accepted = evidence.told.find(({ asked, ending }) => asked === 'accept' && ending === 'done')!;
    const told = evidence.told.filter(({ key }) => key !== accepted.key);
    expect(findings({ told })).toContain('doubled act');
  });

  test('where a mail had not come, or had come twice', () => {
    const [first, ...rest] = evidence.mails;
    const again = { ...first!, arrivals: first!.arrivals + 5 };
    expect(findings({ mails: rest })).toContain('lost mail');
    expect(findings({ mails: [again, ...rest] })).toContain('doubled mail');
  });

  test('where a workflow were missing', () => {
    expect(findings({ workflows: evidence.workflows.slice(1) })).toContain('lost workflow');
  });
});
