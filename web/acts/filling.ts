import type { Choice, Choosing } from '../form/choices';
import type { CaseEvent, CaseFile, Label } from '../client/wire';
import { blank, isRecord } from '../form/shape';
import type { Described } from '../form/schema';
import { said } from '../language';

/** What is missing, as the notice of correction lists it. */
interface Missing {
  readonly no: number;
  readonly text: string;
}

/** Reads the list of the last notice of correction from the record. */
export function missingIn(events: readonly CaseEvent[]): Missing[] {
  const notice = events.findLast(({ type }) => type === 'correctionRequested');
  const lists = [notice?.particulars, notice?.facts]
    .flatMap((part) => Object.values(part ?? {}))
    .filter(Array.isArray);
  return lists
    .flatMap((list) => list as unknown[])
    .flatMap((entry, index) => {
      if (!isRecord(entry) || typeof entry.text !== 'string') return [];
      return [{ no: typeof entry.no === 'number' ? entry.no : index + 1, text: entry.text }];
    });
}

/** Who could be given each work item, by its id. */
export type People = ReadonlyMap<string, readonly Choice[]>;

/** What may be chosen in the fields of acts on this case; `given` is the work item that somebody else is to have. */
export function choosingFrom(file: CaseFile, people: () => People, given: () => string | null): Choosing {
  const materials = (): Choice[] =>
    file.itinerary.materials.map(({ id, name }) => ({ value: id, name: said(name) }));
  const fields: Readonly<Record<string, () => Choice[]>> = {
    material: materials,
    materials: () => {
      const due = file.itinerary.materials.filter(({ stage }) => stage === file.stage);
      return (due.length > 0 ? due : file.itinerary.materials).map(({ id, name }) => ({
        value: id,
        name: said(name),
      }));
    },
    letter: () =>
      file.letters
        .filter((letter) => letter.served === null && !letter.void)
        .map(({ no, label }) => ({ value: no, name: `${said(label)} ${no}` })),
    workItem: () =>
      file.workItems
        .filter(({ status }) => status === 'open')
        .map(({ id, stepLabel, unit }) => ({ value: id, name: `${said(stepLabel)} · ${said(unit.name)}` })),
    clock: () => clocksOf(file),
    role: () => named(staffRules(file)?.roles),
    document: () => named(staffRules(file)?.documents),
  };
  return (field, pointer) => {
    const offered = pointer === '/to' ? people().get(given() ?? '') : undefined;
    return offered ?? fields[field]?.() ?? null;
  };
}

function staffRules({ itinerary: { life } }: CaseFile) {
  return life?.kind === 'supervision' ? life.staff : undefined;
}

function named(entries: readonly { readonly id: string; readonly name: Label }[] = []): Choice[] {
  return entries.map(({ id, name }) => ({ value: id, name: said(name) }));
}

function clocksOf(file: CaseFile): Choice[] {
  const steps = file.itinerary.stages.flatMap((stage) => stage.steps);
  const clocks = new Map(steps.map(({ clock }) => [clock.id, said(clock.name)]));
  return [...clocks].map(([value, name]) => ({ value, name }));
}

/** An act's body to begin with: what the case says already is filled in. */
export function seeded(
  schema: Described,
  file: CaseFile,
  events: readonly CaseEvent[],
  today: string,
): Record<string, unknown> {
  const body = blank(schema);
  if (!isRecord(body)) return {};
  const rows = schema.properties?.answers?.items?.properties ?? {};
  const code = file.unifiedCode ?? file.application?.facts.existingRegistration?.unifiedCode;
  return {
    ...body,
    ...('registeredOn' in body && { registeredOn: today }),
    ...('heldOn' in body && { heldOn: today }),
    ...('leftOn' in body && { leftOn: today }),
    ...('unifiedCode' in body && code && { unifiedCode: code }),
    ...('finding' in rows && { answers: findingRows(file) }),
    ...('no' in rows && { answers: correctionRows(file, events) }),
    ...('materials' in body && { materials: handedIn(file) }),
  };
}

function findingRows({ itinerary, answeredFindings }: CaseFile): unknown[] {
  return itinerary.findings
    .filter(({ id }) => !answeredFindings.includes(id))
    .map(({ id, name, detail }) => ({
      finding: id,
      answer: null,
      '#key': 'finding',
      '#about': `${said(name)}：${said(detail)}`,
    }));
}

function correctionRows({ correction }: CaseFile, events: readonly CaseEvent[]): unknown[] {
  const { nos = [], closed = [] } = correction ?? {};
  const missing = missingIn(events);
  return nos
    .filter((no) => !closed.includes(no))
    .map((no) => ({
      no,
      answer: null,
      '#key': 'no',
      '#about': `${no}. ${missing.find((entry) => entry.no === no)?.text ?? ''}`,
    }));
}

function handedIn({ itinerary, stage }: CaseFile): string[] {
  return itinerary.materials
    .filter((material) => material.stage === stage && material.handedIn)
    .map(({ id }) => id);
}

/** The rows about something that nothing was said to are not sent. */
export function withoutUnanswered(body: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { answers } = body;
  if (!Array.isArray(answers)) return body;
  const answered = answers.filter(
    (row) =>
      !isRecord(row) ||
      row['#about'] === undefined ||
      (typeof row.answer === 'string' && row.answer.trim() !== ''),
  );
  return { ...body, answers: answered };
}
