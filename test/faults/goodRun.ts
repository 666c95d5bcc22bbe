import type { ActBody } from '../../domain/act';
import { systemActor, type Actor } from '../../domain/actor';
import type { CaseFile } from '../../domain/caseFile';
import { fold } from '../../domain/fold';
import type { CaseEvent, EventBody } from '../../domain/event';
import { noticeOf } from '../../domain/notice';
import { nextOfItself, openingOf } from '../../domain/opening';
import { numberFor, perform } from '../../domain/perform';
import { planCase } from '../../domain/planCase';
import { openItems, standsAt } from '../../domain/process';
import { steps, type Step } from '../../domain/vocabulary';
import { loadCalendar } from '../../infra/calendar/loadCalendar';
import type { Evidence, RecordedCase, RecordedEvent, ToldAct } from '../../infra/faults/evidence';
import { seedPlanFile } from '../../infra/development/accounts';
import { readPlanFile } from '../../infra/plan/file';
import { chainHash, GENESIS } from '../../infra/record/chain';
import { straightAnswer } from '../world/answers';
import { facts } from '../world/applications';
import { answererOf, applicant, ORGANISATION } from '../world/people';

const AT = '2026-03-02T01:00:00.000Z';
const TODAY = '2026-03-02';
/** What arrived as it should. */
export const ONCE = { arrivals: 1, first: AT, last: AT } as const;
const calendar = loadCalendar([]);
const plan = readPlanFile(seedPlanFile);
const allSteps = Object.keys(steps) as Step[];

/** One case as the record would hold it, and what its clients would have been told of it. */
class Pen {
  private file: CaseFile | null = null;
  private hash = GENESIS;
  private readonly events: RecordedEvent[] = [];
  readonly told: ToldAct[] = [];

  constructor(
    readonly caseId: string,
    private readonly numbers: Map<string, number>,
  ) {
    const itinerary = planCase({ id: 'xiacheng@1', number: 1, effectiveFrom: '2019-07-12', plan }, facts);
    const submitted = {
      receivedOn: TODAY,
      channel: 'portal',
      organisation: ORGANISATION,
      itinerary,
    } as const;
    this.append(applicant, { type: 'submitted', ...submitted });
    this.tell('submit', null, applicant, 1);
    this.conduct();
  }

  get state(): CaseFile {
    if (!this.file) throw new Error('A case begins with its submission');
    return this.file;
  }

  act(body: ActBody, item: string | null, actor: Actor): void {
    const { body: event } = perform(this.state, item, body, actor, {
      today: TODAY,
      now: AT,
      number: this.number(body, item),
    });
    this.append(actor, event);
    if (actor !== systemActor) this.tell(body.act, item, actor, this.state.seq);
    this.settle();
    this.conduct();
  }

  /** Everything that waits is answered, until the case is closed. */
  finish(): void {
    for (let item = openItems(this.state)[0]; item; item = openItems(this.state)[0]) {
      const body = straightAnswer(this.state, item, TODAY);
      this.act(body, item.id, item.step === 'push' ? systemActor : answererOf(item, body.act));
    }
  }

  get recorded(): RecordedCase {
    const notices = this.events.flatMap((event) => {
      const { seq, type } = event;
      const template = noticeOf({ type, ...(event.facts as object), seq } as CaseEvent);
      return template
        ? [{ seq, template, messageId: `<${this.caseId}.${seq}@test>`, status: 'sent', attempts: 1 }]
        : [];
    });
    const registered = this.events.some(({ type }) => type === 'registered');
    const pushes = registered ? [{ key: `${this.caseId}:push`, attempts: 1 }] : [];
    const worklist = Object.values(this.state.items);
    const wakeUp = { upTo: this.state.seq, delivered: this.state.seq };
    const { caseId, state, events, hash: lastHash } = this;
    return { caseId, state, lastHash, events, worklist, notices, pushes, wakeUp };
  }

  private conduct(): void {
    const stage = standsAt(this.state);
    const opening = stage && openingOf(this.state, stage, allSteps, { calendar, today: TODAY });
    if (opening) this.append(systemActor, opening);
  }

  private settle(): void {
    const next = () => nextOfItself(this.state, AT, { calendar, today: TODAY });
    for (let body = next(); body; body = next()) this.append(systemActor, body);
  }

  private append(actor: Actor, body: EventBody): void {
    const { type, ...eventFacts } = body;
    const seq = (this.file?.seq ?? 0) + 1;
    this.file = fold(
      this.file,
      [{ ...body, seq, at: AT, actor: { sub: actor.sub, unit: actor.unit } }],
      this.caseId,
    );
    const covered = {
      caseId: this.caseId,
      seq,
      type,
      at: AT,
      receivedAt: AT,
      actorSub: actor.sub,
      actorUnit: actor.unit,
      facts: eventFacts,
      particulars: {},
    };
    const previousHash = this.hash;
    this.hash = chainHash(previousHash, covered);
    this.events.push({ ...covered, previousHash, hash: this.hash });
  }

  private number({ act }: ActBody, item: string | null): string | null {
    const kind = numberFor(act, item === null ? null : (this.state.items[item] ?? null));
    if (kind === null) return null;
    const name = { letter: '下石桥托', filingReceipt: 'XCTY-R', certificate: 'XCTY-C' }[kind];
    const number = (this.numbers.get(name) ?? 0) + 1;
    this.numbers.set(name, number);
    return kind === 'letter'
      ? `${name}〔2026〕${number}号`
      : `${name}-2026-${String(number).padStart(6, '0')}`;
  }

  private tell(asked: ToldAct['asked'], workItem: string | null, { sub }: Actor, seq: number): void {
    const ending = { ending: 'done', status: asked === 'submit' ? 201 : 200, code: null } as const;
    const key = `key-${this.caseId}-${seq}`;
    const { caseId } = this;
    this.told.push({
      client: 1,
      key,
      account: sub,
      asked,
      caseId,
      workItem,
      ...ending,
      seq,
      attempts: 1,
      replayed: false,
    });
  }
}

/** A run in which everything went well: a case with its certificate, a withdrawn one, one that is still open. */
export function goodRun(): Evidence {
  const numbers = new Map<string, number>([['XCTY', 3]]);
  const [certified, withdrawn, open] = [1, 2, 3].map((n) => new Pen(`XCTY-2026-00000${n}`, numbers)) as [
    Pen,
    Pen,
    Pen,
  ];
  certified.finish();
  withdrawn.act({ act: 'withdraw' }, null, applicant);
  const pens = [certified, withdrawn, open];
  const cases = pens.map((pen) => pen.recorded);
  const told = pens.flatMap((pen) => pen.told);
  return {
    told,
    cases,
    answers: told.map(({ account, key, status, caseId, seq, asked }) => ({
      account,
      key,
      status: status ?? 0,
      caseId,
      seq: asked === 'submit' ? null : seq,
    })),
    drafts: [],
    serialNumbers: [...numbers].map(([name, last]) => ({ name, year: 2026, last })),
    workflows: cases.map(({ caseId, state }) => ({
      workflowId: `licensing:${caseId}`,
      status: state.outcome === null ? 'RUNNING' : 'COMPLETED',
      problems: [],
      standing: { caseId, readUpTo: state.seq },
    })),
    mails: cases.flatMap(({ notices }) => notices.map(({ messageId }) => ({ messageId, ...ONCE }))),
    pushes: cases.flatMap(({ pushes }) => pushes.map(({ key }) => ({ key, ...ONCE }))),
    outages: { api: [], worker: [], temporal: [], postgres: [] },
  };
}
