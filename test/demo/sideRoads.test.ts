import { planCase } from '../../domain/planCase';
import type { EventView } from '../../infra/client/wire';
import { type Traces, takenRoads } from '../../infra/demo/evidence';
import { applicationOf, sampleOf } from '../../infra/demo/sample';
import { type SideRoad, sideRoads, turnAt } from '../../infra/demo/sideRoads';
import { xiacheng } from '../domain/plan/plans';

const { plan } = xiacheng;
const roads = Object.keys(sideRoads) as SideRoad[];

test.each(roads)('the sample sends a site on “%s”', (road) => {
  expect(plan.demonstrationSites.some(({ no }) => sampleOf(no).sideRoads.includes(road))).toBe(true);
});

test('the sample knows no side road besides', () => {
  const named = plan.demonstrationSites.flatMap(({ no }) => sampleOf(no).sideRoads);
  expect(named.filter((road) => !roads.includes(road))).toEqual([]);
});

test('a push can fail only where a site is registered', () => {
  const sites = plan.demonstrationSites.filter(({ no }) => sampleOf(no).sideRoads.includes('failingPush'));
  for (const site of sites) {
    const { registrar } = planCase(xiacheng, applicationOf(plan, site, 'a@onewindow.example').facts);
    expect([site.no, registrar]).toEqual([site.no, expect.any(String)]);
  }
});

test('a case turns off once at a step, and goes straight on with no road ahead', () => {
  expect(turnAt('draft', new Set(['extension', 'inspection']))?.road).toBe('inspection');
  expect(turnAt('draft', new Set(['extension']))?.body.act).toBe('requestExtension');
  expect(turnAt('draft', new Set(['correction']))).toBeNull();
});

const nothing: Traces = {
  events: [],
  push: { status: 'delivered', attempts: 1 },
  checklist: { materials: [{ material: 'lease', due: true, papers: [] }] },
};
const event = (type: EventView['type'], facts: EventView['facts'] = {}): EventView => ({ type, facts });
const stopped = event('deadlineMoved', { deadline: null });
const traces: Readonly<Record<SideRoad, readonly [Partial<Traces>, Partial<Traces>]>> = {
  papers: [
    { checklist: { materials: [{ material: 'lease', due: true, papers: [{ state: 'clean' }] }] } },
    { checklist: { materials: [{ material: 'lease', due: true, papers: [{ state: 'received' }] }] } },
  ],
  correction: [
    { events: [event('corrected', { completedOn: '2026-09-28' })] },
    { events: [event('corrected', { completedOn: null })] },
  ],
  objection: [{ events: [event('objectionAnswered')] }, { events: [event('signedOff')] }],
  inspection: [
    { events: [stopped, event('procedureRecorded', { result: 'passed' })] },
    { events: [event('procedureRecorded', { result: 'passed' })] },
  ],
  extension: [{ events: [event('extensionGranted')] }, { events: [event('extensionRequested')] }],
  remand: [{ events: [event('remanded')] }, {}],
  failingPush: [{ push: { status: 'delivered', attempts: 3 } }, { push: { status: 'waiting', attempts: 3 } }],
};

test.each(roads)('“%s” counts as taken by what it left on the record, and by nothing less', (road) => {
  const [taken, less] = traces[road];
  expect(takenRoads({ ...nothing, ...taken })).toEqual([road]);
  expect(takenRoads({ ...nothing, ...less })).toEqual([]);
});
