import { fold } from '../../domain/caseFile';
import { asCaseEvent } from '../../infra/faults/checks/caseEvent';
import { compare } from '../../infra/faults/comparison';
import type { Evidence, Fault, RecordedCase, ToldAct } from '../../infra/faults/evidence';
import { goodRun, ONCE } from './goodRun';

const good = goodRun();
const [certified] = good.cases as [RecordedCase, ...RecordedCase[]];
const accepted = good.told.find(({ asked }) => asked === 'accept')!;

/** The faults that a doctored run shows, as `kind about`. */
function found(changes: Partial<Evidence>): string[] {
  const faults = compare({ ...good, ...changes });
  return [...new Set(faults.map(({ kind, about }: Fault) => `${kind} ${about}`))].sort();
}

/** The run with its first case replaced. */
function withCase(change: (recorded: RecordedCase) => RecordedCase): Partial<Evidence> {
  return { cases: good.cases.map((recorded) => (recorded === certified ? change(recorded) : recorded)) };
}

function withTold(change: (act: ToldAct) => ToldAct): Partial<Evidence> {
  return { told: good.told.map(change) };
}

test('finds nothing in a run where everything went well', () => {
  expect(compare(good)).toEqual([]);
});

test('the good run is not an empty one', () => {
  expect(good.cases.map(({ state }) => state.outcome)).toEqual(['certified', 'withdrawn', null]);
  expect(good.told.length).toBeGreaterThan(15);
  expect(good.mails.length).toBeGreaterThan(7);
  expect(good.pushes).toHaveLength(1);
});

test('an act that a client was told, and the record does not hold, is lost', () => {
  const extra = { ...accepted, key: 'another', seq: 99, asked: 'withdraw', workItem: null } as const;
  expect(found({ told: [...good.told, extra] })).toEqual(['lost act']);
});

test('an act whose place in the record is taken by another is lost', () => {
  expect(found(withTold((act) => (act === accepted ? { ...act, account: 'somebody-else' } : act)))).toContain(
    'lost act',
  );
});

test('an event that no client was told of is one too many', () => {
  expect(found({ told: good.told.filter((act) => act !== accepted) })).toEqual(['doubled act']);
});

test('an event that was asked for and never answered is neither lost nor doubled', () => {
  const unanswered = withTold((act) =>
    act === accepted ? { ...act, ending: 'unanswered', seq: null, status: null } : act,
  );
  expect(found(unanswered)).toEqual([]);
});

test('a request that was never answered and left no event is neither lost nor doubled', () => {
  const unanswered = { ...accepted, key: 'unheard', ending: 'unanswered', seq: null, status: null } as const;
  expect(found({ told: [...good.told, unanswered] })).toEqual([]);
});

test('one event told to two requests is doubled', () => {
  const twin = { ...accepted, key: 'twin' };
  const answers = [
    ...good.answers,
    ...good.answers.filter(({ key }) => key === accepted.key).map((a) => ({ ...a, key: 'twin' })),
  ];
  expect(found({ told: [...good.told, twin], answers })).toEqual(['doubled act']);
});

test('the same answer to a request that was sent twice is one act', () => {
  expect(found({ told: [...good.told, { ...accepted, replayed: true }] })).toEqual([]);
});

test('one key answered as two acts is doubled', () => {
  const other = good.told.find(({ asked, caseId }) => asked === 'draft' && caseId === accepted.caseId)!;
  const told = good.told.map((act) =>
    act === other ? { ...act, key: accepted.key, account: accepted.account } : act,
  );
  expect(found({ told })).toContain('doubled act');
});

test('an answer that the record did not keep is lost', () => {
  expect(found({ answers: good.answers.filter(({ key }) => key !== accepted.key) })).toEqual(['lost act']);
});

test('an answer kept with another number than was told does not hold', () => {
  const answers = good.answers.map((answer) =>
    answer.key === accepted.key ? { ...answer, seq: 77 } : answer,
  );
  expect(found({ answers })).toEqual(['broken act']);
});

test('a refused act that stands in the record all the same is one too many', () => {
  const refused = withTold((act) =>
    act === accepted ? { ...act, ending: 'refused', status: 409, seq: null } : act,
  );
  expect(found(refused)).toEqual(['doubled act']);
});

test('a case that is missing as a whole is lost with all that belongs to it', () => {
  expect(found({ cases: good.cases.filter((recorded) => recorded !== certified) })).toEqual(
    expect.arrayContaining(['lost act', 'lost number', 'broken workflow', 'doubled mail', 'doubled push']),
  );
});

