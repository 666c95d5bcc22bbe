import {
  defineSearchAttributeKey,
  SearchAttributeType,
  type SearchAttributeUpdatePair,
} from '@temporalio/common';
import { setCurrentDetails, upsertSearchAttributes } from '@temporalio/workflow';
import type { CaseFile, WorkItem } from '../domain/caseFile';
import type { ItineraryStep } from '../domain/itinerary';
import { nextDueAt, openItems, standsAt } from '../domain/process';
import { outcomes, serviceModes, stages, steps } from '../domain/vocabulary';
import { type SearchAttribute, searchAttributeTypes } from './searchAttributes';

type Value = string | boolean | number | Date | readonly string[] | null;
type Attributes = Readonly<Record<SearchAttribute, Value>>;

/** What administrators see of a case in the Temporal UI: search attributes and current details. */
export class Board {
  private shown: Partial<Attributes> = {};
  private details = '';

  /** Shows where a case stands; writes only what changed, since each write is an event of the history. */
  show(file: CaseFile): void {
    const attributes = attributesOf(file);
    const changed = Object.entries(attributes).filter(
      ([name, value]) => !same(value, this.shown[name as SearchAttribute]),
    );
    if (changed.length > 0) {
      upsertSearchAttributes(changed.map(([name, value]) => pair(name as SearchAttribute, value)));
      this.shown = attributes;
    }
    const details = detailsOf(file);
    if (details !== this.details) setCurrentDetails(details);
    this.details = details;
  }
}

/** Pure: the search attributes of a case. */
export function attributesOf(file: CaseFile): Attributes {
  const waiting = openItems(file);
  const units = [...new Set(waiting.map((item) => item.unit))].sort();
  const due = nextDueAt(file) ?? waiting.map((item) => item.deadline.dueAt).sort()[0] ?? null;
  const since = waiting.map((item) => item.openedAt).sort()[0] ?? null;
  return {
    CaseKind: 'licensing',
    Stage: standsAt(file) ?? file.outcome,
    WaitingFor: units.length > 1 ? 'several' : (units[0] ?? null),
    ServiceMode: file.itinerary.serviceMode,
    Subdistrict: file.itinerary.subdistrict,
    Escalation: waiting.some((item) => item.limitPassed) ? 'limitPassed' : null,
    PendingUnits: units,
    DueAt: due === null ? null : new Date(due),
    WaitingSince: since === null ? null : new Date(since),
    Overdue: waiting.some((item) => item.limitPassed),
    ClockStopped: false,
    Year: Number(file.dates.receipt.slice(0, 4)),
  };
}

/** Pure: where a case stands, in Markdown, Chinese first. */
export function detailsOf(file: CaseFile): string {
  const stage = standsAt(file);
  const mode = serviceModes[file.itinerary.serviceMode];
  const head = `**${file.caseId}** · ${mode.zh} ${mode.en}`;
  if (stage === null) {
    const outcome = file.outcome === null ? null : outcomes[file.outcome];
    return `${head}\n\n${outcome ? `${outcome.zh} ${outcome.en}` : '—'}`;
  }
  const { zh, en } = stages[stage];
  const standing = `环节 Stage: **${zh} ${en}** · 收到申请 Received ${file.dates.receipt}`;
  const waiting = [...openItems(file)].sort(mostUrgentFirst).map((item) => waitingLine(file, item));
  if (waiting.length === 0) return [head, standing, '流转中 Moving on'].join('\n\n');
  return [head, standing, '等待 Waiting for:', waiting.join('\n')].join('\n\n');
}

function mostUrgentFirst(a: WorkItem, b: WorkItem): number {
  return a.deadline.dueAt < b.deadline.dueAt ? -1 : Number(a.deadline.dueAt > b.deadline.dueAt);
}

/** Chinese, then English, so that each can be read through. */
function waitingLine(file: CaseFile, item: WorkItem): string {
  const unit = stepOf(file, item)?.unitName ?? { zh: item.unit, en: item.unit };
  const step = steps[item.step];
  const { due } = item.deadline;
  const passed = item.limitPassed ? '**逾期 OVERDUE** ' : '';
  return `- ${passed}**${unit.zh}** ${step.zh}，期限 ${due} · ${unit.en}: ${step.en}, due ${due}`;
}

function stepOf(file: CaseFile, item: WorkItem): ItineraryStep | undefined {
  return file.itinerary.stages.flatMap((stage) => stage.steps).find((step) => step.id === item.stepId);
}

const wireTypes = {
  Keyword: SearchAttributeType.KEYWORD,
  KeywordList: SearchAttributeType.KEYWORD_LIST,
  Datetime: SearchAttributeType.DATETIME,
  Bool: SearchAttributeType.BOOL,
  Int: SearchAttributeType.INT,
} as const;

/** The table of types gives each name its type; the pair's own type cannot follow that. */
function pair(name: SearchAttribute, value: Value): SearchAttributeUpdatePair {
  const type = wireTypes[searchAttributeTypes[name]];
  return { key: defineSearchAttributeKey(name, type), value } as SearchAttributeUpdatePair;
}

function same(a: Value, b: Value | undefined): boolean {
  return b !== undefined && JSON.stringify(a) === JSON.stringify(b);
}
