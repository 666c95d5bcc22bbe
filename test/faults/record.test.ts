import type { Evidence, RecordedCase } from '../../infra/faults/evidence';
import { certified, found, good, withCase } from './doctored';

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

test('a work item that the worklist does not show is lost', () => {
  expect(found(withCase((recorded) => ({ ...recorded, worklist: recorded.worklist.slice(1) })))).toEqual([
    'lost record',
  ]);
});

test.each<[string, (rows: RecordedCase['worklist']) => RecordedCase['worklist']]>([
  ['shows an item otherwise than the record', ([first, ...rest]) => [{ ...first!, status: 'open' }, ...rest]],
  ['shows an item that no case has', ([first, ...rest]) => [first!, ...rest, { ...first!, id: 'stray' }]],
])('a worklist that %s does not hold', (_name, change) => {
  const doctored = withCase((recorded) => ({ ...recorded, worklist: change(recorded.worklist) }));
  expect(found(doctored)).toEqual(['broken record']);
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
