import type { ColumnType, Generated } from 'kysely';
import type { CaseFile } from '../../domain/caseFile';
import type { ComplainantContact } from '../../domain/complaint';
import type { StaffContact } from '../../domain/staff';
import type { PaperMediaType, PaperState } from '../../domain/paper';
import type { Plan } from '../../domain/plan';
import type { StoredApplication } from '../personal/storedApplication';
import type { Instant, Json, MaybeInstant } from './columns';
import type { DutyMailTable, NoticeTable, PushTable } from './effectTables';
import type {
  AccountTable,
  AnchorTable,
  AuditEntryTable,
  PersonalIndexTable,
  PresenceTable,
  ResponsibleGapTable,
  ResponsiblePersonTable,
  SessionTable,
} from './people';

export interface PlanVersionTable {
  id: string;
  plan_id: string;
  number: number;
  effective_from: string;
  body: Json<Plan>;
  sha256: string;
  published_at: Instant;
  published_by: string | null;
}

export interface CaseFileTable {
  case_id: string;
  kind: Generated<string>;
  institution_id: string;
  application_id: string;
  year: number | null;
  plan_version: string;
  state: Json<CaseFile>;
  seq: number;
  last_at: Instant;
  last_hash: string;
  stage: string;
  outcome: string | null;
  service_mode: string;
  ownership: string;
  subdistrict: string;
  organisation: string;
  lead: string;
  institution_name: string;
  units: string[];
  received_on: string;
  opened_at: Instant;
  closed_at: MaybeInstant;
}

export interface ApplicationTable {
  case_id: string;
  body: Json<StoredApplication>;
  submitted_by: string;
}

export interface EventTable {
  case_id: string;
  seq: number;
  type: string;
  at: Instant;
  received_at: Instant;
  actor_sub: string;
  actor_unit: string | null;
  facts: Json<Record<string, unknown>>;
  particulars: Json<Record<string, unknown>>;
  previous_hash: string;
  hash: string;
  /** By which transaction it was written; the database says so. */
  xact: ColumnType<string | null, never, never>;
}

export interface WorkItemTable {
  id: string;
  case_id: string;
  stage: string;
  step: string;
  unit: string;
  organisation: string;
  round: number;
  status: string;
  limit_passed: boolean;
  stopped: boolean;
  assignee: string | null;
  due: string;
  due_at: Instant;
  provisional: boolean;
  opened_at: Instant;
  version: number;
}

export interface WakeUpTable {
  case_id: string;
  up_to: number;
  delivered: Generated<number>;
  leased_until: MaybeInstant;
  next_at: Generated<Date>;
  attempts: Generated<number>;
  last_error: string | null;
  restart: Generated<boolean>;
}

export interface ReconciliationTable {
  at: Instant;
  cases: number;
  differences: Json<readonly unknown[]>;
}

export interface DocumentTable {
  no: string;
  case_id: string;
  kind: string;
  statement: Json<Record<string, unknown>>;
  jws: string;
  pdf: Buffer;
  sealed_at: Instant;
}

export interface LetterPdfTable {
  no: string;
  case_id: string;
  pdf: Buffer;
  rendered_at: Instant;
}

export interface SerialNumberTable {
  name: string;
  year: number;
  last: number;
}

export interface IdempotencyKeyTable {
  sub: string;
  key: string;
  request_hash: string;
  status: number;
  headers: Json<Record<string, string>>;
  body: Json<unknown>;
  at: Instant;
}

export interface DraftTable {
  id: string;
  organisation: string;
  created_by: string;
  body: Json<unknown>;
  version: number;
  case_id: string | null;
  created_at: Instant;
  updated_at: Instant;
}

export interface PaperTable {
  id: string;
  no: Generated<string>;
  draft_id: string | null;
  case_id: string | null;
  material: string;
  version: number;
  file_name: string;
  media_type: PaperMediaType;
  bytes: number;
  sha256: string;
  uploaded_by: string;
  uploaded_unit: string | null;
  uploaded_at: Instant;
  replaced_by: string | null;
  state: Generated<PaperState>;
  work_item: string | null;
  finding_no: number | null;
  scanner: string | null;
  finding: string | null;
  scan_attempts: Generated<number>;
  scan_error: string | null;
  next_scan_at: Generated<Date>;
  leased_until: MaybeInstant;
}

/** What the public complained of; what became of it stands in the record. */
export interface ComplaintTable {
  no: string;
  case_id: string;
  work_item: string;
  text: string;
  contact: Json<ComplainantContact>;
  received_at: Instant;
}

/** Who the members of an institution's staff are; what they do there stands in the record. */
export interface StaffMemberTable {
  id: string;
  case_id: string;
  member: string;
  contact: Json<StaffContact>;
  entered_at: Instant;
}

/** A visit of the rounds that lies ahead; the database keeps these rows by the states of supervisions. */
export interface VisitAheadTable {
  case_id: string;
  visit: string;
  unit: string;
  due_on: string;
}

/** Where the feed tells an event; a bigint, which the driver gives as text. */
export interface FeedPositionTable {
  position: string;
  case_id: string;
  seq: number;
}

/** The tables of the database; the migrations beside this file make them. */
export interface Tables {
  plan_version: PlanVersionTable;
  case_file: CaseFileTable;
  application: ApplicationTable;
  event: EventTable;
  work_item: WorkItemTable;
  wake_up: WakeUpTable;
  reconciliation: ReconciliationTable;
  notice: NoticeTable;
  push: PushTable;
  document: DocumentTable;
  letter_pdf: LetterPdfTable;
  serial_number: SerialNumberTable;
  idempotency_key: IdempotencyKeyTable;
  account: AccountTable;
  draft: DraftTable;
  session: SessionTable;
  presence: PresenceTable;
  personal_index: PersonalIndexTable;
  audit_entry: AuditEntryTable;
  anchor: AnchorTable;
  paper: PaperTable;
  feed_position: FeedPositionTable;
  complaint: ComplaintTable;
  staff_member: StaffMemberTable;
  visit_ahead: VisitAheadTable;
  responsible_person: ResponsiblePersonTable;
  responsible_gap: ResponsibleGapTable;
  duty_mail: DutyMailTable;
}
