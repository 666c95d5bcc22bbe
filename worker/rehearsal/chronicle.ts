import { eventTypes } from '../../api/contracts/event';
import { dateInShanghai, yearOf } from '../../domain/civilDate';
import { consequences, scoreOf } from '../../domain/evaluation';
import type { CaseEvent } from '../../domain/event';
import type { CaseFile } from '../../domain/caseFile';
import { evaluationRulesIn, supervisionLife } from '../../domain/itinerary';
import type { Label } from '../../domain/label';
import { exitMeasures, severities, type Visit, visitGrounds } from '../../domain/supervision';
import { type Step, steps } from '../../domain/vocabulary';

/** A case of an institution's life: what stands in its record, and what that has come to. */
export interface KeptCase {
  readonly file: CaseFile;
  readonly events: readonly CaseEvent[];
}

/** What happened to an institution in one calendar year. */
export interface ChronicleYear {
  readonly year: number;
  /** How many visits were made, by what for. */
  readonly visits: readonly { readonly of: Label; readonly made: number }[];
  /** What happened besides, a line each, in order. */
  readonly lines: readonly string[];
  /** How many warnings went out. */
  readonly warnings: number;
  /** How many limits passed, by the step that was late. */
  readonly late: readonly { readonly of: Label; readonly passed: number }[];
}

/** The years of an institution, told by the records of its supervision and its evaluations. */
export function chronicleOf(supervision: KeptCase, evaluations: readonly KeptCase[]): ChronicleYear[] {
  const kept = [supervision, ...evaluations];
  const all = kept
    .flatMap(({ file, events }) => events.map((event) => ({ file, event })))
    .sort((a, b) => a.event.at.localeCompare(b.event.at));
  const years = [...new Set(all.map(({ event }) => yearIn(event)))];
  const what = new Subjects(kept);
  return years.map((year) => {
    const within = all.filter(({ event }) => yearIn(event) === year).map(({ event }) => event);
    const ofType = <T extends CaseEvent['type']>(type: T) =>
      within.filter((event): event is CaseEvent & { type: T } => event.type === type);
    const visits = ofType('visited').map(({ item }) => what.visit(item));
    const late = [...ofType('limitPassed'), ...ofType('rightLapsed')].map(({ item }) => what.step(item));
    return {
      year,
      visits: counted(visits).map(({ of, times }) => ({ of, made: times })),
      lines: within.flatMap((event) => lineOf(event, what)),
      warnings: ofType('warned').length,
      late: counted(late).map(({ of, times }) => ({ of, passed: times })),
    };
  });
}

/** An evaluation's score, indicator by indicator: points and what they count. */
function scoreLine({ itinerary, evaluation }: CaseFile): string {
  const rules = evaluationRulesIn(itinerary);
  if (!rules || !evaluation) return '';
  const { score, coverage, rating, lines } = scoreOf(rules, evaluation.points);
  const parts = lines.map(({ indicator: { name }, points, share }) =>
    points === null ? `${name.zh} 未评分` : `${name.zh} ${points}×${percent(share)}`,
  );
  const named = rating ? told(rating.name) : '不予评定 not rated';
  const from = rating ? ` (≥ ${rating.from})` : '';
  return `${score ?? '–'} = ${parts.join(' + ')}（评分覆盖 scored ${percent(coverage)}）→ ${named}${from}`;
}

/** What work items are about, by the events that asked for them. */
class Subjects {
  private readonly visits: readonly Visit[];
  private readonly asking = new Map<string, CaseEvent>();
  private readonly steps = new Map<string, Step>();
  private readonly passed = new Set<string>();