test.each<[string, Evidence['drafts'], ToldAct[], string[]]>([
  [
    'told and not there is lost',
    [],
    [{ ...accepted, asked: 'begin', caseId: null, workItem: 'd1', seq: null }],
    ['lost act'],
  ],
  ['nobody was told of is one too many', ['d1'], [], ['doubled act']],
])('a draft that %s', (_name, drafts, acts, expected) => {
  const kept = acts.map(({ account, key, status }) => ({
    account,
    key,
    status: status ?? 0,
    caseId: null,
    seq: null,
  }));
  const answers = [...good.answers.filter(({ key }) => !acts.some((act) => act.key === key)), ...kept];
  const told = [...good.told.filter(({ key }) => !acts.some((act) => act.key === key)), ...acts];
  expect(found({ drafts, told, answers })).toEqual(expect.arrayContaining(expected));
});

test('an act whose event is gone is lost, even where the rest of the case holds together', () => {
  const last = certified.events.at(-1)!;
  const before = certified.events.slice(0, -1);
  const cut = withCase((recorded) => ({
    ...recorded,
    events: before,
    lastHash: last.previousHash,
    state: fold(null, before.map(asCaseEvent), recorded.caseId),
  }));
  const faults = compare({ ...good, ...cut });
  expect(faults).toContainEqual(
    expect.objectContaining({ kind: 'lost', about: 'act', where: `${certified.caseId} event ${last.seq}` }),
  );
  expect(faults.filter(({ about }) => about === 'record')).toEqual([]);
});

test('an event that was altered breaks the chain', () => {
  const altered = withCase((recorded) => ({
    ...recorded,
    events: recorded.events.map((event) =>
      event.seq === 4 ? { ...event, particulars: { reason: 'altered' } } : event,
    ),
  }));
  expect(found(altered)).toEqual(['broken record']);
});

test('an event that was cut out breaks the chain, even where the rest is numbered anew', () => {
  const cut = withCase((recorded) => ({
    ...recorded,
    events: recorded.events
      .filter(({ seq }) => seq !== 4)
      .map((event, index) => ({ ...event, seq: index + 1 })),
  }));
  expect(found(cut)).toContain('broken record');
});

test('a state that is not the fold of its events does not hold', () => {
  const state = { ...certified.state, unifiedCode: 'another' };
  expect(found(withCase((recorded) => ({ ...recorded, state })))).toEqual(['broken record']);
});

test.each([
  ['a number that is on nothing leaves a gap', 1, ['lost number']],
  ['a number beyond the last one was never given out', -1, ['broken number']],
])('%s', (_name, step, expected) => {
  const serialNumbers = good.serialNumbers.map((each) =>
    each.name === 'XCTY-C' ? { ...each, last: each.last + step } : each,
  );
  expect(found({ serialNumbers })).toEqual(expected);
});

test('a number given twice is doubled', () => {
  const [first, second] = good.cases as [RecordedCase, RecordedCase];
  const events = [...second.events, ...first.events.filter(({ type }) => type === 'licenceIssued')];
  expect(
    found({ cases: good.cases.map((each) => (each === second ? { ...second, events } : each)) }),
  ).toContain('doubled number');
});

test.each<
  [string, (workflow: Evidence['workflows'][number]) => Evidence['workflows'][number] | null, string]
>([
  ['that is missing', () => null, 'lost workflow'],
  ['that still runs for a closed case', (one) => ({ ...one, status: 'RUNNING' }), 'broken workflow'],
  ['that was terminated', (one) => ({ ...one, status: 'TERMINATED' }), 'broken workflow'],
  [
    'with reported problems',
    (one) => ({ ...one, problems: ['category=WorkflowTaskFailed'] }),
    'broken workflow',
  ],
  [
    'that is behind the record',
    (one) => ({ ...one, standing: { caseId: certified.caseId, readUpTo: 3 } }),
    'broken workflow',
  ],
])('a workflow %s is found', (_name, change, expected) => {
  const workflows = good.workflows.flatMap((one) => {
    const changed = one.standing?.caseId === certified.caseId ? change(one) : one;
    return changed ? [changed] : [];
  });
  expect(found({ workflows })).toContain(expected);
});

test('two workflows for one case are one too many', () => {
  const [first] = good.workflows as [Evidence['workflows'][number], ...Evidence['workflows']];
  expect(found({ workflows: [...good.workflows, { ...first, workflowId: 'other' }] })).toEqual([
    'doubled workflow',
  ]);
});

test('a workflow of no case does not hold', () => {
  const stray = { workflowId: 'stray', status: 'RUNNING', problems: [], standing: null };
  expect(found({ workflows: [...good.workflows, stray] })).toEqual(['broken workflow']);
});

