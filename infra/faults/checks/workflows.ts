import type { ConductedCase, Evidence, Fault, RecordedCase } from '../evidence';

/**
 * Each closed case's workflow has completed, each open case's runs and has read the whole record; none has
 * problems, none conducts a case twice or a case that the record does not know.
 */
export function checkWorkflows({ cases, workflows }: Pick<Evidence, 'cases' | 'workflows'>): Fault[] {
  const known = new Map(cases.map((recorded) => [recorded.caseId, recorded]));
  const conductors = new Map<string, ConductedCase[]>();
  const faults: Fault[] = [];
  for (const workflow of workflows) {
    const caseId = workflow.standing?.caseId;
    if (caseId === undefined || !known.has(caseId)) {
      faults.push(broken(workflow.workflowId, `conducts no case of the record (${workflow.status})`));
      continue;
    }
    conductors.set(caseId, [...(conductors.get(caseId) ?? []), workflow]);
  }
  return [
    ...faults,
    ...cases.flatMap((recorded) => checkCase(recorded, conductors.get(recorded.caseId) ?? [])),
  ];
}

function checkCase(recorded: RecordedCase, workflows: readonly ConductedCase[]): Fault[] {
  const { caseId } = recorded;
  const [workflow, ...others] = workflows;
  if (!workflow) return [{ kind: 'lost', about: 'workflow', where: caseId, text: 'no workflow conducts it' }];
  const faults: Fault[] = [];
  if (others.length > 0) {
    faults.push({
      kind: 'doubled',
      about: 'workflow',
      where: caseId,
      text: `${workflows.length} workflows conduct it`,
    });
  }
  const expected = recorded.state.outcome === null ? 'RUNNING' : 'COMPLETED';
  if (workflow.status !== expected)
    faults.push(broken(caseId, `its workflow is ${workflow.status}, not ${expected}`));
  if (workflow.problems.length > 0) faults.push(broken(caseId, `problems: ${workflow.problems.join(', ')}`));
  return [...faults, ...checkReading(recorded, workflow), ...checkOutbox(recorded)];
}

/** A workflow that ended did so by the last event; one that runs must know everything. */
function checkReading({ caseId, state }: RecordedCase, { standing }: ConductedCase): Fault[] {
  const readUpTo = standing?.readUpTo ?? 0;
  if (readUpTo === state.seq) return [];
  return [broken(caseId, `its workflow has read up to ${readUpTo}, the record reaches ${state.seq}`)];
}

function checkOutbox({ caseId, wakeUp }: RecordedCase): Fault[] {
  if (wakeUp !== null && wakeUp.delivered >= wakeUp.upTo) return [];
  const text = wakeUp
    ? `woken up to ${wakeUp.delivered} of ${wakeUp.upTo}`
    : 'the outbox has no wake-up for it';
  return [{ kind: 'lost', about: 'workflow', where: caseId, text }];
}

function broken(where: string, text: string): Fault {
  return { kind: 'broken', about: 'workflow', where, text };
}
