import {
  defineSearchAttributeKey,
  SearchAttributeType,
  type SearchAttributeUpdatePair,
} from '@temporalio/common';
import { setCurrentDetails, upsertSearchAttributes } from '@temporalio/workflow';
import type { CaseFile, WorkItem } from '../domain/caseFile';
import { yearOf } from '../domain/civilDate';
import { warnedOfDecision } from '../domain/decisionWarnings';
import { kindOf } from '../domain/itinerary';
import type { Label } from '../domain/label';
import { type Hour, isOverdue } from '../domain/overdue';
import type { UnitId } from '../domain/plan';
import { nextDueAt, openItems, standsAt } from '../domain/process';
import { outcomes, serviceModes, stages, steps } from '../domain/vocabulary';
import { type SearchAttribute, searchAttributeTypes } from './searchAttributes';

type Value = string | boolean | number | Date | readonly string[] | null;
type Attributes = Readonly<Record<SearchAttribute, Value>>;

/** The effects that can fail for a while, by the names under which they are found. */
export type Effect = 'push' | 'mail';

/** What administrators see of a case in the Temporal UI: search attributes and current details. */
export class Board {
  private shown: Partial<Attributes> = {};
  private details = '';
  private readonly failing = new Set<Effect>();
  private shownAt: { readonly file: CaseFile; readonly hour: Hour } | null = null;

  /** Shows where a case stands; writes only what changed, since each write is an event of the history. */
  show(file: CaseFile, hour: Hour): void {
    this.shownAt = { file, hour };
    const failing = [...this.failing].sort();
    const attributes = attributesOf(file, hour, failing);
    const changed = Object.entries(attributes).filter(
      ([name, value]) => !same(value, this.shown[name as SearchAttribute]),
    );
    if (changed.length > 0) {
      upsertSearchAttributes(changed.map(([name, value]) => pair(name as SearchAttribute, value)));
      this.shown = attributes;
    }
    const details = [detailsOf(file), ...[...this.failing].map((effect) => failures[effect])].join('\n\n');
    if (details !== this.details) setCurrentDetails(details);
    this.details = details;
  }

  /** Shows that an effect keeps failing, or that it has come about. */
  mark(effect: Effect, state: 'failing' | 'done'): void {
    if (this.failing.has(effect) === (state === 'failing')) return;
    if (state === 'failing') this.failing.add(effect);
    else this.failing.delete(effect);
    if (this.shownAt) this.show(this.shownAt.file, this.shownAt.hour);
  }
}

const failures: Readonly<Record<Effect, string>> = {
  push: '**推送失败，仍在重试 The push fails and is tried again**',
  mail: '**邮件发送失败，仍在重试 Mail fails and is tried again**',
};

/** Pure: the search attributes of a case, as its record left it unless it is told what time it is. */
export function attributesOf(
  file: CaseFile,
  hour: Hour = { now: file.lastAt, decisionDueAt: null, decisionWarnsAt: null },
  failing: readonly Effect[] = [],
): Attributes {
  const waiting = openItems(file);
  const units = [...new Set(waiting.map((item) => item.unit))].sort();
  const due = nextDueAt(file) ?? waiting.map((item) => item.deadline.dueAt).sort()[0] ?? null;
  const since = waiting.map((item) => item.openedAt).sort()[0] ?? null;
  return {
    CaseKind: kindOf(file.itinerary),
    Stage: standsAt(file) ?? file.outcome,
    WaitingFor: units.length > 1 ? 'several' : (units[0] ?? null),
    ServiceMode: file.itinerary.serviceMode,
    Subdistrict: file.itinerary.subdistrict,
    Escalation: lastWarning(file, waiting),
    Failing: failing,
    PendingUnits: units,
    DueAt: due === null ? null : new Date(due),
    WaitingSince: since === null ? null : new Date(since),
    Overdue: isOverdue(file, hour),
    ClockStopped: waiting.some((item) => item.stopped),
    Year: file.itinerary.life?.kind === 'evaluation' ? file.itinerary.life.year : yearOf(file.dates.receipt),
  };
}

/** How far the warnings of a case have climbed: the last rung of what was warned of most. */
function lastWarning(file: CaseFile, waiting: readonly WorkItem[]): string | null {
  const decision = file.dates.decision === null ? warnedOfDecision(file) : [];
  const ladders = [...waiting.map(({ warned }) => warned), decision];
  return ladders.sort((a, b) => b.length - a.length)[0]?.at(-1) ?? null;
}

/** Pure: where a case stands, in Markdown, Chinese first. */
export function detailsOf(file: CaseFile): string {
  const mode = serviceModes[file.itinerary.serviceMode];
  const head = `**${file.caseId}** · ${mode.zh} ${mode.en}`;
  const waiting = [...openItems(file)].sort(mostUrgentFirst).map((item) => waitingLine(file, item));
  const waits = waiting.length === 0 ? [] : ['等待 Waiting for:', waiting.join('\n')];
  const stage = standsAt(file);
  if (stage === null) {
    const outcome = file.outcome === null ? null : outcomes[file.outcome];
    return [head, outcome ? `${outcome.zh} ${outcome.en}` : '—', ...waits].join('\n\n');
  }
  const { zh, en } = stages[stage];
  const since = kindOf(file.itinerary) === 'licensing' ? '收到申请 Received' : '始于 Since';
  const standing = `环节 Stage: **${zh} ${en}** · ${since} ${file.dates.receipt}`;
  return [head, standing, ...(waits.length === 0 ? ['流转中 Moving on'] : waits)].join('\n\n');
}

function mostUrgentFirst(a: WorkItem, b: WorkItem): number {
  return a.deadline.dueAt < b.deadline.dueAt ? -1 : Number(a.deadline.dueAt > b.deadline.dueAt);
}

/** Chinese, then English, so that each can be read through. */
function waitingLine(file: CaseFile, item: WorkItem): string {
  const unit = unitNameIn(file, item.unit);
  const step = steps[item.step];
  const { due } = item.deadline;
  const passed = item.limitPassed ? '**逾期 OVERDUE** ' : '';
  const stopped = item.stopped ? ' · 期限暂停 clock stopped' : '';
  return `- ${passed}**${unit.zh}** ${step.zh}，期限 ${due} · ${unit.en}: ${step.en}, due ${due}${stopped}`;
}

/** As the itinerary names it; a unit that acts called in besides goes by its id. */
function unitNameIn({ itinerary }: CaseFile, unit: UnitId): Label {
  const known = itinerary.stages.flatMap(({ steps }) => steps).find((step) => step.unit === unit);
  return known?.unitName ?? { zh: unit, en: unit };
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
