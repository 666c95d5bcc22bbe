import type { CaseEvent, CaseFile, Label, WorkItem } from '../client/wire';
import { isRecord } from '../form/shape';
import { dateOf } from '../today';
import { answerTo, askedBy, factIn, wordsIn } from './events';
import type { VisitReason } from './visitReason';

export interface Finding {
  readonly severity: string;
  readonly text: string;
  readonly clause: string;
  /** The line of the checklist on which it stands; empty where on none. */
  readonly line: string;
}

export interface VisitMade {
  readonly item: string;
  readonly on: string;
  readonly unit: Label;
  /** Null where it is not told. */
  readonly reason: VisitReason | null;
  readonly report: string;
  readonly findings: readonly Finding[];
  /** How many lines of its checklist came out how. */
  readonly checked: Readonly<Record<string, number>>;
  readonly state: 'nothingFound' | 'findingsOpen' | 'settled' | 'ordered';
}

export interface Order {
  readonly seq: number;
  readonly on: string;
  readonly unit: Label;
  readonly days: string;
  readonly demands: string;
  readonly report: string;
  readonly reinspection: string;
  readonly state: 'rectifying' | 'reported' | 'passed' | 'failed';
  /** The work items in which it is shown what was mended: reported, inspected again. */
  readonly shownIn: readonly string[];
  /** The one of them in which the reader may show something now. */
  readonly showing: { readonly item: string; readonly asProof: boolean } | null;
  /** What runs while it is being rectified. */
  readonly item: WorkItem | undefined;
}

/** The visits that were made, the newest first. */
export function visitsMade(events: readonly CaseEvent[]): VisitMade[] {
  const visits = events.filter(({ type }) => type === 'visited');
  // Recorded again after an amendment, the last counts.
  const last = new Map(visits.map((event) => [event.workItem ?? '', event]));
  return [...last].map(([item, event]) => visitOf(item, event, events)).reverse();
}

function visitOf(item: string, event: CaseEvent, events: readonly CaseEvent[]): VisitMade {
  const asked = events.find(({ seq }) => seq === askedBy(item));
  return {
    item,
    on: factIn(event, 'visitedOn'),
    unit: event.unit.name,
    reason: reasonIn(asked),
    report: wordsIn(event, 'report'),
    findings: findingsIn(event),
    checked: checkedIn(event),
    state: stateOf(event, events),
  };
}

function stateOf(event: CaseEvent, events: readonly CaseEvent[]): VisitMade['state'] {
  const dealt = answerTo(events, event, 'orderRectification', 'findingsSettled', 'rectificationOrdered');
  if (dealt) return dealt.type === 'findingsSettled' ? 'settled' : 'ordered';
  const { severities } = event.facts;
  return Array.isArray(severities) && severities.length > 0 ? 'findingsOpen' : 'nothingFound';
}

function reasonIn(asked: CaseEvent | undefined): VisitReason | null {
  if (asked?.type === 'visitDue') return { round: factIn(asked, 'visit') };
  return asked?.type === 'visitCalled' ? { ground: factIn(asked, 'ground') } : null;
}

function findingsIn({ particulars }: CaseEvent): Finding[] {
  const list: unknown = particulars?.findings;
  if (!Array.isArray(list)) return [];
  return list.filter(isRecord).map((row) => {
    const text = (name: string): string => (typeof row[name] === 'string' ? row[name] : '');
    return { severity: text('severity'), text: text('text'), clause: text('clause'), line: text('line') };
  });
}

function checkedIn({ facts }: CaseEvent): Record<string, number> {
  const rows: unknown[] = Array.isArray(facts.checked) ? facts.checked : [];
  const results = rows.filter(isRecord).map(({ result }) => String(result));
  return Object.fromEntries(
    [...new Set(results)].map((result) => [result, results.filter((each) => each === result).length]),
  );
}

/** The orders to rectify, the newest first, each with what came of it. */
export function ordersOf(events: readonly CaseEvent[], file: CaseFile): Order[] {
  return events
    .filter(({ type }) => type === 'rectificationOrdered')
    .map((event): Order => {
      const reported = answerTo(events, event, 'rectify', 'rectificationReported');
      const again = reported && answerTo(events, reported, 'reinspect', 'reinspected');
      const result = factIn(again, 'result') === 'passed' ? 'passed' : 'failed';
      return {
        seq: event.seq,
        on: dateOf(event.at),
        unit: event.unit.name,
        days: factIn(event, 'days'),
        demands: wordsIn(event, 'reason'),
        report: wordsIn(reported, 'report'),
        reinspection: wordsIn(again, 'report'),
        state: again ? result : reported ? 'reported' : 'rectifying',
        shownIn: [reported?.workItem, again?.workItem].filter((item) => typeof item === 'string'),
        showing: showingIn(file, event, reported),
        item: file.workItems.find(
          ({ id, status }) => status === 'open' && id.endsWith(`.rectify-${event.seq}`),
        ),
      };
    })
    .reverse();
}

/** Who may report that it is rectified shows proof of it, who may inspect it again what they see. */
function showingIn(file: CaseFile, { seq }: CaseEvent, reported: CaseEvent | undefined): Order['showing'] {
  const may = (act: string, step: string) =>
    file.allowed.find(({ act: name, workItem }) => name === act && workItem?.endsWith(`.${step}`) === true)
      ?.workItem;
  const reporting = may('reportRectification', `rectify-${seq}`);
  if (reporting) return { item: reporting, asProof: true };
  const inspecting = reported && may('recordReinspection', `reinspect-${reported.seq}`);
  return inspecting ? { item: inspecting, asProof: false } : null;
}