test('an outbox that has not delivered has lost a wake-up', () => {
  const wakeUp = { upTo: certified.state.seq, delivered: 2 };
  expect(found(withCase((recorded) => ({ ...recorded, wakeUp })))).toEqual(['lost workflow']);
});

test('a mail that did not arrive is lost', () => {
  expect(found({ mails: good.mails.slice(1) })).toEqual(['lost mail']);
});

test('a mail that nothing owes is one too many', () => {
  expect(found({ mails: [...good.mails, { messageId: '<stray@test>', ...ONCE }] })).toEqual(['doubled mail']);
});

test('a notice that the record forgot to owe is lost', () => {
  const [forgotten] = certified.notices;
  const doctored = withCase((recorded) => ({ ...recorded, notices: recorded.notices.slice(1) }));
  const mails = good.mails.filter(({ messageId }) => messageId !== forgotten?.messageId);
  expect(found({ ...doctored, mails })).toEqual(['lost mail']);
});

test('a notice that is owed twice for one event is doubled', () => {
  const [first] = certified.notices;
  const again = first && { ...first, messageId: '<again@test>' };
  const doctored = withCase((recorded) => ({
    ...recorded,
    notices: again ? [...recorded.notices, again] : [],
  }));
  expect(found({ ...doctored, mails: [...good.mails, { messageId: '<again@test>', ...ONCE }] })).toEqual([
    'doubled mail',
  ]);
});

describe('a mail and a push that arrived again', () => {
  const again = { arrivals: 2, first: '2026-03-02T01:00:00.000Z', last: '2026-03-02T01:01:10.000Z' };
  const twice: Partial<Evidence> = {
    mails: good.mails.map((mail, index) => (index === 0 ? { ...mail, ...again } : mail)),
    pushes: good.pushes.map((push) => ({ ...push, ...again })),
    ...withCase((recorded) => ({
      ...recorded,
      notices: recorded.notices.map((notice) => ({ ...notice, attempts: 2 })),
      pushes: recorded.pushes.map((push) => ({ ...push, attempts: 2 })),
    })),
  };
  const meanwhile = { from: '2026-03-02T01:00:00.500Z', to: '2026-03-02T01:00:09.000Z' };
  const later = { from: '2026-03-02T01:02:00.000Z', to: '2026-03-02T01:02:09.000Z' };

  test.each(['worker', 'postgres'] as const)('are the same ones where the %s was away meanwhile', (part) => {
    expect(found({ ...twice, outages: { ...good.outages, [part]: [meanwhile] } })).toEqual([]);
  });

  test('are doubled where nothing was away meanwhile', () => {
    expect(found(twice)).toEqual(['doubled mail', 'doubled push']);
    expect(found({ ...twice, outages: { ...good.outages, worker: [later] } })).toEqual([
      'doubled mail',
      'doubled push',
    ]);
  });

  test('are doubled where only what does not send them was away', () => {
    const outages = { ...good.outages, api: [meanwhile], temporal: [meanwhile] };
    expect(found({ ...twice, outages })).toEqual(['doubled mail', 'doubled push']);
  });

  test('are doubled where one outage would have to excuse two repetitions', () => {
    const mails = twice.mails?.map((mail) => (mail.arrivals > 1 ? { ...mail, arrivals: 3 } : mail)) ?? [];
    const cases = (twice.cases ?? []).map((recorded) => ({
      ...recorded,
      notices: recorded.notices.map((notice) => ({ ...notice, attempts: 3 })),
    }));
    const outages = { ...good.outages, worker: [meanwhile] };
    expect(found({ ...twice, mails, cases, outages })).toEqual(['doubled mail']);
  });

  test('are doubled where they arrived more often than they were sent', () => {
    const outages = { ...good.outages, worker: [meanwhile] };
    expect(found({ ...twice, cases: good.cases, outages })).toEqual(['doubled mail', 'doubled push']);
  });
});

test('a registration that did not arrive is lost, and one that nobody registered is one too many', () => {
  expect(found({ pushes: [] })).toContain('lost push');
  expect(found({ pushes: [...good.pushes, { key: 'stray', ...ONCE }] })).toEqual(['doubled push']);
});

test('a registration pushed under two keys is doubled', () => {
  const doctored = withCase((recorded) => ({
    ...recorded,
    pushes: [...recorded.pushes, { key: 'second', attempts: 1 }],
  }));
  expect(found({ ...doctored, pushes: [...good.pushes, { key: 'second', ...ONCE }] })).toContain(
    'doubled push',
  );
});