  constructor(private readonly kept: readonly KeptCase[]) {
    this.visits = kept.flatMap(({ file }) => supervisionLife(file.itinerary).visits);
    for (const { events } of kept) {
      const bySeq = new Map(events.map((event) => [event.seq, event]));
      for (const event of events) {
        if (event.type === 'limitPassed') this.passed.add(event.item);
        if (event.type !== 'stageOpened' && event.type !== 'sideStepsOpened') continue;
        for (const { id, step, stepId } of event.items) {
          this.steps.set(id, step);
          const asked = bySeq.get(Number(stepId.split('-').at(-1)));
          if (asked) this.asking.set(id, asked);
        }
      }
    }
  }

  step(item: string): Label {
    const step = this.steps.get(item);
    return step ? steps[step] : { zh: item, en: item };
  }

  visit(item: string): Label {
    const asked = this.asking.get(item);
    if (asked?.type === 'visitCalled') return visitGrounds[asked.ground];
    const rule = this.visits.find(({ id }) => asked?.type === 'visitDue' && id === asked.visit);
    return rule?.name ?? steps.visit;
  }

  /** How an evaluation was scored. */
  scored(caseId: string): string {
    const file = this.kept.map((each) => each.file).find((each) => each.caseId === caseId);
    return file ? scoreLine(file) : caseId;
  }

  wasLate(item: string): boolean {
    return this.passed.has(item);
  }
}

type Of<T extends CaseEvent['type']> = CaseEvent & { type: T };
type Telling<E extends CaseEvent> = (event: E, what: Subjects) => string | null;

const plainly = (): string => '';
const measured = ({ measure }: Of<'exitProposed' | 'exitDecided'>): string => told(exitMeasures[measure]);

/** What is worth a line of its own, and what that says besides its name; null where it is not after all. */
const tellings: { readonly [T in CaseEvent['type']]?: Telling<Of<T>> } = {
  visited: ({ item, severities: found }, what) => {
    if (found.length === 0) return null;
    return `${told(what.visit(item))}，发现问题 found: ${found.map((each) => told(severities[each])).join('、')}`;
  },
  findingsSettled: plainly,
  rectificationOrdered: ({ days }) => `限 ${days} 日 within ${days} days`,
  rectificationReported: plainly,
  reinspected: ({ result }) => (result === 'passed' ? '通过 passed' : '未通过 failed'),
  evaluationBegun: ({ evaluation }) => evaluation,
  selfAssessed: ({ item }, what) => (what.wasLate(item) ? '' : null),
  contested: plainly,
  evaluationEnded: ({ evaluation, leadsTo }, what) =>
    `${what.scored(evaluation)} → ${told(consequences[leadsTo])}`,
  exitProposed: measured,
  exitDeclined: plainly,
  hearingRequested: plainly,
  hearingWaived: plainly,
  procedureScheduled: ({ on }) => on,
  procedureRecorded: plainly,
  exitDecided: measured,
  placementReported: ({ childrenLeft, staffLeft }) =>
    `待安置 left: 儿童 children ${childrenLeft}、职工 staff ${staffLeft}`,
  deregistered: plainly,
  filingClosed: plainly,
};

function lineOf(event: CaseEvent, what: Subjects): string[] {
  // The table tells each type its own way; TypeScript cannot follow that through the index.
  const telling = tellings[event.type] as Telling<CaseEvent> | undefined;
  const more = telling?.(event, what) ?? null;
  if (more === null) return [];
  const late = 'item' in event && event.item !== null && what.wasLate(event.item) ? '，逾期 late' : '';
  return [
    `${dateInShanghai(event.at).slice(5)} ${told(eventTypes[event.type])}${more && `：${more}`}${late}`,
  ];
}

function told({ zh, en }: Label): string {
  return `${zh} ${en}`;
}

function counted(labels: readonly Label[]): { readonly of: Label; readonly times: number }[] {
  const times = new Map<Label, number>();
  for (const label of labels) times.set(label, (times.get(label) ?? 0) + 1);
  return [...times].map(([of, n]) => ({ of, times: n }));
}

function percent(share: number): string {
  return `${Math.round(share * 100) / 100}%`;
}

function yearIn({ at }: CaseEvent): number {
  return yearOf(dateInShanghai(at));
}
