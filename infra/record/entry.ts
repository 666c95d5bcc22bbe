import { sql } from 'kysely';
import { type Actor, systemActor } from '../../domain/actor';
import type { CaseFile, WorkItem } from '../../domain/caseFile';
import { dateInShanghai } from '../../domain/civilDate';
import { fold } from '../../domain/fold';
import type { CaseEvent, EventBody } from '../../domain/event';
import { applicationOf, institutionOf } from '../../domain/itinerary';
import { type Moment, nextOfItself } from '../../domain/opening';
import { unitsIn } from '../../domain/permission';
import { standsAt } from '../../domain/process';
import type { Tx } from '../db/connect';
import { chainHash, GENESIS } from './chain';
import { CaseNotFound } from './errors';
import type { Ground } from './ground';
import { oweNotices } from './notices';

/** Whether the case's workflow must be woken for what is written: not for what it wrote itself. */
export type WakeUp = 'wakeWorkflow' | 'byWorkflow';

interface PendingEvent {
  readonly event: CaseEvent;
  readonly particulars: Readonly<Record<string, unknown>>;
  readonly hash: string;
  readonly previousHash: string;
}

/**
 * One visit to a case under its lock: events are appended in memory and written together.
 * The lock is the row's, held until the transaction ends, so visits to one case follow one another.
 */
export class Entry {
  private readonly pending: PendingEvent[] = [];
  private readonly before: CaseFile | null;

  private constructor(
    private readonly tx: Tx,
    private readonly ground: Ground,
    readonly caseId: string,
    private state: CaseFile | null,
    private hash: string,
    /** When this visit was received, by the business clock. */
    readonly receivedAt: Date,
  ) {
    this.before = state;
  }

  /** Locks a case and first brings it up to date: no act is judged on a state that time has overtaken. @throws CaseNotFound */
  static async open(tx: Tx, ground: Ground, caseId: string): Promise<Entry> {
    const row = await tx
      .selectFrom('case_file')
      .select(['state', 'last_hash'])
      .where('case_id', '=', caseId)
      .forUpdate()
      .executeTakeFirst();
    if (!row) throw new CaseNotFound(caseId);
    const entry = new Entry(tx, ground, caseId, row.state, row.last_hash, await ground.clock.now());
    await entry.settle();
    return entry;
  }

  /** Begins a case that has no row yet; `insert` the row before `write`. */
  static async begin(tx: Tx, ground: Ground, caseId: string): Promise<Entry> {
    return new Entry(tx, ground, caseId, null, GENESIS, await ground.clock.now());
  }

  /** What this visit has appended: right after `open`, what time has done and nobody had noted. */
  get appended(): readonly CaseEvent[] {
    return this.pending.map(({ event }) => event);
  }

  get file(): CaseFile {
    if (!this.state) throw new CaseNotFound(this.caseId);
    return this.state;
  }

  /** The time of the next event: the clock's, but never before the event that precedes it. */
  get at(): string {
    const now = this.receivedAt.toISOString();
    return this.state && this.state.lastAt > now ? this.state.lastAt : now;
  }

  append(actor: Actor, body: EventBody, particulars: Readonly<Record<string, unknown>> = {}): void {
    const event: CaseEvent = {
      ...body,
      seq: (this.state?.seq ?? 0) + 1,
      at: this.at,
      actor: { sub: actor.sub, unit: actor.unit },
    };
    const previousHash = this.hash;
    this.hash = chainHash(previousHash, {
      caseId: this.caseId,
      seq: event.seq,
      type: event.type,
      at: event.at,
      receivedAt: this.receivedAt.toISOString(),
      actorSub: actor.sub,
      actorUnit: actor.unit,
      facts: factsOf(event),
      particulars,
    });
    this.pending.push({ event, particulars, hash: this.hash, previousHash });
    this.state = fold(this.state, [event], this.caseId);
  }

  /** By which calendar and when the next event is written. */
  async moment(): Promise<Moment> {
    return { calendar: await this.ground.calendar(), today: dateInShanghai(this.at) };
  }

