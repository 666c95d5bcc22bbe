import { isDeepStrictEqual } from 'node:util';
import { fold } from '../../../domain/caseFile';
import { chainHash, GENESIS } from '../../record/chain';
import type { Evidence, Fault, RecordedCase, RecordedEvent } from '../evidence';
import { asCaseEvent } from './caseEvent';

/**
 * Each case's events are numbered without a gap and chained, its state is what folding them gives, and the worklist
 * shows the items of that state.
 */
export function checkRecord({ cases }: Pick<Evidence, 'cases'>): Fault[] {
  return cases.flatMap((recorded) => {
    const broken = brokenLinks(recorded);
    return broken.length > 0 ? broken : [...checkState(recorded), ...checkWorklist(recorded)];
  });
}

function brokenLinks({ caseId, events, lastHash }: RecordedCase): Fault[] {
  let previous = GENESIS;
  const faults = events.flatMap((event, index): Fault[] => {
    const expected = previous;
    previous = event.hash;
    const where = `${caseId} event ${event.seq}`;
    if (event.seq !== index + 1) return [broken(where, `stands where number ${index + 1} belongs`)];
    if (event.previousHash !== expected) return [broken(where, 'is not chained to the event before it')];
    if (chainHash(expected, coveredBy(event)) !== event.hash)
      return [broken(where, 'is not what its hash says')];
    return [];
  });
  if (previous !== lastHash)
    faults.push(broken(caseId, 'the case ends with another hash than its last event'));
  return faults;
}

function checkState({ caseId, events, state }: RecordedCase): Fault[] {
  const folded = fold(null, events.map(asCaseEvent), caseId);
  return isDeepStrictEqual(JSON.parse(JSON.stringify(folded)), JSON.parse(JSON.stringify(state)))
    ? []
    : [broken(caseId, 'the state kept is not what folding its events gives')];
}

function checkWorklist({ state, worklist }: RecordedCase): Fault[] {
  const rows = new Map(worklist.map((row) => [row.id, row]));
  const items = Object.values(state.items);
  const wrong = items.flatMap(({ id, status, version }): Fault[] => {
    const row = rows.get(id);
    if (!row) return [{ kind: 'lost', about: 'record', where: id, text: 'is not on the worklist' }];
    if (row.status === status && row.version === version) return [];
    return [broken(id, `is ${status} ${version}, the worklist says ${row.status} ${row.version}`)];
  });
  const strays = worklist.filter(({ id }) => !state.items[id]);
  return [...wrong, ...strays.map(({ id }) => broken(id, 'is on the worklist, but not an item of its case'))];
}

function coveredBy(event: RecordedEvent) {
  const { previousHash: _previousHash, hash: _hash, ...covered } = event;
  return covered;
}

function broken(where: string, text: string): Fault {
  return { kind: 'broken', about: 'record', where, text };
}
