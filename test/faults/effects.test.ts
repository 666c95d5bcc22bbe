import type { Evidence } from '../../infra/faults/evidence';
import { certified, found, good, withCase } from './doctored';
import { ONCE } from './goodRun';

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
