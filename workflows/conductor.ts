import { CancellationScope, condition, isCancellation, setHandler, workflowInfo } from '@temporalio/workflow';
import type { Reading } from '../activities';
import type { CaseFile } from '../domain/caseFile';
import type { CaseEvent } from '../domain/event';
import { fold } from '../domain/fold';
import { owesEvaluation, owesYear } from '../domain/lifeDates';
import { noticeOf } from '../domain/notice';
import { type DecisionTimes, type Hour, nextChangeAt } from '../domain/overdue';
import { currentItem, dueSteps, isSettled, nextDueAt, openItems, standsAt } from '../domain/process';
import type { Outcome, Stage, Step } from '../domain/vocabulary';
import { record } from './activities';
import { Alarm } from './alarm';
import { recorded, standing } from './api';
import { Board, type Effect } from './board';
import { Courier } from './courier';
import { type Attempt, effort } from './effort';

/**
 * Conducts one case by its record: folds what was recorded, opens what is due, keeps the timer, and shows
 * administrators where the case stands. It decides nothing that a person has a say in.
 */
export class Conductor {
  private file: CaseFile | null = null;
  private wokenUpTo = 0;
  private decision: DecisionTimes = { decisionDueAt: null, decisionWarnsAt: null };
  /** Where the stage that is being run began. */
  private place = '';
  /** A new year began in this run. */
  private hasTurned = false;
  private readonly alarm = new Alarm();
  private readonly board = new Board();
  private readonly courier: Courier;

  constructor(readonly caseId: string) {
    setHandler(recorded, ({ upTo }) => this.hear(upTo), {
      description: '记录已更新 / The record has events up to this number',
    });
    setHandler(standing, () => this.stand(), { description: '当前状态 / Where the conductor stands' });
    this.courier = new Courier(caseId, this.board, (lastSeq) => this.hear(lastSeq));
  }

  /** Reads the record from its beginning: how every run starts, whatever went before. */
  async take(): Promise<void> {
    this.follow(await record.readEvents({ caseId: this.caseId, afterSeq: 0 }));
  }

  get stage(): Stage | null {
    return standsAt(this.taken);
  }

  get outcome(): Outcome | null {
    return this.taken.outcome;
  }

  /** The history has grown so long, or a supervision has come to a new year, that a fresh run should go on. */
  get isLong(): boolean {
    return workflowInfo().continueAsNewSuggested || this.hasTurned;
  }

  /** Runs the stage where the case stands, once: a case that leaves it, if only for another round of it, begins anew. */
  async pass(stage: (the: Conductor) => Promise<void>): Promise<void> {
    this.place = this.position();
    await stage(this);
  }

  /** Asks for steps of the stage that is being run, and returns when all are settled or the case has left it. */
  async ask(...steps: Step[]): Promise<void> {
    while (this.position() === this.place && this.owes(steps) && !this.isLong) {
      if (!this.isDue(steps) || !(await this.open(steps))) await this.change();
    }
  }

  /** Whether a step is due or open: an older itinerary may not have it. */
  owesNow(step: Step): boolean {
    return this.isDue([step]) || currentItem(this.taken, step)?.status === 'open';
  }

  /** Asks for a step that the system itself carries out, by an effect tried until it has come about. */
  async carryOut(step: Step & Effect, attempt: Attempt<{ readonly lastSeq: number }>): Promise<void> {
    if (this.isDue([step])) await this.open([step]);
    const scope = new CancellationScope();
    const carriedOut = scope
      .run(() => effort(this.board, step, attempt))
      .then(
        ({ lastSeq }) => this.hear(lastSeq),
        (error: unknown) => {
          if (!isCancellation(error)) throw error;
        },
      );
    await this.ask(step);
    // What has come about is about to end by itself; only where the case has left is it called off.
    if (this.isDone(step)) await carriedOut;
    else scope.cancel();
  }

  /**
   * Stays with an institution: begins its evaluations when they are due, takes it into each new year, and waits. Visits
   * fall due by the record itself.
   */
  async supervise(): Promise<void> {
    while (this.position() === this.place && !this.isLong) {
      const request = { caseId: this.caseId, afterSeq: this.taken.seq };
      if (owesYear(this.taken, new Date().toISOString())) {
        this.follow(await record.turnYear(request));
        this.hasTurned = !owesYear(this.taken, new Date().toISOString());
        // The record's clock may be a moment behind the engine's.
        if (!this.hasTurned) await this.change();
      } else if (owesEvaluation(this.taken)) this.follow(await record.beginEvaluation(request));
      else await this.change();
    }
  }