  /** Appends what the case writes by itself, until it is up to date. */
  async settle(): Promise<void> {
    const moment = await this.moment();
    const next = () => nextOfItself(this.file, this.at, moment);
    for (let body = next(); body; body = next()) this.append(systemActor, body);
  }

  /** Writes what was appended: events, state, worklist, notices, and the wake-up. */
  async write(wakeUp: WakeUp): Promise<void> {
    if (this.pending.length === 0) return;
    await this.tx
      .insertInto('event')
      .values(this.pending.map((each) => this.row(each)))
      .execute();
    await this.updateState();
    await this.updateWorklist();
    await oweNotices(
      this.tx,
      this.ground,
      this.file,
      this.pending.map((each) => each.event),
    );
    if (wakeUp === 'wakeWorkflow') await this.leaveWakeUp();
  }

  private row({ event, particulars, hash, previousHash }: PendingEvent) {
    return {
      case_id: this.caseId,
      seq: event.seq,
      type: event.type,
      at: event.at,
      received_at: this.receivedAt,
      actor_sub: event.actor.sub,
      actor_unit: event.actor.unit,
      facts: JSON.stringify(factsOf(event)),
      particulars: JSON.stringify(particulars),
      previous_hash: previousHash,
      hash,
    };
  }

  private async updateState(): Promise<void> {
    const { file } = this;
    await this.tx
      .updateTable('case_file')
      .set({
        state: JSON.stringify(file),
        seq: file.seq,
        last_at: file.lastAt,
        last_hash: this.hash,
        stage: standsAt(file) ?? file.stage,
        outcome: file.outcome,
        units: unitsIn(file),
        organisation: file.organisation,
        institution_id: institutionOf(file),
        application_id: applicationOf(file),
        ownership: file.itinerary.ownership,
        subdistrict: file.itinerary.subdistrict,
        closed_at: file.outcome === null ? null : file.lastAt,
      })
      .where('case_id', '=', this.caseId)
      .execute();
  }

  private async updateWorklist(): Promise<void> {
    const changed = Object.values(this.file.items).filter(
      (item) => this.before?.items[item.id]?.version !== item.version,
    );
    if (changed.length === 0) return;
    await this.tx
      .insertInto('work_item')
      .values(changed.map((item) => worklistRow(this.file, item)))
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet((row) => ({
          status: row.ref('excluded.status'),
          limit_passed: row.ref('excluded.limit_passed'),
          stopped: row.ref('excluded.stopped'),
          assignee: row.ref('excluded.assignee'),
          due: row.ref('excluded.due'),
          due_at: row.ref('excluded.due_at'),
          provisional: row.ref('excluded.provisional'),
          opened_at: row.ref('excluded.opened_at'),
          version: row.ref('excluded.version'),
        })),
      )
      .execute();
  }

  private async leaveWakeUp(): Promise<void> {
    await this.tx
      .insertInto('wake_up')
      .values({ case_id: this.caseId, up_to: this.file.seq })
      .onConflict((conflict) =>
        conflict.column('case_id').doUpdateSet({ up_to: sql`greatest(wake_up.up_to, excluded.up_to)` }),
      )
      .execute();
  }
}

/** The facts of an event without its head, as they are kept and hashed. */
function factsOf(event: CaseEvent): Record<string, unknown> {
  const { seq: _seq, at: _at, actor: _actor, type: _type, ...facts } = event;
  return facts;
}

/** An item as its row of the worklist. */
export function worklistRow(file: CaseFile, item: WorkItem) {
  return {
    id: item.id,
    case_id: file.caseId,
    stage: item.stage,
    step: item.step,
    unit: item.unit,
    organisation: file.organisation,
    round: item.round,
    status: item.status,
    limit_passed: item.limitPassed,
    stopped: item.stopped,
    assignee: item.assignee,
    due: item.deadline.due,
    due_at: item.deadline.dueAt,
    provisional: item.deadline.provisional,
    opened_at: item.openedAt,
    version: item.version,
  };
}
