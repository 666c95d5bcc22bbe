import { CancellationScope, condition, isCancellation, setHandler, workflowInfo } from '@temporalio/workflow';
import type { Reading } from '../activities';
import { type CaseFile, fold } from '../domain/caseFile';
import { noticeOf } from '../domain/notice';
import { dueSteps, isSettled, nextDueAt, openItems, standsAt } from '../domain/process';
import type { Outcome, Stage, Step } from '../domain/vocabulary';
import { record } from './activities';
import { Alarm } from './alarm';
import { recorded, standing } from './api';
import { Board } from './board';
import { Courier } from './courier';

/**
 * Conducts one case by its record: folds what was recorded, opens what is due, keeps the timer, and shows
 * administrators where the case stands. It decides nothing that a person has a say in.
 */
export class Conductor {
  private file: CaseFile | null = null;
  private wokenUpTo = 0;
  private readonly alarm = new Alarm();
  private readonly board = new Board();
  private readonly courier: Courier;

  constructor(readonly caseId: string) {
    setHandler(recorded, ({ upTo }) => void (this.wokenUpTo = Math.max(this.wokenUpTo, upTo)), {
      description: '记录已更新 / The record has events up to this number',
    });
    setHandler(standing, () => this.stand(), { description: '当前状态 / Where the conductor stands' });
    this.courier = new Courier(caseId);
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

  /** The history has grown so long that a fresh run should go on. */
  get isLong(): boolean {
    return workflowInfo().continueAsNewSuggested;
  }

  /** Asks for steps of the stage where the case stands, and returns when all are settled or the case has left. */
  async ask(...steps: Step[]): Promise<void> {
    const here = this.position();
    while (this.position() === here && this.owes(steps) && !this.isLong) {
      if (!this.isDue(steps) || !(await this.open(steps))) await this.change();
    }
  }

  /** Asks for a step that the system itself carries out, by an effect tried until it has come about. */
  async carryOut(step: Step, effect: () => Promise<{ readonly lastSeq: number }>): Promise<void> {
    if (this.isDue([step])) await this.open([step]);
    const attempt = new CancellationScope();
    attempt.run(effect).then(
      ({ lastSeq }) => void (this.wokenUpTo = Math.max(this.wokenUpTo, lastSeq)),
      (error: unknown) => {
        if (!isCancellation(error)) throw error;
      },
    );
    await this.ask(step);
    attempt.cancel();
  }

  /** Leaves nothing running: notices are delivered, the timer is off. */
  async finish(): Promise<void> {
    this.alarm.arm(null);
    this.board.show(this.taken);
    await this.courier.finish();
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
    this.board.show(file);
    this.alarm.arm(nextDueAt(file));
    await condition(() => this.wokenUpTo > this.taken.seq || this.alarm.hasRung);
    const request = { caseId: this.caseId, afterSeq: this.taken.seq };
    this.follow(this.alarm.hasRung ? await record.recordSilences(request) : await record.readEvents(request));
  }

  /** Folds a reading. A record shorter than what was folded was restored from a backup: begin again from it. */
  private follow({ events, lastSeq, complete }: Reading): void {
    this.file = fold(complete ? null : this.file, events, this.caseId);
    this.wokenUpTo = Math.min(this.wokenUpTo, lastSeq);
    for (const event of events) if (noticeOf(event) !== null) this.courier.owe(event.seq);
  }

  private position(): string {
    return `${this.taken.round}:${this.stage}`;
  }

  private owes(kinds: readonly Step[]): boolean {
    const stage = this.taken.itinerary.stages.find((each) => each.stage === this.stage);
    return !!stage?.steps.some((step) => kinds.includes(step.step) && !isSettled(this.taken, step));
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

  private get taken(): CaseFile {
    if (!this.file) throw new TypeError('The record is read before anything else');
    return this.file;
  }
}