  /** Stays with a case for which nothing falls due by itself; what acts ask for is opened by the record. */
  async stay(): Promise<void> {
    while (this.position() === this.place && !this.isLong) await this.change();
  }

  /** For an institution that leaves, evaluations, changes and requests for support go no further. */
  async endWhatIsUnderWay(): Promise<void> {
    await record.discontinueEvaluations({ caseId: this.caseId });
  }

  /**
   * What goes on beside the stages of a case that is closed: letters are served, notices delivered. Returns when
   * nothing is left of it, or when an amended act has opened a stage again.
   */
  async rest(): Promise<void> {
    while (this.stage === null && openItems(this.taken).length > 0 && !this.isLong) await this.change();
    if (this.stage === null) {
      this.alarm.arm(null);
      this.board.show(this.taken, this.hour);
      await this.courier.idle(() => this.wokenUpTo > this.taken.seq);
    }
    if (this.wokenUpTo > this.taken.seq) await this.change();
  }

  /** Whether anything of the case is still under way. */
  get isOver(): boolean {
    const isRead = this.wokenUpTo <= this.taken.seq;
    return this.stage === null && isRead && openItems(this.taken).length === 0 && this.courier.isIdle;
  }

  /** Leaves nothing running: notices are delivered, the timer is off. */
  async finish(): Promise<void> {
    this.alarm.arm(null);
    this.board.show(this.taken, this.hour);
    await this.courier.finish();
  }

  /** The record has events up to this number. */
  private hear(upTo: number): void {
    this.wokenUpTo = Math.max(this.wokenUpTo, upTo);
  }

  private async open(steps: readonly Step[]): Promise<boolean> {
    const { round, seq } = this.taken;
    const stage = this.stage;
    if (stage === null) return false;
    const reading = await record.openStage({ caseId: this.caseId, stage, round, steps, afterSeq: seq });
    this.follow(reading);
    return reading.events.length > 0;
  }

  /** Waits until the record says more, or the next limit passes. */
  private async change(): Promise<void> {
    const file = this.taken;
    this.board.show(file, this.hour);
    this.alarm.arm(nextChangeAt(nextDueAt(file), this.hour));
    await condition(() => this.wokenUpTo > this.taken.seq || this.alarm.hasRung);
    const request = { caseId: this.caseId, afterSeq: this.taken.seq };
    this.follow(this.alarm.hasRung ? await record.recordSilences(request) : await record.readEvents(request));
  }

  /** Folds a reading. A record shorter than what was folded was restored from a backup: begin again from it. */
  private follow({ events, lastSeq, complete, decisionDueAt = null, decisionWarnsAt = null }: Reading): void {
    this.file = fold(complete ? null : this.file, events, this.caseId);
    this.wokenUpTo = Math.min(this.wokenUpTo, lastSeq);
    this.decision = { decisionDueAt, decisionWarnsAt };
    for (const event of events) if (owesMail(event)) this.courier.owe(event.seq);
  }

  private position(): string {
    return `${this.taken.round}:${this.stage}`;
  }

  private owes(kinds: readonly Step[]): boolean {
    const stage = this.taken.itinerary.stages.find((each) => each.stage === this.stage);
    return !!stage?.steps.some((step) => kinds.includes(step.step) && !isSettled(this.taken, step));
  }

  private isDone(step: Step): boolean {
    return currentItem(this.taken, step)?.status === 'done';
  }

  private isDue(kinds: readonly Step[]): boolean {
    return dueSteps(this.taken).some((step) => kinds.includes(step.step));
  }

  private stand() {
    const file = this.file;
    return {
      caseId: this.caseId,
      readUpTo: file?.seq ?? 0,
      stage: file && standsAt(file),
      waitingFor: file ? openItems(file).map((item) => item.id) : [],
      nextDueAt: file && nextDueAt(file),
    };
  }

  private get hour(): Hour {
    return { now: new Date().toISOString(), ...this.decision };
  }

  private get taken(): CaseFile {
    if (!this.file) throw new TypeError('The record is read before anything else');
    return this.file;
  }
}

/** An administrator who has mails sent again owes them anew. */
function owesMail(event: CaseEvent): boolean {
  return noticeOf(event) !== null || (event.type === 'intervened' && event.kind === 'resent');
}
