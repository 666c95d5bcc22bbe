import type { Act } from '../../domain/act';
import type { CaseFile } from '../../domain/caseFile';
import type { EventType } from '../../domain/event';
import type { NoticeTemplate } from '../../domain/notice';
import type { ChainedEvent } from '../record/chain';
import type { Victim } from './schedule';

/** What a client asks the record to hold: an act of the domain, or the beginning of a draft and of a case. */
export type Asked = Act | 'begin' | 'submit';

/** How a request ended for the client that sent it. */
export type Ending = 'done' | 'refused' | 'unanswered';

/** One act as the client that sent it knows it: its own log, and nothing else, says so. */
export interface ToldAct {
  readonly client: number;
  readonly key: string;
  readonly account: string;
  readonly asked: Asked;
  /** Null for a submission that nobody answered. */
  readonly caseId: string | null;
  /** What it is about within the case; the draft for one that is begun. */
  readonly workItem: string | null;
  readonly ending: Ending;
  readonly status: number | null;
  /** The number of its event, as the answer said. */
  readonly seq: number | null;
  /** The code of a refusal. */
  readonly code: string | null;
  readonly attempts: number;
  readonly replayed: boolean;
}

export interface RecordedEvent extends ChainedEvent {
  readonly type: EventType;
  readonly previousHash: string;
  readonly hash: string;
}

export interface OwedNotice {
  readonly seq: number;
  readonly template: NoticeTemplate;
  readonly messageId: string;
  readonly status: string;
  /** How often a worker took it to be sent. */
  readonly attempts: number;
}

export interface OwedPush {
  readonly key: string;
  readonly attempts: number;
}

/** One case as PostgreSQL holds it. */
export interface RecordedCase {
  readonly caseId: string;
  readonly state: CaseFile;
  readonly lastHash: string;
  readonly events: readonly RecordedEvent[];
  /** Its rows of the worklist. */
  readonly worklist: readonly { readonly id: string; readonly status: string; readonly version: number }[];
  readonly notices: readonly OwedNotice[];
  readonly pushes: readonly OwedPush[];
  /** How far the outbox was told to wake the workflow, and how far it did. */
  readonly wakeUp: { readonly upTo: number; readonly delivered: number } | null;
}

/** The answer that the record keeps for a request's key. */
export interface KeptAnswer {
  readonly account: string;
  readonly key: string;
  readonly status: number;
  readonly caseId: string | null;
  /** The number of the event, where it answers an act. */
  readonly seq: number | null;
}

/** A workflow as Temporal shows it; `standing` is its own answer, null where it gives none. */
export interface ConductedCase {
  readonly workflowId: string;
  readonly status: string;
  readonly problems: readonly string[];
  readonly standing: { readonly caseId: string; readonly readUpTo: number } | null;
}

/** How often the same thing arrived, and when first and last (ISO). */
export interface Arrivals {
  readonly arrivals: number;
  readonly first: string;
  readonly last: string;
}

/** A mail as the catcher holds it, known by its Message-ID. */
export interface CaughtMail extends Arrivals {
  readonly messageId: string;
}

/** A registration as the health bureau's receiver holds it, known by its key. */
export interface ReceivedPush extends Arrivals {
  readonly key: string;
}

/** From the end of a part until it was up again (ISO). */
export interface Outage {
  readonly from: string;
  readonly to: string;
}

/** Everything the comparison looks at, gathered once the system has come to rest. */
export interface Evidence {
  readonly told: readonly ToldAct[];
  readonly cases: readonly RecordedCase[];
  readonly answers: readonly KeptAnswer[];
  readonly drafts: readonly string[];
  /** The last number given out, by name and year: `XC-C` 2026 → 12. */
  readonly serialNumbers: readonly { readonly name: string; readonly year: number; readonly last: number }[];
  readonly workflows: readonly ConductedCase[];
  readonly mails: readonly CaughtMail[];
  readonly pushes: readonly ReceivedPush[];
  /** When each part was away, as those who killed it know. */
  readonly outages: Readonly<Record<Victim, readonly Outage[]>>;
}

/** Something that should be there and is not, is there twice, or does not hold together. */
export interface Fault {
  readonly kind: 'lost' | 'doubled' | 'broken';
  readonly about: 'act' | 'record' | 'number' | 'workflow' | 'mail' | 'push';
  readonly where: string;
  readonly text: string;
}
