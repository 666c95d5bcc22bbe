import { compare } from '../../infra/faults/comparison';
import type { Evidence } from '../../infra/faults/evidence';
import { reportOf, type RunFacts, textOf } from '../../infra/faults/report';
import { good } from './doctored';

const fate = {
  kills: 2,
  falls: 1,
  outages: [{ from: '2026-03-02T01:00:00.000Z', to: '2026-03-02T01:00:08.000Z' }],
};
const facts: RunFacts = {
  seed: 7,
  minutes: 5,
  seconds: 321,
  fates: { api: fate, worker: fate, temporal: fate, postgres: fate },
  retries: { '503 databaseUnavailable': 3, '409 requestInFlight': 2 },
};
const reportOn = (evidence: Evidence) => reportOf(facts, evidence, compare(evidence));

test('counts what went well', () => {
  const report = reportOn(good);
  expect(report).toMatchObject({
    cases: { begun: 3, open: 1, byOutcome: { certified: 1, withdrawn: 1 } },
    pushes: { registered: 1, arrived: 1, sentAgain: 0 },
    mails: { owed: good.mails.length, arrived: good.mails.length },
    acts: { done: good.told.length, unanswered: 0, refused: {} },
    lost: 0,
    doubled: 0,
    broken: 0,
  });
});

test('tells a person of every finding, and closes with how many there are', () => {
  const text = textOf(reportOn({ ...good, mails: good.mails.slice(1), pushes: [] }));
  expect(text).toMatch(/✗ lost mail: XCTY-2026-000001 event 1 submissionReceived: mail .* did not arrive/);
  expect(text).toContain('✗ lost push: XCTY-2026-000001: 1 registered, 0 arrived');
  expect(text.split('\n').at(-1)).toBe('丢失 lost 2，重复 doubled 0，不一致 broken 1');
});

test('tells how often and how long each part was away, and why requests were repeated', () => {
  const text = textOf(reportOn(good));
  expect(text).toMatch(/worker +强杀 killed 2 +自行退出或未能启动 fell by itself 1 +不在 away 8 s/);
  expect(text).toMatch(/重试 Retries +5，/);
  expect(text).toContain('3 × 503 databaseUnavailable');
});
