import type { Evidence, Fault, RecordedCase } from '../evidence';

/**
 * Every registration, and every end of one, arrived at the health bureau once: one key a registration, however often it was called with
 * it, and nothing arrived that was not registered.
 */
export function checkPushes({ cases, pushes }: Pick<Evidence, 'cases' | 'pushes'>): Fault[] {
  const arrived = new Set(pushes.map(({ key }) => key));
  const owed = new Set(cases.flatMap((recorded) => recorded.pushes.map(({ key }) => key)));
  const strays = [...arrived].filter((key) => !owed.has(key));
  return [
    ...cases.flatMap((recorded) => checkCase(recorded, arrived)),
    ...strays.map((where) => fault('doubled', where, 'arrived, but no case pushed it')),
  ];
}

function checkCase({ caseId, events, pushes }: RecordedCase, arrived: ReadonlySet<string>): Fault[] {
  const registered = events.filter(({ type }) => type === 'registered' || type === 'deregistered').length;
  const confirmed = events.filter(({ type }) => type === 'registrationPushed').length;
  const received = pushes.filter(({ key }) => arrived.has(key)).length;
  const faults: Fault[] = [];
  if (received < registered)
    faults.push(fault('lost', caseId, `${registered} registered, ${received} arrived`));
  if (received > registered)
    faults.push(fault('doubled', caseId, `${registered} registered, ${received} arrived`));
  if (confirmed !== received) {
    faults.push(fault('broken', caseId, `${received} arrived, the record confirms ${confirmed}`));
  }
  return faults;
}

function fault(kind: Fault['kind'], where: string, text: string): Fault {
  return { kind, about: 'push', where, text };
}
