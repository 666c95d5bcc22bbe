import type { ColumnType, Generated } from 'kysely';
import type { AuditSubject, AuditType } from '../../domain/audit';
import type { Label } from '../../domain/label';
import type { GapKind, Place } from '../../domain/responsible';
import type { Holder } from '../personal/holders';
import type { Sealed } from '../personal/cipher';
import type { Instant, Json, MaybeInstant } from './columns';

export interface AccountTable {
  issuer: string;
  sub: string;
  name: Json<Label>;
  email: Sealed;
  unit: string | null;
  organisation: string | null;
  roles: string[];
  active: Generated<boolean>;
  signed_out_at: MaybeInstant;
}

/** Who is signed in by browser; connect-pg-simple reads and writes it. */
export interface SessionTable {
  sid: string;
  sess: Json<{ readonly identity?: { readonly issuer: string; readonly sub: string } }>;
  expire: Instant;
}

export interface PresenceTable {
  case_id: string;
  sub: string;
  unit: string | null;
  seen_at: Instant;
}

/** Who answers for a unit's supervision. Days are `YYYY-MM-DD`. */
export interface ResponsiblePersonTable {
  unit: string;
  place: Place;
  issuer: string;
  sub: string;
  absent_from: string | null;
  absent_until: string | null;
  named_at: Instant;
}

export interface ResponsibleGapTable {
  unit: string;
  since: Instant;
  kind: GapKind;
  ended_at: MaybeInstant;
}

export interface PersonalIndexTable {
  holder: Holder;
  row: string[];
  field: string;
  digest: string;
}

export interface AuditEntryTable {
  /** A bigint, read as text. */
  seq: ColumnType<string, number, number>;
  at: Instant;
  type: AuditType;
  actor_sub: string | null;
  actor_unit: string | null;
  subject_kind: AuditSubject['kind'] | null;
  subject_id: string | null;
  request_id: string | null;
  details: Json<Record<string, unknown>>;
  previous_hash: string;
  hash: string;
}

export interface AnchorTable {
  chain: string;
  seq: ColumnType<string, number, number>;
  hash: string;
  jws: string;
  anchored_at: Instant;
}
