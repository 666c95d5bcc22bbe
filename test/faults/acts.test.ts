import { fold } from '../../domain/caseFile';
import { asCaseEvent } from '../../infra/faults/checks/caseEvent';
import { compare } from '../../infra/faults/comparison';
import type { Evidence, ToldAct } from '../../infra/faults/evidence';
import { accepted, certified, found, good, withCase } from './doctored';

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
  const state = fold(null, before.map(asCaseEvent), certified.caseId);
  const cut = withCase((recorded) => ({
    ...recorded,
    events: before,
    lastHash: last.previousHash,
    state,
    worklist: Object.values(state.items),
  }));
  const faults = compare({ ...good, ...cut });
  expect(faults).toContainEqual(
    expect.objectContaining({ kind: 'lost', about: 'act', where: `${certified.caseId} event ${last.seq}` }),
  );
  expect(faults.filter(({ about }) => about === 'record')).toEqual([]);
});

test('a refusal is only for who came later', () => {
  const refused = { ...accepted, key: 'late', ending: 'refused', seq: null, status: 409 } as const;
  expect(found({ told: [...good.told, { ...refused, code: 'itemNotOpen' }] })).toEqual([]);
  expect(found({ told: [...good.told, { ...refused, code: 'workItemNotFound' }] })).toEqual(['broken act']);
});
